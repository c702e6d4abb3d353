import Incidents

extension RecordFormat {
    static let incidentFacts = [
        timeline, assets, losses, usersAffected, rootCause, assurances, mitigations, onChain, thirdParties,
        lessons,
    ]

    private static let timeline = Field(
        "timeline",
        .rows(
            "event",
            [
                .rowID,
                Field(
                    "at", .moment(or: ["unknown"]), needed: true, "When it happened.",
                    example: "2026-02-21T09:20:00Z"),
                Field(
                    "text", .prose, needed: true, "What happened.", example: "Somebody withdrew the reserves."
                ),
                Field(
                    "phase", .words(Phase.self),
                    "The phase of NIST SP 800-61, or `attack` or `communication`.", example: "detection"),
                Field(
                    "milestone", .words(Milestone.self),
                    "Each at most once; durations are computed from them.", example: "detected"),
                Field("actor", .text, "Who acted.", example: "security team"),
                .source(),
                .confidence(),
            ]),
        "What happened when. Milestones are the only home of the times from which durations are computed.",
        example:
            "[{at: \"2026-02-21T09:20:00Z\", text: An analyst reports the transfers., phase: detection, milestone: detected}]"
    )

    private static let assets = Field(
        "assets",
        .rows(
            "asset",
            [
                .rowID,
                Field(
                    "asset", .rowID, needed: true, "An id of the site's asset register.", example: "iotube"),
                Field("exposure", .words(Exposure.self), "Whether it was touched.", example: "affected"),
                Field(
                    "status", .words(OperationalStatus.self), "How well it works now, in Statuspage's words.",
                    example: "major_outage"),
                Field(
                    "detail", .prose, "What was touched, or how it is known that it was not.",
                    example: "Deposits and withdrawals are paused."),
                .source(),
            ]),
        "What was and what was not touched. What is not named is shown as \"not stated\", never as safe.",
        example: "[{asset: iotube, exposure: affected, status: major_outage}]")

    private static let disposition: Shape = .amount(or: ["unknown"])

    private static let losses = Field(
        "losses",
        .wordOr(
            ["none", "unknown"],
            .list(
                of: .object(
                    ObjectShape(
                        "loss",
                        [
                            .rowID,
                            Field(
                                "token", .text(.token),
                                "A ticker of the register, an ISO 4217 code or a CAIP-19 id; may be left out only where the amount is `unknown`.",
                                example: "IOTX"),
                            Field(
                                "amount", .amount(or: ["unknown"]),
                                "How much, as an exact decimal in units of the token, or `unknown`.",
                                example: "\"410000000\""),
                            Field(
                                "low", .amount, "The lower bound of a range, both bounds included.",
                                example: "\"100\""),
                            Field("high", .amount, "The upper bound of a range.", example: "\"200\""),
                            Field(
                                "class", .words(LossClass.self),
                                "What happened to it. Minted supply is never added to stolen value.",
                                example: "stolen"),
                            Field("owner", .words(LossOwner.self), "Whose it was.", example: "treasury"),
                            Field(
                                "value", .money, "What it was worth.",
                                example: "{currency: USD, amount: 4300000, basis: estimate}"),
                            .confidence("How sure you are of the amount."),
                            .source(),
                            Field(
                                "frozen", disposition, "How much is frozen where it lies.",
                                example: "\"353000000\""),
                            Field(
                                "recovered", disposition, "How much the project got back by itself.",
                                example: "\"0\""),
                            Field("returned", disposition, "How much the taker gave back.", example: "\"0\""),
                            Field("at_large", disposition, "How much is out of reach.", example: "unknown"),
                            Field(
                                "detail", .prose, "What the figures count.",
                                example: "Minted on Ethereum, ten transactions."),
                        ], choices: [Choice([["amount"], ["low", "high"]], needed: true)],
                        unless: (key: "token", other: "amount", word: "unknown"))))),
        "Losses by token and what became of them: `none`, `unknown`, or a list. The four dispositions never exceed the amount; what they leave over is shown as unaccounted.",
        example: "[{token: IOTX, amount: 410000000, class: minted, frozen: unknown}]")

    private static let usersAffected = Field(
        "users_affected",
        .wordOr(
            ["none", "unknown"],
            .object(
                ObjectShape(
                    "user count",
                    [
                        Field("count", .integer(0...999_999_999_999_999), "How many.", example: "50"),
                        Field(
                            "low", .integer(0...999_999_999_999_999), "The least it can be.", example: "40"),
                        Field(
                            "high", .integer(0...999_999_999_999_999), "The most it can be.", example: "60"),
                        Field(
                            "basis", .text, "What was counted, and how.", example: "accounts that lost tokens"
                        ),
                    ], choices: [Choice([["count"], ["low", "high"]], needed: true)]))),
        "How many users lost something: `none`, `unknown`, or a count or a range.",
        example: "{count: 50, basis: accounts that lost tokens}")

    private static let rootCause = Field(
        "root_cause",
        .object(
            ObjectShape(
                "root cause",
                [
                    Field(
                        "category", .words(CauseCategory.self), needed: true,
                        "The kind of cause; `unknown` is an answer.", example: "key_compromise"),
                    .confidence("How sure you are of the cause."),
                    Field(
                        "summary", .prose, "The cause in full.",
                        example: "The owner's key was used from an unknown machine."),
                    Field(
                        "contributing", .list(of: .prose), "What made it possible or worse.",
                        example: "[One key sufficed for both contracts.]"),
                    Field("weaknesses", .list(of: .text(.weakness)), "CWE ids.", example: "[CWE-522]"),
                    .source(),
                ])), "What caused it.", example: "{category: key_compromise, confidence: likely}")

    private static let assurances = Field(
        "assurances",
        .rows(
            "assurance",
            [
                .rowID,
                Field(
                    "says", .wordOrText(AssuranceWord.allCases.map(\.rawValue)), needed: true,
                    "The word that readers lean on: `contained`, `funds_safe`, `not_exploited`, `operational`, or your own.",
                    example: "contained"),
                Field(
                    "means", .wordOrProse(["not_stated"]),
                    "What the word means here; `not_stated` is shown as open.",
                    example: "No further transfers are possible with the lost key."),
                Field("scope", .text, "What it covers.", example: "TokenSafe and MintPool on Ethereum"),
                Field("as_of", .moment, "The moment up to which it is true.", example: "2026-02-21"),
                Field("by", .text, "Who gives it.", example: "IoTeX"),
                Field("evidence", .list(of: .reference), "Ids of references.", example: "[statement]"),
                .confidence(),
            ]), "What readers are told to lean on, with what it means.",
        example: "[{says: contained, means: not_stated}]")

    private static let mitigations = Field(
        "mitigations",
        .rows(
            "mitigation",
            [
                Field(
                    "id", .rowID, "The permanent name by which calendars, feeds and corrections know it.",
                    example: "compensation"),
                Field(
                    "action", .text, needed: true, "What is done, in one line.",
                    example: "Compensate users in full"),
                Field(
                    "kind", .words(MitigationKind.self), "What kind of measure it is.",
                    example: "compensation"),
                Field(
                    "status", .words(MitigationStatus.self),
                    "How far it is; `planned` and `in_progress` are commitments.", example: "planned"),
                Field(
                    "owner", .text, "Who sees to it; needed for a commitment from `resolved` on.",
                    example: "treasury team"),
                Field(
                    "due", .moment, "Until when; needed for a commitment from `resolved` on.",
                    example: "2026-03-31"),
                Field("done", .moment, "When it was done.", example: "2026-03-20"),
                Field(
                    "moved",
                    .rows(
                        "move",
                        [
                            Field(
                                "at", .moment, needed: true, "When the date was moved.", example: "2026-03-25"
                            ),
                            Field("from", .moment, "The old date.", example: "2026-03-31"),
                            Field("to", .moment, "The new date.", example: "2026-04-30"),
                            Field("why", .text, "Why.", example: "the audit took longer"),
                        ]), "The trace of a due date that changed.",
                    example: "[{at: 2026-03-25, from: 2026-03-31, to: 2026-04-30}]"),
                Field("detail", .prose, "More about it.", example: "Claims open on 1 March."),
                Field("evidence", .reference, "The id of a reference that shows it.", example: "statement"),
            ]), "What was done and what is promised.",
        example: "[{id: pause, action: Pause the bridge, kind: halt, status: done}]")

    private static let onChain = Field(
        "on_chain",
        .object(
            ObjectShape(
                "on-chain facts",
                [
                    Field(
                        "accounts",
                        .rows(
                            "account",
                            [
                                .rowID,
                                Field(
                                    "account", .text(.account), needed: true,
                                    "CAIP-10, checked by its chain's own checksum.",
                                    example: "\"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\""),
                                Field(
                                    "role", .words(AccountRole.self), "Whose it is in this incident.",
                                    example: "attacker"),
                                Field("label", .text, "A name for readers.", example: "first hop"),
                            ]), "The accounts involved.",
                        example:
                            "[{account: \"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\", role: victim}]"
                    ),
                    Field(
                        "transactions",
                        .rows(
                            "transaction",
                            [
                                .rowID,
                                Field("chain", .text(.chain), needed: true, "CAIP-2.", example: "eip155:1"),
                                Field(
                                    "hash", .text(.transactionHash), "The transaction's hash, in quotes.",
                                    example:
                                        "\"0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060\""
                                ),
                                Field("role", .words(TransactionRole.self), "What it did.", example: "theft"),
                                Field("label", .text, "A name for readers.", example: "first withdrawal"),
                                Field(
                                    "at", .moment, "When it was confirmed.", example: "2026-02-21T07:12:00Z"),
                            ]), "The transactions that tell the story.",
                        example:
                            "[{chain: \"eip155:1\", hash: \"0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060\", role: theft}]"
                    ),
                ])), "Accounts and transactions on public ledgers.",
        example: "{transactions: [{chain: \"eip155:1\", role: theft}]}")

    private static let thirdParties = Field(
        "third_parties",
        .rows(
            "third party",
            [
                .rowID,
                Field("name", .text, needed: true, "Who.", example: "MoonPay"),
                Field("role", .text, "What they have to do with it.", example: "the part that was exploited"),
                Field(
                    "involvement", .words(Involvement.self), "How far they are involved, in CSAF's words.",
                    example: "in_progress"),
                Field("detail", .prose, "More about it.", example: "They removed the part."),
                .source(),
            ]), "Who else is involved.", example: "[{name: MoonPay, involvement: completed}]")

    private static let lessons = Field(
        "lessons",
        .object(
            ObjectShape(
                "lessons",
                [
                    Field(
                        "went_well", .list(of: .prose), "What went well.",
                        example: "[Exchanges answered within the hour.]"),
                    Field(
                        "went_wrong", .list(of: .prose), "What went wrong.", example: "[One key sufficed.]"),
                    Field(
                        "got_lucky", .list(of: .prose), "Where luck helped.", example: "[The taker waited.]"),
                ])), "What was learned.", example: "{went_well: [Exchanges answered within the hour.]}")
}
