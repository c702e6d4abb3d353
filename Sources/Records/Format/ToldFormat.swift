import Incidents

extension RecordFormat {
    /// Advice, what was told and what was said about it: the fields that stand behind the facts.
    static func told(_ kind: RecordKind) -> [Field] {
        var fields = [advice]
        if kind != .advisory { fields += [claims, questions] }
        return fields + [updates(kind), corrections]
    }

    private static let advice = Field(
        "advice",
        .wordOr(
            ["none", "unknown"],
            .rows(
                "advice",
                [
                    .rowID,
                    Field(
                        "do", .text, "What readers should do.", example: "Move your tokens to a new wallet"),
                    Field("dont", .text, "What readers should leave.", example: "Open the wallet"),
                    Field(
                        "who", .text, "Whom it concerns.",
                        example: "everyone who used the wallet since January"),
                    Field("until", .text, "How long it holds.", example: "the update is installed"),
                    Field("urgency", .words(Urgency.self), "How soon.", example: "now"),
                    Field(
                        "lifted",
                        .object(
                            ObjectShape(
                                "lifting",
                                [
                                    Field(
                                        "at", .moment, needed: true, "When the advice ended.",
                                        example: "2026-02-24"),
                                    Field(
                                        "why", .text, "Why it ended.",
                                        example: "the bridge is paused for good"),
                                ])),
                        "The advice no longer holds; it stays in the record and leaves the top of the page.",
                        example: "{at: 2026-02-24, why: the update is out}"),
                ], choices: [Choice([["do"], ["dont"]], needed: true)])),
        "What readers should do: `none` (nothing to do), `unknown` (not known yet) or a list. Shown first on the page until lifted.",
        example: "[{dont: Open the wallet, urgency: now}]")

    private static let claims = Field(
        "claims",
        .rows(
            "claim",
            [
                .rowID,
                Field("by", .text, needed: true, "Who states it.", example: "PeckShield"),
                Field(
                    "at", .moment(or: ["unknown"]), needed: true, "When it was stated.", example: "2026-02-21"
                ),
                Field("about", .words(ClaimSubject.self), "What it is about.", example: "loss"),
                Field(
                    "says", .text, "What is stated, in one line, with what it counts.",
                    example: "over $8M, minted tokens counted"),
                Field(
                    "value", .money, "The figure.",
                    example: "{currency: USD, amount: 8000000, basis: estimate}"),
                .confidence(),
                .source("The id of the reference that carries it."),
                Field(
                    "disputed", .prose, "What speaks against it.",
                    example: "It counts minted tokens that were frozen."),
                Field(
                    "superseded_by", .rowID, "The id of the claim that replaced it.", example: "final-figure"),
            ]), "Figures and causes as stated by somebody, kept beside the project's own.",
        example: "[{by: PeckShield, at: 2026-02-21, about: loss, says: over $8M}]")

    private static let questions = Field(
        "questions",
        .rows(
            "question",
            [
                .rowID,
                Field(
                    "asks", .text, needed: true, "What is not known or not told yet.",
                    example: "How did the key leave its owner?"),
                Field(
                    "about", .text(.fieldPath), "The path of the field that the question stands for.",
                    example: "root_cause.summary"),
                Field("opened", .moment, "When it was asked.", example: "2026-02-22"),
                Field("by", .text, "Who asks.", example: "analysts"),
                Field(
                    "answer", .prose, "The answer, once there is one.", example: "Through a stolen laptop."),
                Field(
                    "withheld", .words(WithholdingReason.self), "Why the answer is not told yet.",
                    example: "law_enforcement"),
                Field("revisit", .moment, "When it is looked at again.", example: "2026-03-15"),
            ]), "What is not known or not told yet; with neither `answer` nor `withheld` it is open.",
        example: "[{asks: Which minted figure is right?, about: losses}]")

    private static func updates(_ kind: RecordKind) -> Field {
        Field(
            "updates",
            .rows(
                "update",
                [
                    Field(
                        "id", .rowID, needed: true, "The update's permanent name, unique in the record.",
                        example: "u1"),
                    Field(
                        "at", .moment, needed: true, "When it was published.", example: "2026-02-21T12:20:00Z"
                    ),
                    Field(
                        "status", .word(kind.statuses.map(\.rawValue)), needed: true,
                        "The status that it tells.", example: kind.statuses[0].rawValue),
                    Field(
                        "body", .prose, needed: true, "What was told, in Markdown.",
                        example: "We are looking into transfers from the token safe."),
                    Field("author", .text, "Who speaks.", example: "security team"),
                    Field(
                        "next_update", .moment(or: ["none", "unknown"]),
                        "When the next word is promised; `none` or `unknown` where there is no promise.",
                        example: "2026-02-21T18:00:00Z"),
                ]), "What was told, in order of time. A published update changes only under a correction.",
            example:
                "[{id: u1, at: \"2026-02-21T12:20:00Z\", status: \(kind.statuses[0].rawValue), body: We are looking into it.}]"
        )
    }

    private static let corrections = Field(
        "corrections",
        .rows(
            "correction",
            [
                .rowID,
                Field("at", .moment, needed: true, "When it was corrected.", example: "2026-02-24"),
                Field(
                    "of", .text(.fieldPath), needed: true, "The path of the field that changed.",
                    example: "losses#iotx.amount"),
                Field(
                    "kind", .words(CorrectionKind.self), needed: true, "How much it changes.",
                    example: "factual"),
                Field("was", .prose, "The words that stood there before.", example: "\"4300000\""),
                Field(
                    "now", .prose, "The words that stand there now, found exactly once in the field.",
                    example: "\"4400000\""),
                Field("reason", .text, "Why it changed.", example: "the first count left out UNI"),
            ]),
        "Changes to published words: the text is edited in place, the entry says what stood there before.",
        example: "[{at: 2026-02-24, of: title, kind: typo, was: Ethreum, now: Ethereum, reason: spelling}]")
}
