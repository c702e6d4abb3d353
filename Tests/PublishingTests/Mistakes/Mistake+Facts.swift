extension Mistake {
    /// Well-formed records that contradict themselves, leave out what they owe or tell too much.
    static let ofFacts: [Mistake] = [
        Mistake(
            "low and high the wrong way round", in: .tokenSafe, "    low: 111000000\n    high: 821000000\n",
            "    low: 821000000\n    high: 111000000\n",
            "reversed-range", at: "821000000"),
        Mistake(
            "parts that exceed the whole", in: .trinity, "    recovered: unknown\n",
            "    recovered: 9000000\n",
            "dispositions-exceed-amount", at: "9000000"),
        Mistake(
            "a source that is not listed", in: .tokenSafe, "    source: chainbleed",
            "    source: chain-bleed",
            "unknown-reference", at: "chain-bleed"),
        Mistake(
            "an asset that is not listed", in: .tokenSafe, "asset: iotube-bridge", "asset: iotubebridge",
            "unknown-asset", at: "iotubebridge"),
        Mistake(
            "a token that is not listed", in: .tokenSafe, "token: CIOTX", "token: CIOTEX",
            "unknown-token", at: "CIOTEX"),
        Mistake(
            "an issuer that is not listed", in: .tokenSafe, "issuer: iotex\n", "issuer: iotx\n",
            "unknown-issuer", at: "iotx"),
        Mistake(
            "an asset twice", in: .tokenSafe, "  - asset: iotex-mint-pool", "  - asset: iotex-token-safe",
            "repeated-asset", at: "iotex-token-safe"),
        Mistake(
            "a claim that is superseded by nobody", in: .tokenSafe, "superseded_by: iotex-confirmed",
            "superseded_by: iotex-confirm",
            "unknown-claim", at: "iotex-confirm"),
        Mistake(
            "two updates with one id", in: .tokenSafe, "  - id: u2", "  - id: u1",
            "duplicate-row-id", at: "u1"),
        Mistake(
            "a status that is not the newest update's", in: .tokenSafe, "status: monitoring\nsev",
            "status: resolved\nsev",
            "status-disagrees", at: "resolved"),
        Mistake(
            "updates out of order", in: .trinity, "    at: 2020-02-20\n    status: identified",
            "    at: 2020-02-12\n    status: identified",
            "update-order", at: "2020-02-12"),
        Mistake(
            "a promise before its update", in: .tokenSafe,
            "      Operations are back.\n    next_update: unknown",
            "      Operations are back.\n    next_update: 2026-02-23T09:00:00Z",
            "promise-order", at: "2026-02-23T09:00:00Z"),
        Mistake(
            "no next update", in: .tokenSafe, "      Operations are back.\n    next_update: unknown",
            "      Operations are back.",
            "unanswered-question", at: "u2"),
        Mistake(
            "a full stop at the end of the title", in: .tokenSafe, "with a private key\n",
            "with a private key.\n",
            "title-full-stop", at: "."),
        Mistake(
            "an EVM address with one wrong letter", in: .tokenSafe, "users_affected: unknown",
            "users_affected: unknown\n\non_chain:\n  accounts:\n    - account: \"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAef\"\n      role: attacker",
            "account-checksum", at: "f"),
        Mistake(
            "an EVM address that is one letter short", in: .tokenSafe, "users_affected: unknown",
            "users_affected: unknown\n\non_chain:\n  accounts:\n    - account: \"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe\"\n      role: attacker",
            "account-form", at: ""),
        Mistake(
            "a transaction that is cut short", in: .tokenSafe, "users_affected: unknown",
            "users_affected: unknown\n\non_chain:\n  transactions:\n    - chain: eip155:1\n      hash: \"0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b2206\"",
            "transaction-form", at: ""),
        Mistake(
            "an assurance without its meaning", in: .trinity,
            "    means: >-\n      With the Coordinator stopped no transaction was processed, so nothing more could be taken. It\n      says nothing of what was taken before.\n",
            "",
            "reassuring-word", at: "contained"),
        Mistake(
            "a question about a path that does not exist", in: .tokenSafe, "about: losses#reserves.owner",
            "about: losses#reserve.owner",
            "unknown-path", at: "reserve"),
        Mistake(
            "a question about a field that does not exist", in: .tokenSafe, "about: losses#reserves.owner",
            "about: losses#reserves.holder",
            "unknown-path", at: "holder"),
        Mistake(
            "a correction whose now is not found", in: .trinity, "references:\n  - id: foundation",
            "corrections:\n  - at: 2026-11-21\n    of: summary\n    kind: factual\n    was: about 8.5 Ti\n    now: about 8.56 Ti\n    reason: Two digits were mixed up\n\nreferences:\n  - id: foundation",
            "correction-quote", at: "about 8.56 Ti"),
        Mistake(
            "a private key in a body", in: .tokenSafe, "      Operations are back.\n",
            "      Operations are back. The key was 0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318\n",
            "private-key", at: "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"),
        Mistake(
            "a seed phrase in a body", in: .tokenSafe, "      Operations are back.\n",
            "      Operations are back. legal winner thank year wave sausage worth useful legal winner thank yellow\n",
            "seed-phrase", at: "legal winner thank year wave sausage worth useful legal winner thank yellow"),
        Mistake(
            "a link whose text shows another host", in: .tokenSafe, "      Operations are back.\n",
            "      Operations are back, see [https://iotex.io/](https://iotex-refund.example.com/).\n",
            "misleading-link", at: "[https://iotex.io/](https://iotex-refund.example.com/)"),
        Mistake(
            "an address over http", in: .tokenSafe, "url: https://chainbleed.com",
            "url: http://chainbleed.com",
            "insecure-address", at: "http"),
        Mistake(
            "a zero-width space in a word", in: .tokenSafe, "    action: Pause the bridge",
            "    action: Pause the bri\u{200B}dge",
            "invisible-character", at: "\u{200B}"),
        Mistake(
            "a number of another year", in: .tokenSafe, "id: ABV-2026-0001", "id: ABV-2025-0002",
            "id-year", at: "2025"),
        Mistake(
            "a prefix that is not the site's", in: .tokenSafe, "id: ABV-2026-0001", "id: ABC-2026-0001",
            "id-prefix", at: "ABC"),
        Mistake(
            "a file that is not there", in: .tokenSafe, "file: iotex-token-safe-lessons.txt",
            "file: iotex-token-safe-lesson.txt",
            "missing-attachment", at: "iotex-token-safe-lesson.txt"),
        Mistake(
            "a mitigation done without a day", in: .trinity, "    done: 2020-03-10\n    evidence",
            "    evidence",
            "done-date", at: "done"),
        Mistake(
            "a done day in a planned mitigation", in: .tokenSafe, "    status: planned\n",
            "    status: planned\n    done: 2026-03-01\n",
            "done-date", at: "2026-03-01"),
        Mistake(
            "safu", in: .tokenSafe, "      Operations are back.\n",
            "      Operations are back. Funds are SAFU.\n",
            "reassuring-word", at: "SAFU"),
        Mistake(
            "not affected without a reason", in: .okx,
            "    justification: component_not_present\n    impact: >-\n      Developed with the native frameworks of iOS and Android. The compromised JavaScript code is not\n      present in it.\n",
            "",
            "not-affected-without-reason", at: "not_affected"),
        Mistake(
            "milestones out of order", in: .trinity, "  - at: 2020-03-10\n    milestone: resolved",
            "  - at: 2020-01-10\n    milestone: resolved",
            "milestone-order", at: "2020-01-10"),
        Mistake(
            "a milestone twice", in: .trinity, "  - at: 2020-02-13\n    phase: analysis",
            "  - at: 2020-02-13\n    milestone: detected\n    phase: analysis",
            "duplicate-milestone", at: "detected"),
        Mistake(
            "site: an asset id twice", in: .site, "tokens:\n",
            "  - id: iotex-mint-pool\n    name: Again\n\ntokens:\n",
            "duplicate-register-id", at: "iotex-mint-pool"),
    ]
}
