import Incidents

extension RecordFormat {
    static let statementFacts = [
        Field(
            "event",
            .object(
                ObjectShape(
                    "event",
                    [
                        Field(
                            "name", .text, needed: true, "What the incident elsewhere is called.",
                            example: "npm supply-chain attack of September 2025"),
                        Field(
                            "summary", .prose, "What happened there.",
                            example: "A maintainer's account was taken."),
                        Field("aliases", .list(of: .text), "Its other names.", example: "[CVE-2025-12345]"),
                        .source(),
                    ])), "The incident elsewhere that the statement answers.",
            example: "{name: npm supply-chain attack}"),
        Field(
            "products",
            .rows(
                "product",
                [
                    .rowID,
                    Field(
                        "asset", .rowID, needed: true, "An id of the site's asset register.",
                        example: "okx-app"),
                    Field(
                        "versions", .text, "Which versions the answer is about.", example: "all before 6.2"),
                    Field(
                        "status", .word(RecordKind.statement.statuses.map(\.rawValue)),
                        "The answer, in VEX words.", example: "not_affected"),
                    Field(
                        "justification", .words(Justification.self),
                        "Why not, as one of the five VEX labels; needed with `not_affected`.",
                        example: "component_not_present"),
                    Field(
                        "impact", .prose, "Why not, in words; needed with `not_affected`.",
                        example: "The app is built from native frameworks."),
                    Field(
                        "action", .prose, "What users should do; needed with `affected`.",
                        example: "Update to 6.3."),
                    Field(
                        "checked",
                        .object(
                            ObjectShape(
                                "check",
                                [
                                    Field(
                                        "at", .moment, needed: true, "When it was looked at.",
                                        example: "2025-09-09"),
                                    Field("method", .text, "How.", example: "dependency inventory"),
                                    Field("by", .text, "By whom.", example: "security team"),
                                    Field(
                                        "evidence", .reference, "The id of a reference.", example: "statement"
                                    ),
                                ])), "How it is known.",
                        example: "{at: 2025-09-09, method: dependency inventory}"),
                ]), "Each product's answer.",
            example:
                "[{asset: okx-app, status: not_affected, justification: component_not_present, impact: Native code.}]"
        ),
        Field(
            "posture", .list(of: .prose),
            "General safeguards that are true and justify nothing: shown apart.",
            example: "[Most assets are in cold storage.]"),
        Field("review", .moment, "The moment by which the answer is looked at again.", example: "2025-10-01"),
    ]

    static let advisoryFacts = [
        Field(
            "affected",
            .rows(
                "affected product",
                [
                    .rowID,
                    Field(
                        "asset", .rowID, needed: true, "An id of the site's asset register.",
                        example: "wallet"),
                    Field(
                        "versions",
                        .object(
                            ObjectShape(
                                "versions",
                                [
                                    Field(
                                        "introduced", .text, "The first version that has it.",
                                        example: "1.0.0"),
                                    Field("fixed", .text, "The first version without it.", example: "1.4.2"),
                                    Field(
                                        "last_affected", .text, "The last version that has it.",
                                        example: "1.4.1"),
                                ])), "Which versions.", example: "{introduced: 1.0.0, fixed: 1.4.2}"),
                ]), "What is affected.", example: "[{asset: wallet}]"),
        Field(
            "exposure_window",
            .object(
                ObjectShape(
                    "window",
                    [
                        Field(
                            "start", .moment, needed: true, "Since when readers were exposed.",
                            example: "2026-01-10"),
                        Field("end", .moment, "Until when.", example: "2026-02-01"),
                    ])), "When readers were exposed.", example: "{start: 2026-01-10, end: 2026-02-01}"),
        Field(
            "exploitation",
            .object(
                ObjectShape(
                    "exploitation",
                    [
                        Field(
                            "known", .words(KnownExploitation.self), needed: true, "Whether it is exploited.",
                            example: "unknown"),
                        Field("since", .moment, "Since when.", example: "2026-01-25"),
                    ])), "Whether somebody uses it.", example: "{known: unknown}"),
        Field(
            "fix",
            .object(
                ObjectShape(
                    "fix",
                    [
                        Field("version", .text, needed: true, "The version that mends it.", example: "1.4.2"),
                        Field("mandatory", .bool, "Whether everybody must take it.", example: "true"),
                        Field("deadline", .moment, "Until when.", example: "2026-03-07"),
                    ])), "What mends it.", example: "{version: 1.4.2, mandatory: true}"),
        Field(
            "workaround", .prose, "What helps until then.", example: "Switch the part off in the settings."),
        Field(
            "cvss", .text(.cvss), "A CVSS vector.",
            example: "\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\""),
    ]
}

extension TextForm {
    static let cvss = TextForm(
        "a CVSS vector", maxLength: 300, pattern: "^CVSS:[34]\\.[01](/[A-Za-z]{1,3}:[A-Za-z]{1,7})+$",
        hint: "write it as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        accepts: { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count > 1, ["CVSS:3.0", "CVSS:3.1", "CVSS:4.0", "CVSS:4.1"].contains(parts[0]) else {
                return false
            }
            return parts.dropFirst().allSatisfy { part in
                let pair = part.split(separator: ":", omittingEmptySubsequences: false)
                return pair.count == 2 && (1...3).contains(pair[0].utf8.count)
                    && (1...7).contains(pair[1].utf8.count)
                    && pair.allSatisfy { $0.utf8.allSatisfy(\.isLetter) }
            }
        })
}
