import Incidents

/// The fields of `aboveboard.yml`. A file with `title` and `url` is a site.
package enum SiteFormat {
    package static let shape = ObjectShape(
        "site",
        [
            Field("title", .text(.title), needed: true, "The site's name.", example: "Incident disclosures"),
            Field(
                "url", .text(.url), needed: true, "The site's absolute address; a sub-path works.",
                example: "https://example.org/incidents/"),
            Field("lang", .text(.language), "The site's language, BCP 47; default `en`.", example: "en"),
            Field(
                "description", .text, "What the site is, in a line.", example: "Every incident, told in full."
            ),
            Field("id_prefix", .text(.idPrefix), "The ORG of record ids.", example: "ABC"),
            Field(
                "publisher", .object(publisher), "Who publishes.",
                example: "{name: Example Project, category: vendor}"),
            Field(
                "channels", .list(of: .shared("channel", channel)),
                "The only official channels, shown with every advice.",
                example: "[{name: Website, url: \"https://example.org/\"}]"),
            Field(
                "issuers",
                .rows(
                    "issuer",
                    [
                        Field(
                            "id", .rowID, needed: true, "The name by which records point at it.",
                            example: "iotex"),
                        Field("name", .text, "The project's name.", example: "IoTeX"),
                        Field("url", .text(.url), "Its address.", example: "https://example.org/"),
                        Field(
                            "channels", .list(of: .shared("channel", channel)), "Its official channels.",
                            example: "[{name: Website, url: \"https://example.org/\"}]"),
                    ]), "Projects that speak on this site besides the publisher.",
                example: "[{id: iotex, name: IoTeX}]"),
            Field(
                "assets",
                .rows(
                    "asset",
                    [
                        Field(
                            "id", .rowID, needed: true, "The name by which records point at it.",
                            example: "bridge"),
                        Field("name", .text, "Its name for readers.", example: "The bridge"),
                        Field("type", .words(AssetType.self), "What it is.", example: "contract"),
                        Field(
                            "description", .text, "What it does, in a line.",
                            example: "Moves tokens between chains."),
                        Field(
                            "account", .text(.account), "CAIP-10, where it is an account.",
                            example: "\"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\""),
                        Field(
                            "purl", .text, "Its package URL, where it is a package.",
                            example: "pkg:npm/wallet"),
                        Field("group", .text, "What it belongs to.", example: "Wallets"),
                        Field(
                            "issuer", .rowID, "The issuer whose it is; default the publisher.",
                            example: "iotex"),
                    ]), "The register of what can be touched by an incident.",
                example: "[{id: bridge, name: The bridge, type: contract}]"),
            Field(
                "tokens",
                .rows(
                    "token",
                    [
                        Field(
                            "id", .text(.token), needed: true, "The ticker that records use.", example: "IOTX"
                        ),
                        Field("name", .text, "Its name.", example: "IoTeX"),
                        Field(
                            "caip19", .text(.token), "Its CAIP-19 id.", example: "\"eip155:4689/slip44:304\""),
                        Field("decimals", .integer(0...30), "Digits behind the point.", example: "18"),
                    ]), "Tickers that records use.", example: "[{id: IOTX, name: IoTeX, decimals: 18}]"),
            Field(
                "explorers",
                .rows(
                    "explorer",
                    [
                        Field("chain", .text(.chain), needed: true, "CAIP-2.", example: "eip155:1"),
                        Field("name", .text, "The chain's name.", example: "Ethereum"),
                        Field("token", .text(.token), "Its native token.", example: "ETH"),
                        Field("decimals", .integer(0...30), "Digits behind the point.", example: "18"),
                        Field(
                            "transaction", .text(.explorer),
                            "The address of a transaction's page, {} for the hash.",
                            example: "\"https://example.org/tx/{}\""),
                        Field(
                            "address", .text(.explorer),
                            "The address of an account's page, {} for the address.",
                            example: "\"https://example.org/address/{}\""),
                    ]), "Rows that add to the built-in table of chains or replace its rows.",
                example: "[{chain: \"eip155:1\", name: Ethereum}]"),
            Field(
                "feeds",
                .object(
                    ObjectShape(
                        "feeds",
                        [
                            Field(
                                "items", .integer(1...500), "Items in a subscription document; default 50.",
                                example: "50"),
                            Field("hub", .text(.url), "A WebSub hub.", example: "https://hub.example.org/"),
                            Field(
                                "authority", .text(.authority),
                                "HOST,YEAR of permanent ids; fixed by `init` and kept when the address changes.",
                                example: "\"example.org,2026\""),
                        ])), "How feeds are made.", example: "{items: 50, authority: \"example.org,2026\"}"),
            Field(
                "pages",
                .object(
                    ObjectShape(
                        "pages",
                        [
                            Field(
                                "per_page", .integer(1...1000), "Entries on one page of a list; default 50.",
                                example: "50")
                        ])), "How pages are made.", example: "{per_page: 50}"),
            Field(
                "theme",
                .object(
                    ObjectShape(
                        "theme",
                        [
                            Field(
                                "templates", .text(.filePath),
                                "A folder beside this file whose files override their namesakes.",
                                example: "templates"),
                            Field("accent", .text(.colour), "The accent colour.", example: "\"#0b5fff\""),
                            Field(
                                "logo", .text(.filePath), "An SVG or PNG file beside this file.",
                                example: "logo.svg"),
                        ])), "How the site looks.", example: "{accent: \"#0b5fff\"}"),
            Field(
                "security",
                .object(
                    ObjectShape(
                        "security contact",
                        [
                            Field(
                                "contact", .text, needed: true, "Where to report, as RFC 9116 writes it.",
                                example: "\"mailto:security@example.org\""),
                            Field(
                                "expires", .moment, "When security.txt ends to be valid.",
                                example: "2026-12-31"),
                            Field(
                                "policy", .text(.url), "The disclosure policy's address.",
                                example: "https://example.org/policy"),
                        ])), "What security.txt says.", example: "{contact: \"mailto:security@example.org\"}"),
            Field(
                "as_of", .moment, "A fixed moment for \"overdue\", \"not due yet\" and embargoes.",
                example: "2026-03-01"),
            Field(
                "check",
                .object(
                    ObjectShape(
                        "check",
                        [
                            Field(
                                "deny", .list(of: .text(.rowID)), "Codes that count as errors.",
                                example: "[overdue-promise]"),
                            Field(
                                "allow", .list(of: .text(.rowID)), "Codes that are not told.",
                                example: "[reassuring-word]"),
                        ])), "Which findings weigh more or less here.", example: "{deny: [overdue-promise]}"),
        ])

    private static let publisher = ObjectShape(
        "publisher",
        [
            Field("name", .text, needed: true, "The publisher's name.", example: "Example Project"),
            Field("url", .text(.url), "Its address.", example: "https://example.org/"),
            Field("contact", .text, "Where to reach it.", example: "security@example.org"),
            Field(
                "category", .words(PublisherCategory.self), "CSAF's publisher category.", example: "vendor"),
            Field("namespace", .text(.url), "CSAF's namespace.", example: "https://example.org/"),
        ])

    private static let channel = ObjectShape(
        "channel",
        [
            Field("name", .text, needed: true, "What it is.", example: "Website"),
            Field("url", .text(.url), needed: true, "Its address.", example: "https://example.org/"),
        ])
}
