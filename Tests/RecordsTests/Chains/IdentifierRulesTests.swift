import Diagnostics
import Records
import Testing

@Suite("chains, tokens and transactions")
struct IdentifierRulesTests {
    static let hex = String(repeating: "0f", count: 32)
    static let trytes = String(repeating: "9AZ", count: 27)
    static let signature =
        "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW"

    @Test(
        "hashes are held against their chain's form",
        arguments: [
            ("eip155:1", "0x" + hex, true), ("eip155:1", hex, false),
            ("eip155:1", "0x" + hex.dropLast(), false),
            ("eip155:1", "0x" + hex + "0", false), ("eip155:1", "0x" + hex.dropLast() + "g", false),
            ("eip155:4689", "0x" + hex, true), ("eip155:4689", hex, true),
            ("bip122:000000000019d6689c085ae165831e93", hex, true),
            ("bip122:000000000019d6689c085ae165831e93", "0x" + hex, false), ("tron:0x2b6653dc", hex, true),
            ("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", signature, true),
            (
                "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
                false
            ),
            ("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", signature.dropLast() + "0", false),
            ("iota:mainnet", trytes, true), ("iota:mainnet", trytes + "A", false),
            ("iota:mainnet", "a" + trytes.dropFirst(), false),
            ("iota:mainnet", "4fLLLzHkQbxMrqcTv7DQzTnh9LYLYVGGqBv4r2jPZSiF", true),
            ("iota:mainnet", "4fLLL", false),
            ("cosmos:cosmoshub-3", "anything", true), ("eip155:1", "", false), ("eip155:1", "0xé", false),
        ] as [(String, String, Bool)])
    func transactions(chain: String, hash: String, isGood: Bool) {
        let problems = AddressRules.problems(inTransaction: hash, on: chain)
        #expect(problems.isEmpty == isGood, "\(problems)")
        for problem in problems {
            #expect(problem.range.upperBound <= hash.utf8.count && problem.help != nil)
        }
    }

    @Test("a missing and a needless 0x have safe fixes")
    func prefixFixes() throws {
        let missing = try #require(AddressRules.problems(inTransaction: Self.hex, on: "eip155:1").first)
        #expect(missing.replacement == "0x" && missing.range == 0..<0 && missing.isSafe)
        let needless = try #require(
            AddressRules.problems(inTransaction: "0x" + Self.hex, on: "tron:0x2b6653dc").first)
        #expect(needless.replacement == "" && needless.range == 0..<2 && needless.isSafe)
    }

    @Test("an address among the transactions is recognised")
    func addressAmongHashes() throws {
        let problem = try #require(
            AddressRules.problems(inTransaction: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", on: "eip155:1")
                .first)
        #expect(problem.help?.contains("accounts") == true)
    }

    @Test(
        "chains of known families have their family's form",
        arguments: [
            ("eip155:1", true), ("eip155:01", false), ("eip155:mainnet", false),
            ("bip122:000000000019d6689c085ae165831e93", true),
            ("bip122:000000000019D6689c085ae165831e93", false),
            ("bip122:12a765e31ffd4059bada1e25190f6e98", true),
            ("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", true),
            ("solana:mainnet", false), ("tron:0x2b6653dc", true), ("tron:mainnet", false),
            ("iota:mainnet", true),
            ("cosmos:cosmoshub-3", true), ("eip155", false),
        ])
    func chains(chain: String, isGood: Bool) {
        #expect(AddressRules.problems(inChain: chain).isEmpty == isGood)
    }

    @Test("a chain that is almost a known one is a warning with its name")
    func almostKnown() throws {
        let problem = try #require(
            AddressRules.problems(inChain: "bip122:000000000019d6689c085ae165831e94").first)
        #expect(problem.code == .unknownChain && problem.severity == .warning)
        #expect(problem.replacement == "000000000019d6689c085ae165831e93")
    }

    @Test("a token's contract has its chain's checksum")
    func tokens() throws {
        #expect(
            AddressRules.problems(inToken: "eip155:1/erc20:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
                .isEmpty)
        #expect(AddressRules.problems(inToken: "eip155:4689/slip44:304").isEmpty)
        #expect(
            AddressRules.problems(inToken: "tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t").isEmpty
        )
        #expect(AddressRules.problems(inToken: "cosmos:cosmoshub-3/slip44:118").isEmpty)
        let wrong = try #require(
            AddressRules.problems(inToken: "eip155:1/erc20:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAec").first)
        #expect(wrong.code == .accountChecksum && wrong.range == 56..<57 && wrong.replacement == "d")
        #expect(AddressRules.problems(inToken: "eip155:1/slip44:x").first?.code == .token)
        #expect(AddressRules.problems(inToken: "IOTX").first?.code == .token)
    }
}
