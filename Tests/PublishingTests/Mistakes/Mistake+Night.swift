extension Mistake {
    private static let onChain = "users_affected: unknown\n\non_chain:\n"

    private static func account(_ account: String) -> String {
        onChain + "  accounts:\n    - account: \(account)\n      role: attacker"
    }

    private static func transaction(_ chain: String, _ hash: String) -> String {
        onChain + "  transactions:\n    - chain: \(chain)\n      hash: \(hash)"
    }

    private static let hash = "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"
    private static let address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    private static let noticed = "    at: 2026-02-21T09:20:00Z\n    milestone"
    private static let back = "      Operations are back.\n    next_update: unknown"

    /// What is written late at night: other people's notations, units, clocks and words.
    static let ofNights: [Mistake] = [
        // Figures
        Mistake(
            "a currency sign behind", in: .tokenSafe, "      amount: 4400000\n",
            "      amount: 4.400.000 €\n",
            "malformed-amount", at: "4.400.000 €"),
        Mistake(
            "points between thousands", in: .tokenSafe, "amount: 9300000\n", "amount: 9.300.000\n",
            "malformed-amount", at: "9.300.000"),
        Mistake(
            "points between thousands and a decimal comma", in: .tokenSafe, "amount: 9300000\n",
            "amount: 9.300.000,50\n", "malformed-amount", at: "9.300.000,50"),
        Mistake(
            "millions as a word", in: .tokenSafe, "amount: 9300000\n", "amount: 9.3 Mio\n",
            "malformed-amount", at: "9.3 Mio"),
        Mistake(
            "circa", in: .tokenSafe, "amount: 9300000\n", "amount: ca. 9300000\n", "malformed-amount",
            at: "ca. 9300000"),
        Mistake(
            "a range in one value", in: .tokenSafe, "    low: 111000000\n    high: 821000000\n",
            "    amount: 111000000-821000000\n", "malformed-amount", at: "111000000-821000000"),
        Mistake(
            "more than", in: .tokenSafe, "amount: 9300000\n", "amount: \">9300000\"\n", "malformed-amount",
            at: "\">9300000\""),
        Mistake(
            "n/a for unknown", in: .tokenSafe, "amount: 9300000\n", "amount: n/a\n", "malformed-amount",
            at: "n/a"),
        Mistake(
            "an unknown lower bound", in: .tokenSafe, "    low: 111000000\n", "    low: unknown\n",
            "malformed-amount", at: "unknown"),
        Mistake(
            "an upper bound without its figure", in: .tokenSafe, "    high: 821000000\n", "    high:\n",
            "missing-value", at: ""),
        Mistake(
            "a comma in a number within braces", in: .tokenSafe, "users_affected: unknown",
            "users_affected: {count: 1,200}", "unknown-key", at: "200"),
        Mistake(
            "a number with a plus", in: .tokenSafe, "users_affected: unknown", "users_affected: {count: 50+}",
            "malformed-number", at: "50+"),
        Mistake(
            "a number where keys belong", in: .tokenSafe, "users_affected: unknown", "users_affected: 50",
            "unknown-word", at: "50"),
        Mistake(
            "a headline that stands on a disputed claim", in: .tokenSafe,
            "title: IoTeX token safe drained and",
            "title: IoTeX drained of $8M and", "figure-contradicts-losses", at: "$8M"),
        // Chains
        Mistake(
            "a transaction where an account belongs", in: .tokenSafe, "users_affected: unknown",
            account("\"eip155:1:\(hash)\""), "account-form", at: "ef84bfed1be16dfba1b22060"),
        Mistake(
            "an address without its chain", in: .tokenSafe, "users_affected: unknown",
            account("\"\(address)\""), "malformed", at: "\"\(address)\""),
        Mistake(
            "an address where a transaction belongs", in: .tokenSafe, "users_affected: unknown",
            transaction("eip155:1", "\"\(address)\""), "transaction-form", at: ""),
        Mistake(
            "a link to the explorer", in: .tokenSafe, "users_affected: unknown",
            transaction("eip155:1", "https://etherscan.io/tx/\(hash)"), "malformed",
            at: "https://etherscan.io/tx/\(hash)"),
        Mistake(
            "a chain by its name", in: .tokenSafe, "users_affected: unknown",
            transaction("ethereum", "\"\(hash)\""), "malformed", at: "ethereum"),
        Mistake(
            "a hash without quotes", in: .tokenSafe, "users_affected: unknown", transaction("eip155:1", hash),
            "unquoted-number", at: hash),
        // Moments
        Mistake(
            "a date in words", in: .tokenSafe, "  - at: 2026-02-23\n", "  - at: 23 February 2026\n",
            "malformed-moment", at: "23 February 2026"),
        Mistake(
            "a time of day alone", in: .tokenSafe, noticed, "    at: 09:20 UTC\n    milestone",
            "malformed-moment", at: "09:20 UTC"),
        Mistake(
            "a zone by its name", in: .tokenSafe, noticed, "    at: 2026-02-21T09:20:00 CET\n    milestone",
            "malformed-moment", at: "2026-02-21T09:20:00 CET"),
        Mistake(
            "an offset without its colon", in: .tokenSafe, noticed,
            "    at: 2026-02-21T09:20:00+0100\n    milestone", "malformed-moment",
            at: "2026-02-21T09:20:00+0100"),
        Mistake(
            "a clock of twelve hours", in: .tokenSafe, noticed, "    at: 2026-02-21 9:20am\n    milestone",
            "malformed-moment", at: "2026-02-21 9:20am"),
        Mistake(
            "day and month the other way round", in: .tokenSafe, "  - at: 2026-02-23\n",
            "  - at: 2026-23-02\n",
            "impossible-date", at: "2026-23-02"),
        Mistake(
            "digits of the year swapped", in: .tokenSafe, "  - at: 2026-02-23\n", "  - at: 2062-02-23\n",
            "future-moment", at: "2062-02-23"),
        Mistake(
            "last year's date in January", in: .tokenSafe, "  - id: u2\n    at: 2026-02-24\n",
            "  - id: u2\n    at: 2025-02-24\n", "update-order", at: "2025-02-24"),
        Mistake(
            "an update before the first word", in: .tokenSafe, "  - id: u1\n    at: 2026-02-21\n",
            "  - id: u1\n    at: 2026-02-12\n", "word-before-disclosure", at: "2026-02-12"),
        Mistake(
            "a next word in some hours", in: .tokenSafe, back,
            "      Operations are back.\n    next_update: in 2 hours", "malformed-moment", at: "in 2 hours"),
        Mistake(
            "a question whose day has passed", in: .tokenSafe, "    about: losses#reserves.owner",
            "    about: losses#reserves.owner\n    revisit: 2026-03-01", "overdue-review", at: "2026-03-01"),
        // Words
        Mistake(
            "the opposite word of another format", in: .tokenSafe, "    exposure: unknown",
            "    exposure: unaffected", "unknown-word", at: "unaffected"),
        Mistake(
            "a thief's noun", in: .tokenSafe, "    class: stolen", "    class: theft", "unknown-word",
            at: "theft"),
        Mistake(
            "a to-do list's status", in: .tokenSafe, "    status: planned\n", "    status: todo\n",
            "unknown-word", at: "todo"),
        Mistake(
            "police", in: .tokenSafe, "    about: losses#reserves.owner",
            "    about: losses#reserves.owner\n    withheld: police", "unknown-word", at: "police"),
        Mistake(
            "a status in the writer's own language", in: .tokenSafe, "status: monitoring\nsev",
            "status: beobachtet\nsev", "unknown-word", at: "beobachtet"),
        Mistake(
            "a language by its name", in: .tokenSafe, "severity: critical",
            "severity: critical\nlang: English",
            "malformed", at: "English"),
        // Lists, ids and addresses
        Mistake(
            "advice as a sentence", in: .tokenSafe, "advice: unknown", "advice: Revoke your approvals",
            "unknown-word", at: "Revoke your approvals"),
        Mistake(
            "advice without its dash", in: .tokenSafe, "advice: unknown",
            "advice:\n  do: Revoke your approvals",
            "wrong-type", at: "do"),
        Mistake(
            "evidence with a comma and no brackets", in: .tokenSafe, "    evidence: [analysis, lessons]",
            "    evidence: analysis, lessons", "wrong-type", at: "analysis, lessons"),
        Mistake(
            "two sources where one fits", in: .tokenSafe, "    source: confirmation\n\ntimeline",
            "    source: [confirmation, analysis]\n\ntimeline", "wrong-type", at: "confirmation"),
        Mistake(
            "an address as a source", in: .tokenSafe, "    source: chainbleed\n  - id: minted-iotex",
            "    source: https://chainbleed.com/incident\n  - id: minted-iotex", "malformed",
            at: "https://chainbleed.com/incident"),
        Mistake(
            "a row by its number", in: .tokenSafe, "    about: losses#reserves.owner",
            "    about: losses[0].owner", "malformed", at: "losses[0].owner"),
        Mistake(
            "a claim without its speaker", in: .tokenSafe, "  - id: specter\n    by: Specter\n",
            "  - id: specter\n",
            "missing-field", at: "id"),
        Mistake(
            "a slug like a title", in: .tokenSafe, "severity: critical",
            "severity: critical\nslug: IoTeX Token Safe", "malformed", at: "IoTeX Token Safe"),
        Mistake(
            "underscores in an id", in: .tokenSafe, "id: ABV-2026-0001", "id: ABV_2026_0001", "malformed",
            at: "ABV_2026_0001"),
        Mistake(
            "an address in Markdown", in: .tokenSafe, "url: https://rekt.news/ko/iotex-rekt",
            "url: \"[rekt](https://rekt.news/ko/iotex-rekt)\"", "malformed",
            at: "\"[rekt](https://rekt.news/ko/iotex-rekt)\""),
        Mistake(
            "an address with a blank", in: .tokenSafe, "url: https://rekt.news/ko/iotex-rekt",
            "url: https://rekt.news/ko/iotex rekt", "malformed", at: "https://rekt.news/ko/iotex rekt"),
        // YAML
        Mistake(
            "a list without its colon", in: .tokenSafe, "mitigations:\n", "mitigations\n", "yaml-syntax",
            at: "mitigations"),
        Mistake(
            "a key without its colon", in: .tokenSafe, "  confidence: likely\n  summary: >-",
            "  confidence likely\n  summary: >-", "yaml-syntax", at: "confidence likely"),
        Mistake(
            "an equals sign", in: .tokenSafe, "severity: critical", "severity = critical", "yaml-syntax",
            at: "severity = critical"),
        Mistake(
            "two colons", in: .tokenSafe, "severity: critical", "severity:: critical", "unknown-key",
            at: "severity:"),
        Mistake(
            "a dash without its blank", in: .tokenSafe, "  - id: chain-halt", "  -id: chain-halt",
            "yaml-syntax",
            at: "-id:"),
        Mistake(
            "a star for a dash", in: .tokenSafe, "  - id: chain-halt", "  * id: chain-halt", "yaml-syntax",
            at: "*"),
        Mistake(
            "a key pushed under its neighbour", in: .tokenSafe, "  - id: u2\n    at: 2026-02-24\n",
            "  - id: u2\n      at: 2026-02-24\n", "yaml-syntax", at: "at"),
        Mistake(
            "a key pulled out of its row", in: .tokenSafe, "  - id: u2\n    at: 2026-02-24\n",
            "  - id: u2\n  at: 2026-02-24\n", "yaml-syntax", at: "at:"),
        Mistake(
            "quotes within quotes", in: .tokenSafe,
            "    title: Article on the ioTube bridge attack and the negotiations",
            "    title: \"Article on the \"ioTube\" bridge attack\"", "yaml-syntax",
            at: "ioTube\" bridge attack\""),
    ]
}
