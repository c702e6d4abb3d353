import Diagnostics
import Incidents
import Records
import TestKit
import Testing

@Suite("addresses")
struct AddressRulesTests {
    static let evm = [
        "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "eip155:56:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "eip155:4689:0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "eip155:4689:0x95E20FD5FDd9A8D9D174C7fAE7c3F9eC51BBbF36",
    ]
    static let checksummed =
        evm + [
            "eip155:4689:io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp",
            "bip122:000000000019d6689c085ae165831e93:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "bip122:000000000019d6689c085ae165831e93:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
            "bip122:000000000019d6689c085ae165831e93:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "iota:mainnet:iota1qrhacyfwlcnzkvzteumekfkrrwks98mpdm37cj4xx3drvmjvnep6xqgyzyx",
            "iota:mainnet:FJHSSHBZTAKQNDTIKJYCZBOZDGSZANCZSWCNWUOCZXFADNOQSYAHEJPXRLOVPNOQFQXXGEGVDGICLMOXXCHLTDDASB",
        ]
    static let uncheckable = [
        "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
        "iota:mainnet:0x" + String(repeating: "0a", count: 32),
        "cosmos:cosmoshub-3:cosmos1t2uflqwqe0fsj0shcfkrvpukewcw40yjj6hdc0",
        "eip155:4689:io0000000000000000000000rewardingprotocol",
        "eip155:4689:io000000000000000000000000stakingprotocol",
        "eip155:1:0x0000000000000000000000000000000000000000",
    ]

    @Test("good addresses of every family have nothing wrong", arguments: checksummed + uncheckable)
    func good(account: String) {
        #expect(AddressRules.problems(inAccount: account) == [])
        #expect(AddressRules.isSound(account: account))
    }

    @Test("no address with one character replaced by any other is sound", arguments: checksummed)
    func mutations(account: String) throws {
        let offset = try AccountID(parsing: account).addressOffset
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.%:/ _é".utf8)
        var bytes = Array(account.utf8)
        for position in offset..<bytes.count {
            let good = bytes[position]
            for character in alphabet where character != good {
                bytes[position] = character
                let mutant = String(decoding: bytes, as: UTF8.self)
                #expect(!AddressRules.isSound(account: mutant), "\(mutant)")
            }
            bytes[position] = good
        }
    }

    @Test("the mistyped character is named, and what it should be", arguments: checksummed)
    func named(account: String) throws {
        let offset = try AccountID(parsing: account).addressOffset
        let bytes = Array(account.utf8)
        var random = SeededRandom(seed: 7)
        // A character of the family's own alphabet, so that it is the checksum that finds it.
        let own = Array(Set(bytes[(offset + 6)...])).sorted()
        for _ in 0..<4 {
            let position = Int.random(in: (offset + 6)..<bytes.count, using: &random)
            guard
                let other = own.filter({ $0 | 0x20 != bytes[position] | 0x20 }).randomElement(using: &random)
            else {
                continue
            }
            var mutant = bytes
            mutant[position] = other
            let problems = AddressRules.problems(inAccount: String(decoding: mutant, as: UTF8.self))
            let problem = try #require(problems.first)
            #expect(problems.count == 1 && problem.severity == .error)
            #expect(problem.range == position..<(position + 1), "\(problem)")
            if problem.code == .accountChecksum {
                #expect(problem.replacement == String(decoding: [bytes[position]], as: UTF8.self))
                #expect(!problem.isSafe)
                #expect(
                    problem.help?.hasSuffix(
                        account.utf8.dropFirst(offset).map { String(UnicodeScalar($0)) }.joined()) == true)
            }
        }
    }

    @Test(
        "published bad addresses are refused",
        arguments: [
            "bip122:000000000019d6689c085ae165831e93:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "bip122:000000000019d6689c085ae165831e93:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
            // BIP 350's list of what is no segwit address.
            "bip122:000000000019d6689c085ae165831e93:tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut",
            "bip122:000000000019d6689c085ae165831e93:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
            "bip122:000000000019d6689c085ae165831e93:BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
            "bip122:000000000019d6689c085ae165831e93:bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
            "bip122:000000000019d6689c085ae165831e93:BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
            "bip122:000000000019d6689c085ae165831e93:bc1pw5dgrnzv",
            "bip122:000000000019d6689c085ae165831e93:BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
            "bip122:000000000019d6689c085ae165831e93:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
            "bip122:000000000019d6689c085ae165831e93:bc1gmk9yu",
            "bip122:000000000019d6689c085ae165831e93:tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
            "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
            "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0",
            "eip155:1:0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "eip155:1:5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "eip155:1:io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp",
            "eip155:4689:io1JH3ql40amx5dn5t5claw0slea3gmh0ek8flwlp",
            "eip155:4689:io0000000000000000000000stakingprotocol", "eip155:1:vitalik.eth", "eip155:1:0x",
            "tron:0x2b6653dc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "tron:0x2b6653dc:41a614f803b6fd780986a42c78ec9c7f77e6ded13c",
            "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTD",
            "iota:mainnet:0x12", "iota:mainnet:iota", "iota:mainnet:" + String(repeating: "A", count: 82),
            "iota:mainnet:FJHSSHBZTAKQNDTIKJYCZBOZDGSZANCZSWCNWUOCZXFADNOQSYAHEJPXRLOVPNOQFQXXGEGVDGICLMOXXCHLTDDABS",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "",
        ])
    func bad(account: String) {
        let problems = AddressRules.problems(inAccount: account)
        #expect(problems.contains { $0.severity == .error })
        #expect(!AddressRules.isSound(account: account))
        for problem in problems {
            #expect(problem.range.upperBound <= account.utf8.count && problem.range.lowerBound >= 0)
            #expect(problem.help != nil && !problem.message.hasSuffix("."))
        }
    }

    @Test("one case leaves an EVM address without a checksum: a warning, and a safe fix to EIP-55's capitals")
    func singleCase() throws {
        let right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
        for digits in [right.dropFirst(2).lowercased(), right.dropFirst(2).uppercased()] {
            let problem = try #require(AddressRules.problems(inAccount: "eip155:1:0x" + digits).first)
            #expect(problem.code == .accountUnchecked && problem.severity == .warning)
            #expect(problem.replacement == right && problem.isSafe)
            #expect(problem.range == 9..<51)
        }
    }

    @Test("two wrong characters are refused without a guess")
    func twoWrong() throws {
        for account in [
            "eip155:1:0x6aAeb6053F3E94C9b9A09f33669435E7Ef1BeAec",
            "tron:0x2b6653dc:TR8NHqjeKQxGTCi8q8ZY4pL8otSzgjLj7t",
        ] {
            let problem = try #require(AddressRules.problems(inAccount: account).first)
            #expect(problem.code == .accountChecksum && problem.replacement == nil)
            #expect(problem.range.upperBound == account.utf8.count)
        }
    }

    @Test("81 trytes get their nine of checksum as a fix")
    func trytes() throws {
        let address = "FJHSSHBZTAKQNDTIKJYCZBOZDGSZANCZSWCNWUOCZXFADNOQSYAHEJPXRLOVPNOQFQXXGEGVDGICLMOXX"
        let problem = try #require(AddressRules.problems(inAccount: "iota:mainnet:" + address).first)
        #expect(problem.severity == .warning && problem.replacement == "CHLTDDASB" && problem.isSafe)
    }

    @Test("both spellings of an IoTeX account are one account")
    func iotexSpellings() {
        let hex = "eip155:4689:0x95E20FD5FDd9A8D9D174C7fAE7c3F9eC51BBbF36"
        let bech32 = "eip155:4689:io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp"
        #expect(AddressRules.normalForm(ofAccount: bech32) == hex)
        #expect(AddressRules.normalForm(ofAccount: hex.lowercased()) == hex)
        #expect(
            IoTeXAccount.bech32(of: "0x95E20FD5FDd9A8D9D174C7fAE7c3F9eC51BBbF36")
                == "io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp")
        #expect(
            IoTeXAccount.hex(of: "io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp")
                == "0x95E20FD5FDd9A8D9D174C7fAE7c3F9eC51BBbF36")
        #expect(IoTeXAccount.hex(of: "io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlq") == nil)
        #expect(IoTeXAccount.hex(of: "io0000000000000000000000rewardingprotocol") == nil)
    }

    @Test("random accounts go from hex to io1 and back")
    func randomIoTeX() throws {
        var random = SeededRandom(seed: 4689)
        for _ in 0..<50 {
            let digits = (0..<40).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }
                .joined()
            let hex = AddressRules.normalForm(ofAccount: "eip155:4689:0x" + digits).dropFirst(12)
            let bech32 = try #require(IoTeXAccount.bech32(of: String(hex)))
            #expect(AddressRules.isSound(account: "eip155:4689:" + bech32))
            #expect(IoTeXAccount.hex(of: bech32) == String(hex))
        }
    }
}
