import Incidents
import Testing

@Suite("identifiers on chains")
struct ChainIdentifierTests {
    private func fault<T>(_ read: () throws(IdentifierFault) -> T) -> IdentifierFault? {
        do throws(IdentifierFault) {
            _ = try read()
            return nil
        } catch {
            return error
        }
    }

    @Test("chains, accounts and tokens are read into their parts and written back")
    func roundTrips() throws {
        #expect(try ChainID(parsing: "eip155:1") == ChainID(namespace: "eip155", reference: "1"))
        let account = try AccountID(parsing: "tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
        #expect(account.address == "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
        #expect(account.text.utf8.dropFirst(account.addressOffset).elementsEqual(account.address.utf8))
        for text in [
            "eip155:1/slip44:60", "eip155:1/erc721:0x06012c8cf97BEaD5deAe237070F9587f8E7A266d/771769",
            "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/token:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
        ] {
            let token = try TokenID(parsing: text)
            #expect(token.text == text)
            #expect(text.utf8.dropFirst(token.referenceOffset).starts(with: token.reference.utf8))
        }
    }

    @Test(
        "the first thing out of place is named where it stands",
        arguments: [
            ("", 0..<0), ("eip155", 6..<6), ("eip155:", 7..<7), ("ei:1", 0..<2), ("Eip155:1", 0..<1),
            ("eip155:1:2", 8..<10), ("eip155:1 ", 8..<9), ("namespaces:1", 0..<10), ("eip155:é", 7..<9),
            ("eip155/1", 6..<7),
        ])
    func chainFaults(text: String, range: Range<Int>) {
        #expect(fault { () throws(IdentifierFault) in try ChainID(parsing: text) }?.range == range)
    }

    @Test("a Cyrillic letter in an address is called by its number")
    func lookAlike() {
        let fault = fault { () throws(IdentifierFault) in try AccountID(parsing: "eip155:1:0x5\u{0430}Ae") }
        #expect(fault?.range == 12..<14)
        #expect(fault?.reason.contains("U+0430") == true)
    }

    @Test("tokens need a namespace, a reference, and nothing behind an item")
    func tokenFaults() {
        for (text, range) in [
            ("eip155:1", 8..<8), ("eip155:1/erc20", 14..<14), ("eip155:1/erc20:", 15..<15),
            ("eip155:1/erc20:0x0/", 19..<19), ("eip155:1/erc20:0x0/1/2", 20..<22), ("eip155:1:0x0", 8..<9),
        ] {
            #expect(
                fault { () throws(IdentifierFault) in try TokenID(parsing: text) }?.range == range, "\(text)")
        }
    }
}

@Suite("the table of chains")
struct ChainRegistryTests {
    private let bitcoin = ChainID(namespace: "bip122", reference: "000000000019d6689c085ae165831e93")

    @Test("explorers are addressed as their sites ask")
    func explorers() throws {
        let registry = ChainRegistry()
        #expect(
            registry.address(of: try AccountID(parsing: "tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"))
                == "https://tronscan.org/#/address/TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
        #expect(registry.address(ofTransaction: "ab", on: bitcoin) == "https://mempool.space/tx/ab")
        #expect(registry.name(of: bitcoin) == "Bitcoin")
        #expect(registry.name(of: ChainID(namespace: "cosmos", reference: "x")) == "cosmos:x")
    }

    @Test("a site's row replaces what it says and keeps the rest")
    func overlay() throws {
        var row = SiteConfiguration.ExplorerRow(chain: bitcoin.text)
        row.transaction = "https://example.org/{}?t={}"
        var new = SiteConfiguration.ExplorerRow(chain: "cosmos:cosmoshub-3")
        new.name = "Cosmos Hub"
        let registry = ChainRegistry(adding: [row, new])
        #expect(registry.address(ofTransaction: "ab", on: bitcoin) == "https://example.org/ab?t=ab")
        #expect(registry[bitcoin]?.token == "BTC")
        #expect(registry.chains.map(\.id.text) == registry.chains.map(\.id.text).sorted())
        #expect(registry.name(of: ChainID(namespace: "cosmos", reference: "cosmoshub-3")) == "Cosmos Hub")
    }

    @Test("nothing but letters and digits is put into an address of the web")
    func injection() {
        let registry = ChainRegistry()
        for hash in ["", "../x", "a?b", "a#b", "a%2Fb", "é"] {
            #expect(registry.address(ofTransaction: hash, on: bitcoin) == nil)
        }
    }

    @Test("what IOTA's chain of today does not know gets no link to its explorer")
    func legacyIOTA() throws {
        let registry = ChainRegistry()
        let trytes = String(repeating: "A", count: 81)
        #expect(registry.address(of: try AccountID(parsing: "iota:mainnet:" + trytes)) == nil)
        #expect(
            registry.address(ofTransaction: trytes, on: ChainID(namespace: "iota", reference: "mainnet"))
                == nil)
        #expect(
            registry.address(of: try AccountID(parsing: "iota:mainnet:0x12"))?.hasSuffix("/address/0x12")
                == true)
    }
}
