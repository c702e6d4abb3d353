extension ReassuringVocabulary {
    static let english = ReassuringVocabulary(
        language: "en", name: "English",
        turns: [
            Turn(.contained, ["contained"], when: .saidOrAtEnd, butNotBefore: ["in", "within"]),
            Turn(.safe, ["safu"]),
            // "Is safe to open again" still leans on it; "a safe" and "the safe" do not get here.
            Turn(.safe, ["safe", "secure"], when: .said),
            Turn(.userFunds, ["no"], englishUsers, englishThings),
            Turn(.unaffected, ["unaffected", "unharmed"]),
            Turn(
                .unaffected, ["not", "never", "wasn't", "isn't", "aren't", "weren't"],
                ["affected", "impacted"]),
            Turn(.unaffected, ["not"], ["been"], ["affected", "impacted"]),
            Turn(
                .limited, ["limited"],
                when: .before([
                    "impact", "exposure", "scope", "loss", "losses", "damage", "effect", "extent",
                ])),
            Turn(.limited, ["limited"], when: .saidBefore(["to"])),
            Turn(.limited, ["limited"], when: .saidAndAtEnd),
        ],
        verbs: [
            "is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "stay",
            "stays",
            "stayed", "keep", "keeps", "kept", "feel", "funds", "assets", "deposits", "balances",
        ],
        verbEndings: ["'re", "'s"],
        adverbs: [
            "all", "fully", "completely", "entirely", "now", "still", "already", "perfectly", "totally",
            "quickly", "100", "largely", "mostly", "otherwise", "very", "always",
        ],
        doubts: ["whether", "if", "unless", "until", "once", "unclear", "when"],
        denials: ["not", "never", "no", "nothing", "cannot", "hardly", "neither", "nor"],
        denialEndings: ["n't"],
        backing: [
            .contained: ["contain"], .safe: ["safe", "safu", "secure"],
            .userFunds: ["user", "customer", "client", "safe"],
            .unaffected: ["affected", "impacted", "touched"], .limited: ["limited"],
        ])

    private static let englishUsers: Set = [
        "user", "users", "users'", "user's", "customer", "customers", "customers'", "client", "clients'",
    ]
    private static let englishThings: Set = [
        "funds", "assets", "balances", "deposits", "tokens", "money", "wallets", "accounts", "data",
    ]
}
