import Diagnostics
import Records
import Testing

@Suite("identifiers in a record")
struct ChainRulesTests {
    private func account(_ account: String) -> String {
        Sample.record("incident", "on_chain: {accounts: [{account: \"\(account)\", role: attacker}]}")
    }

    @Test("one mistyped letter of an address is underlined alone, and named")
    func checksum() throws {
        let found = try expect(
            "account-checksum", in: account("eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA«f»d"))
        #expect(found.first?.severity == .error)
        try expectSilence(
            "account-checksum", in: account("eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
    }

    @Test("an address without capitals is a warning")
    func unchecked() throws {
        let found = try expect(
            "account-unchecked", in: account("eip155:1:«0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed»"))
        #expect(found.map(\.severity) == [.warning])
        try expectSilence(
            "account-unchecked", in: account("eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
    }

    @Test("an account, a hash, a chain and a token that lack their form are found at their places")
    func forms() throws {
        #expect(codes(account("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:0OIl")).contains("account-form"))
        #expect(
            codes(
                transaction("eip155:1", "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b2206")
            ).contains("transaction-form"))
        #expect(
            codes(
                transaction("eip155:1", "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060")
            ).isDisjoint(with: all))
        #expect(
            codes(Sample.record("incident", "losses: [{token: 'eip155:1/DAI', amount: 1}]")).contains(
                "token-form"))
        #expect(
            codes(Sample.record("incident", "losses: [{token: 'eip155:1/slip44:60', amount: 1}]")).isDisjoint(
                with: all))
        #expect(
            codes(
                transaction(
                    "eip155:main", "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060")
            ).contains("chain-form"))
        #expect(
            codes(
                account(
                    "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdP:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")
            ).contains("chain-unknown"))
    }

    private let all: Set = [
        "account-form", "account-checksum", "transaction-form", "token-form", "chain-form", "chain-unknown",
    ]

    @Test("what is too long, too short or unknown is underlined alone")
    func places() throws {
        let address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
        let hash = "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"
        try expect("account-form", in: account("eip155:1:\(address)«99»"))
        try expectSilence("account-form", in: account("eip155:1:\(address)"))
        try expect("transaction-form", in: transaction("eip155:1", "\(hash)«99»"))
        try expect("transaction-form", in: transaction("eip155:1", "\(hash.dropLast(2))«»"))
        try expectSilence("transaction-form", in: transaction("eip155:1", hash))
        try expect("chain-form", in: transaction("eip155:«one»", hash))
        try expectSilence("chain-form", in: transaction("eip155:4689", hash))
        let solana = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvd"
        let key = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"
        try expect(
            "chain-unknown", in: account("solana:«5eykt4UsFv8P8NJdTREpY1vzqKqZKvdq»:\(key)"))
        try expectSilence("chain-unknown", in: account("\(solana)p:\(key)"))
        func loss(_ token: String) -> String {
            Sample.record("incident", "losses: [{token: \(token), amount: 1}]")
        }
        try expect("token-form", in: loss("'eip155:1/«D»AI'"))
        try expectSilence("token-form", in: loss("eip155:1/slip44:60"))
    }

    private func codes(_ text: String) -> Set<String> {
        (try? findings(in: [text]).report.diagnostics.map(\.code)).map(Set.init) ?? []
    }

    private func transaction(_ chain: String, _ hash: String) -> String {
        Sample.record("incident", "on_chain: {transactions: [{chain: \"\(chain)\", hash: \"\(hash)\"}]}")
    }

    @Test("a hash without its 0x is mended by a safe fix that puts it into the quotes")
    func prefix() throws {
        let text = transaction("eip155:1", "5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060")
        let found = try #require(
            try findings(in: [text]).report.sorted.first { $0.code == "transaction-form" })
        let fix = try #require(found.fixes.first)
        #expect(fix.isSafe)
        #expect(fix.edits.first?.replacement == "0x")
        let start = try #require(fix.edits.first?.span.start)
        #expect(found.primary.span.file.text(in: start - 1..<start + 4) == "\"5c50")
    }

    @Test("the same account in two spellings is listed twice, and so is the same hash")
    func repeated() throws {
        try expect(
            "repeated-identifier",
            in: Sample.record(
                "incident",
                """
                on_chain:
                  accounts:
                    - {account: "eip155:4689:io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp"}
                    - {account: «"eip155:4689:0x95E20FD5FDd9A8D9D174C7fAE7c3F9eC51BBbF36"»}
                  transactions:
                    - {chain: "eip155:1", hash: "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"}
                    - {chain: "eip155:1", hash: «"0x5C504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"»}
                    - {chain: "eip155:56", hash: "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"}
                """))
        try expectSilence(
            "repeated-identifier", in: account("eip155:4689:io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp"))
    }
}
