import Incidents

/// The fields of a record by kind: the head that every kind has, the facts of the kind, and what was told.
package struct RecordFormat: Sendable {
    package let kind: RecordKind
    package let shape: ObjectShape

    package static let incident = RecordFormat(.incident, facts: incidentFacts)
    package static let statement = RecordFormat(.statement, facts: statementFacts)
    package static let advisory = RecordFormat(.advisory, facts: advisoryFacts)

    package static func of(_ kind: RecordKind) -> RecordFormat {
        switch kind {
        case .incident: incident
        case .statement: statement
        case .advisory: advisory
        }
    }

    private init(_ kind: RecordKind, facts: [Field]) {
        self.kind = kind
        shape = ObjectShape(kind.rawValue, Self.head(kind) + facts + Self.told(kind))
    }

    private static func head(_ kind: RecordKind) -> [Field] {
        var fields = [
            Field(
                "id", .text(.recordID), needed: true,
                "The record's permanent id, ORG-YYYY-NNNN; the year is that of `disclosed`, 0000 marks a draft's number.",
                example: "ABC-2026-0001"),
            Field(
                "kind", .word([kind.rawValue]), needed: true,
                "What the record is: `incident` (it happened here), `statement` (are we affected by somebody else's?) or `advisory` (a warning).",
                example: kind.rawValue),
            Field(
                "title", .text(.title), needed: true,
                "What happened, in at most 110 characters and without a final full stop.",
                example: "Token safe on Ethereum drained after a key compromise"),
            Field(
                "summary", .prose, needed: true,
                "One or two paragraphs of Markdown: what happened, since when, what it means for readers.",
                example: "On 21 February somebody took control of two bridge contracts."),
            Field(
                "status", .word(kind.statuses.map(\.rawValue)), needed: true,
                "How far it has come; equals the newest update's status.", example: kind.statuses[0].rawValue),
        ]
        if kind != .statement {
            fields.append(
                Field(
                    "severity", .words(IncidentSeverity.self), needed: true,
                    "How bad it is for those it touches.", example: "high"))
        }
        fields += [
            Field(
                "disclosed", .moment, needed: true, "The moment of the first public word.",
                example: "2026-02-21T12:20:00Z"),
            Field(
                "issuer", .rowID,
                "The id of the project that speaks, from the site's `issuers`; default the publisher.",
                example: "iotex"),
            Field(
                "voice", .words(Voice.self),
                "`own` (default), or `reconstruction` when others tell it from public sources, which the page says at its top.",
                example: "own"),
            Field(
                "lang", .text(.language), "The record's language, BCP 47; default the site's.", example: "en"),
            Field(
                "slug", .text(.slug), "The page's address under `incidents/`; default the file's name.",
                example: "token-safe"),
            Field(
                "draft", .bool, "A draft is checked and never published unless asked for.", example: "true"),
            Field("embargo", .moment, "Not published before this moment.", example: "2026-02-22T12:00:00Z"),
            Field(
                "aliases", .list(of: .text),
                "Other names of the same thing: CVE, GHSA, another database's id.",
                example: "[CVE-2026-12345]"),
            Field(
                "related", .list(of: .text), "Ids of other records of this site, or elsewhere.",
                example: "[ABC-2025-0003]"),
            Field(
                "tags", .list(of: .text(.tag)), "Words by which readers find and follow records.",
                example: "[bridge, key-compromise]"),
            Field(
                "references",
                .rows(
                    "reference",
                    [
                        Field(
                            "id", .rowID, needed: true,
                            "The name by which `source` and `evidence` point at it.", example: "statement"),
                        Field("title", .text, "The source's title.", example: "Confirmation of 24 February"),
                        Field(
                            "url", .text(.url), "Where it can be read.",
                            example: "https://example.org/statement"),
                        Field(
                            "archived", .text(.url), "An archived copy.",
                            example: "https://archive.example.org/statement"),
                        Field(
                            "file", .text(.filePath), "A text beside the record, relative to it.",
                            example: "sources/statement.txt"),
                        Field(
                            "type", .words(ReferenceType.self), "What kind of source it is.",
                            example: "announcement"),
                        Field("publisher", .text, "Who published it.", example: "IoTeX"),
                        Field("published", .moment, "When it was published.", example: "2026-02-24"),
                    ]),
                "The sources that figures and claims point at; at least one at `postmortem` and for a statement.",
                example: "[{id: statement, title: Confirmation, url: \"https://example.org/statement\"}]"),
            Field(
                "credits",
                .rows(
                    "credit",
                    [
                        Field("name", .text, needed: true, "Who helped.", example: "Specter"),
                        Field("role", .text, "What they did.", example: "first report"),
                        Field(
                            "url", .text(.url), "Where they can be found.",
                            example: "https://example.org/specter"),
                    ]), "Who is thanked.", example: "[{name: Specter, role: first report}]"),
            Field(
                "withdrawn",
                .object(
                    ObjectShape(
                        "withdrawal",
                        [
                            Field(
                                "at", .moment, needed: true, "When it was taken back.", example: "2026-03-01"),
                            Field("reason", .text, "Why.", example: "the event turned out not to be ours"),
                        ])), "Taken back: the page stays and says so.",
                example: "{at: 2026-03-01, reason: published twice}"),
        ]
        return fields
    }
}

extension TextForm {
    /// A path below the record's own folder.
    static let filePath = TextForm(
        "a file's path", maxLength: 200,
        pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$",
        hint: "write a path below the record's folder, with letters, digits, . _ and -",
        accepts: { text in
            !text.isEmpty
                && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                    guard let first = part.utf8.first, first != UInt8(ascii: ".") else { return false }
                    return part.utf8.allSatisfy { $0.isLetter || $0.isDigit || "._-".utf8.contains($0) }
                }
        })
}
