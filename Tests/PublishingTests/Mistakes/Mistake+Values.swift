extension Mistake {
    /// Values that are not written as their fields want them.
    static let ofValues: [Mistake] = [
        Mistake(
            "a tag with a blank in it", in: .tokenSafe, "tags: [bridge, key-compromise,",
            "tags: [bridge, key compromise,",
            "malformed", at: "key compromise"),
        Mistake(
            "a day that does not exist", in: .tokenSafe, "  - at: 2026-02-23\n", "  - at: 2026-02-30\n",
            "impossible-date", at: "2026-02-30"),
        Mistake(
            "a day in the order of the land", in: .tokenSafe, "  - at: 2026-02-23\n", "  - at: 23.02.2026\n",
            "malformed-moment", at: "23.02.2026"),
        Mistake(
            "a day with slashes", in: .tokenSafe, "disclosed: 2026-02-21", "disclosed: 02/21/2026",
            "malformed-moment", at: "02/21/2026"),
        Mistake(
            "a moment without its offset", in: .tokenSafe, "    at: 2026-02-21T09:20:00Z\n    milestone",
            "    at: 2026-02-21T09:20:00\n    milestone",
            "time-without-offset", at: "2026-02-21T09:20:00"),
        Mistake(
            "a moment with a blank for the T", in: .tokenSafe, "    at: 2026-02-21T09:20:00Z\n    milestone",
            "    at: 2026-02-21 09:20 UTC\n    milestone",
            "time-without-seconds", at: "2026-02-21 09:20 UTC"),
        Mistake(
            "an hour that no day has", in: .tokenSafe, "    at: 2026-02-21T09:20:00Z\n    milestone",
            "    at: 2026-02-21T25:00:00Z\n    milestone",
            "impossible-date", at: "2026-02-21T25:00:00Z"),
        Mistake(
            "a month of one digit", in: .tokenSafe, "    done: 2026-02\n    detail: After",
            "    done: 2026-2\n    detail: After",
            "malformed-moment", at: "2026-2"),
        Mistake(
            "an amount with commas", in: .tokenSafe, "amount: 9300000\n", "amount: 9,300,000\n",
            "malformed-amount", at: "9,300,000"),
        Mistake(
            "an amount of blanks", in: .tokenSafe, "amount: 9300000\n", "amount: 9 300 000\n",
            "malformed-amount", at: "9 300 000"),
        Mistake(
            "an amount with its unit", in: .tokenSafe, "amount: 9300000\n", "amount: 9300000 CCS\n",
            "malformed-amount", at: "9300000 CCS"),
        Mistake(
            "an amount as newspapers write it", in: .tokenSafe, "      amount: 4400000\n",
            "      amount: $4.4M\n",
            "malformed-amount", at: "$4.4M"),
        Mistake(
            "an amount as a power", in: .tokenSafe, "amount: 9300000\n", "amount: 9.3e6\n",
            "malformed-amount", at: "9.3e6"),
        Mistake(
            "a currency that is none", in: .tokenSafe, "      currency: USD\n", "      currency: US$\n",
            "malformed", at: "US$"),
        Mistake(
            "a currency in small letters", in: .tokenSafe, "      currency: USD\n", "      currency: usd\n",
            "malformed", at: "usd"),
        Mistake(
            "a next update in words", in: .tokenSafe, "      Operations are back.\n    next_update: unknown",
            "      Operations are back.\n    next_update: tomorrow",
            "malformed-moment", at: "tomorrow"),
        Mistake(
            "a title that is too long", in: .tokenSafe, "with a private key\n",
            "with a private key of the validator owner on the Ethereum side of the bridge, which nobody had expected to be lost\n",
            "too-long",
            at:
                "IoTeX token safe drained and bridge tokens minted with a private key of the validator owner on the Ethereum side of the bridge, which nobody had expected to be lost"
        ),
        Mistake(
            "a status of another page's words", in: .tokenSafe, "status: monitoring\nsev",
            "status: ongoing\nsev",
            "unknown-word", at: "ongoing"),
        Mistake(
            "a misspelt status", in: .tokenSafe, "status: monitoring\nsev", "status: monitorring\nsev",
            "unknown-word", at: "monitorring"),
        Mistake(
            "a severity of another scale", in: .tokenSafe, "severity: critical", "severity: SEV1",
            "unknown-word", at: "SEV1"),
        Mistake(
            "a confidence that is no word of the list", in: .tokenSafe,
            "    source: phemex\n    confidence: confirmed", "    source: phemex\n    confidence: certain",
            "unknown-word", at: "certain"),
        Mistake(
            "a phase that is none", in: .tokenSafe, "phase: recovery", "phase: fixed",
            "unknown-word", at: "fixed"),
        Mistake(
            "a word with a capital letter", in: .tokenSafe, "severity: critical", "severity: Critical",
            "unknown-word", at: "Critical"),
        Mistake(
            "a kind that is none", in: .tokenSafe, "kind: incident", "kind: postmortem",
            "unknown-word", at: "postmortem"),
        Mistake(
            "yes for a flag", in: .tokenSafe, "severity: critical", "severity: critical\ndraft: yes",
            "malformed-flag", at: "yes"),
        Mistake(
            "an address without its scheme", in: .tokenSafe,
            "url: https://chainbleed.com/incident/iotex-2026-02-21-2",
            "url: chainbleed.com/incident/iotex-2026-02-21-2",
            "malformed", at: "chainbleed.com/incident/iotex-2026-02-21-2"),
        Mistake(
            "a right-to-left override", in: .tokenSafe, "    action: Pause the bridge",
            "    action: Pause the \u{202E}bridge",
            "hidden-direction", at: "\u{202E}"),
        Mistake(
            "TBD for not known", in: .tokenSafe, "users_affected: unknown", "users_affected: TBD",
            "unknown-word", at: "TBD"),
        Mistake(
            "an id with a blank", in: .tokenSafe, "  - id: bridge-pause", "  - id: bridge pause",
            "malformed", at: "bridge pause"),
        Mistake(
            "a number that is not the record's form", in: .tokenSafe, "id: ABV-2026-0001", "id: ABV-2026-1",
            "malformed", at: "ABV-2026-1"),
        Mistake(
            "a justification that is none", in: .okx, "justification: component_not_present",
            "justification: not_used",
            "unknown-word", at: "not_used"),
        Mistake(
            "curly quotes around a value", in: .tokenSafe, "id: ABV-2026-0001", "id: “ABV-2026-0001”",
            "malformed", at: "“ABV-2026-0001”"),
        Mistake(
            "a decimal comma", in: .tokenSafe, "amount: 9300000\n", "amount: 9,3\n",
            "malformed-amount", at: "9,3"),
        Mistake(
            "site: an asset type that is none", in: .site, "type: network\n    description: The IoTeX",
            "type: blockchain\n    description: The IoTeX",
            "unknown-word", at: "blockchain"),
        Mistake(
            "a word for a number of users", in: .trinity, "  count: 50\n", "  count: about 50\n",
            "malformed-number", at: "about 50"),
        Mistake(
            "site: url without scheme", in: .site, "url: https://disclosures.example.org/\nlang",
            "url: disclosures.example.org\nlang",
            "malformed", at: "disclosures.example.org"),
    ]
}
