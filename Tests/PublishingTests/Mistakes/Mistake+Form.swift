extension Mistake {
    /// Slips of YAML, of keys and of what belongs where.
    static let ofForm: [Mistake] = [
        Mistake(
            "a key with a letter twice", in: .tokenSafe, "losses:\n  - id: reserves",
            "lossses:\n  - id: reserves",
            "unknown-key", at: "lossses"),
        Mistake(
            "a misspelt key in a row", in: .tokenSafe,
            "    exposure: affected\n    detail: Control was taken and reserves",
            "    exposrue: affected\n    detail: Control was taken and reserves",
            "unknown-key", at: "exposrue"),
        Mistake(
            "a key of the row that another format has", in: .tokenSafe, "    milestone: detected",
            "    event: detected",
            "unknown-key", at: "event"),
        Mistake(
            "a capital letter in a key", in: .tokenSafe, "severity: critical", "Severity: critical",
            "unknown-key", at: "Severity"),
        Mistake(
            "a hyphen for an underscore", in: .tokenSafe, "users_affected: unknown",
            "users-affected: unknown",
            "unknown-key", at: "users-affected"),
        Mistake(
            "no space after the colon", in: .tokenSafe, "status: monitoring\nsev", "status:monitoring\nsev",
            "yaml-syntax", at: "status:monitoring"),
        Mistake(
            "a tab as indentation", in: .tokenSafe, "    amount: unknown\n    class: stolen",
            "\tamount: unknown\n    class: stolen",
            "tab-indentation", at: "\t"),
        Mistake(
            "one space too many", in: .tokenSafe, "    token: CCS", "     token: CCS",
            "yaml-syntax", at: "token"),
        Mistake(
            "one space too few", in: .tokenSafe, "    amount: 9300000", "   amount: 9300000",
            "yaml-syntax", at: "amount:"),
        Mistake(
            "a list row pushed in", in: .tokenSafe, "  - id: chain-halt", "   - id: chain-halt",
            "yaml-syntax", at: "-"),
        Mistake(
            "a list row pulled out", in: .tokenSafe, "  - id: chain-halt", " - id: chain-halt",
            "yaml-syntax", at: "-"),
        Mistake(
            "a colon in a title", in: .tokenSafe, "title: IoTeX token safe drained and",
            "title: IoTeX: token safe drained and",
            "yaml-syntax", at: ":"),
        Mistake(
            "an unquoted hash in a title", in: .tokenSafe, "title: IoTeX token safe drained and",
            "title: IoTeX token safe #1 drained and",
            "text-cut-short", at: "#1 drained and bridge tokens minted with a private key"),
        Mistake(
            "a quote that is never closed", in: .tokenSafe,
            "Suspicious Activity': A Senior Analyst's Deep Dive\"",
            "Suspicious Activity': A Senior Analyst's Deep Dive",
            "yaml-syntax", at: "IoTeX's 'Token Safe' Breach: A Private Key Scare and Critical Lessons\""),
        Mistake(
            "an apostrophe in single quotes", in: .tokenSafe,
            "    says: About 821 million CIOTX minted in ten transactions",
            "    says: 'IoTeX's 821 million CIOTX'",
            "yaml-syntax", at: "s 821 million CIOTX'"),
        Mistake(
            "a text that begins with a quote", in: .tokenSafe, "    action: Pause the bridge",
            "    action: \"Pause\" the bridge",
            "yaml-syntax", at: "the bridge"),
        Mistake(
            "a text that begins with an at sign", in: .tokenSafe, "    action: Pause the bridge",
            "    action: @iotex pauses the bridge",
            "yaml-syntax", at: "@iotex"),
        Mistake(
            "a text that begins with a percent", in: .tokenSafe, "    says: 86 % of what",
            "    says: %86 of what",
            "yaml-syntax", at: "%86"),
        Mistake(
            "a text that begins with a star", in: .tokenSafe, "    action: Pause the bridge",
            "    action: *Pause* the bridge",
            "yaml-syntax", at: "*Pause*"),
        Mistake(
            "a text that begins with a backtick", in: .tokenSafe, "    action: Pause the bridge",
            "    action: `pause()` the bridge",
            "yaml-syntax", at: "`pause()`"),
        Mistake(
            "a text in brackets", in: .tokenSafe, "    action: Pause the bridge",
            "    action: [Bridge] pause it",
            "yaml-syntax", at: "pause it"),
        Mistake(
            "a bracket never closed", in: .tokenSafe, "tags: [bridge, key-compromise, minted-supply]",
            "tags: [bridge, key-compromise, minted-supply",
            "yaml-syntax", at: "["),
        Mistake(
            "a brace never closed", in: .tokenSafe,
            "basis: estimate}\n    confidence: likely\n    source: rekt\n    superseded_by",
            "basis: estimate\n    confidence: likely\n    source: rekt\n    superseded_by",
            "yaml-syntax", at: "{"),
        Mistake(
            "tags with commas and no brackets", in: .tokenSafe,
            "tags: [bridge, key-compromise, minted-supply]", "tags: bridge, key-compromise, minted-supply",
            "wrong-type", at: "bridge, key-compromise, minted-supply"),
        Mistake(
            "a block text that is not indented", in: .tokenSafe,
            "  IoTeX puts the loss at $4.4 million in nine", "IoTeX puts the loss at $4.4 million in nine",
            "yaml-syntax",
            at:
                "IoTeX puts the loss at $4.4 million in nine tokens. Other published figures count other things and"
        ),
        Mistake(
            "amount beside low and high", in: .tokenSafe, "    low: 111000000\n    high: 821000000\n",
            "    amount: 410000000\n    low: 111000000\n    high: 821000000\n",
            "conflicting-keys", at: "high"),
        Mistake(
            "low without high", in: .tokenSafe, "    low: 111000000\n    high: 821000000\n",
            "    low: 111000000\n",
            "conflicting-keys", at: "low"),
        Mistake(
            "two documents", in: .tokenSafe, "timeline:\n", "---\ntimeline:\n",
            "multiple-documents", at: "---"),
        Mistake(
            "a merge key", in: .tokenSafe, "  - id: minted-ccs\n", "  - <<: *defaults\n    id: minted-ccs\n",
            "unknown-anchor", at: "*defaults"),
        Mistake(
            "a list with nothing in it", in: .tokenSafe, "tags: [bridge, key-compromise, minted-supply]",
            "tags: []",
            "empty-list", at: "[]"),
        Mistake(
            "a key with nothing after it", in: .tokenSafe, "severity: critical", "severity:",
            "missing-value", at: ""),
        Mistake(
            "null for not known", in: .tokenSafe, "users_affected: unknown", "users_affected: null",
            "missing-value", at: "null"),
        Mistake(
            "a tilde for not known", in: .tokenSafe, "users_affected: unknown", "users_affected: ~",
            "missing-value", at: "~"),
        Mistake(
            "a question mark for not known", in: .tokenSafe, "amount: 9300000\n", "amount: ?\n",
            "yaml-syntax", at: "?"),
        Mistake(
            "the same key twice", in: .tokenSafe, "severity: critical", "severity: critical\nseverity: high",
            "duplicate-key", at: "severity"),
        Mistake(
            "a mapping where a list belongs", in: .tokenSafe, "credits:\n  - name: Specter\n    role:",
            "credits:\n    name: Specter\n    role:",
            "wrong-type", at: "name"),
        Mistake(
            "a list where one text belongs", in: .tokenSafe,
            "title: IoTeX token safe drained and bridge tokens minted with a private key",
            "title: [IoTeX token safe drained]",
            "wrong-type", at: "IoTeX token safe drained"),
        Mistake(
            "one row where a list belongs", in: .tokenSafe,
            "credits:\n  - name: Specter\n    role: First public report", "credits: Specter",
            "wrong-type", at: "Specter"),
        Mistake(
            "root cause fields at the outer level", in: .tokenSafe, "  category: key_compromise",
            "category: key_compromise",
            "yaml-syntax", at: "confidence"),
        Mistake(
            "a missing dash", in: .tokenSafe, "  - name: THORChain", "    name: THORChain",
            "duplicate-key", at: "name"),
        Mistake(
            "no severity", in: .tokenSafe, "severity: critical\n", "",
            "missing-field", at: "id"),
        Mistake(
            "no title", in: .tokenSafe,
            "title: IoTeX token safe drained and bridge tokens minted with a private key\n", "",
            "missing-field", at: "id"),
        Mistake(
            "an incident's key in a statement", in: .okx, "status: not_affected\ndis",
            "status: not_affected\nseverity: low\ndis",
            "unknown-key", at: "severity"),
        Mistake(
            "site: a misspelt key", in: .site, "publisher:", "publishr:",
            "unknown-key", at: "publishr"),
        Mistake(
            "site: two documents", in: .site, "assets:\n", "---\nassets:\n",
            "multiple-documents", at: "---"),
        Mistake(
            "references misspelt", in: .tokenSafe, "references:\n", "refrences:\n",
            "unknown-key", at: "refrences"),
        Mistake(
            "questions misspelt", in: .trinity, "questions:\n", "question:\n",
            "unknown-key", at: "question"),
        Mistake(
            "advice without what to do", in: .trinity,
            "    do: Make a new seed, if you did not migrate your tokens\n", "",
            "missing-field", at: "id"),
    ]
}
