import Incidents
import TestKit
import Testing

@Suite("The ledger of losses")
struct LossLedgerTests {
    private func loss(
        _ token: String?, _ amount: String?, _ lossClass: LossClass? = .stolen, frozen: String? = nil,
        recovered: String? = nil, returned: String? = nil, atLarge: String? = nil, usd: String? = nil
    ) throws -> Loss {
        func quantity(_ text: String?) throws -> Quantity? {
            try text.map { $0 == "unknown" ? .unknown : .exact(try #require(Amount($0))) }
        }
        return Loss(
            token: token, quantity: try quantity(amount) ?? .unknown, lossClass: lossClass,
            value: try quantity(usd).map { Money(currency: "USD", quantity: $0) },
            frozen: try quantity(frozen), recovered: try quantity(recovered),
            returned: try quantity(returned), atLarge: try quantity(atLarge))
    }

    private func exact(_ text: String) throws -> Quantity { .exact(try #require(Amount(text))) }

    @Test("rows of one token and class are one line, in the order in which tokens first stand")
    func lines() throws {
        let ledger = LossLedger([
            try loss("ETH", "1.5", frozen: "1"), try loss("USDC", "10", recovered: "4"),
            try loss("ETH", "2.5", returned: "0.25", atLarge: "1"),
        ])
        #expect(ledger.lines.map(\.token) == ["ETH", "USDC"])
        #expect(try ledger.lines[0].gross == exact("4"))
        #expect(try ledger.lines[0].net == exact("3.75"))
        #expect(try ledger.lines[0].unaccounted == exact("1.75"))
        #expect(try ledger.lines[1].net == exact("6"))
    }

    @Test("what was minted never stands in the sum of what was stolen, neither in tokens nor in value")
    func minted() throws {
        let ledger = LossLedger([
            try loss("CIOTX", "410000000", .minted, usd: "4000000"), try loss("CIOTX", "10", usd: "1"),
            try loss("CIOTX", "5", nil),
        ])
        #expect(ledger.lines.map(\.lossClass) == [.minted, .stolen, nil])
        #expect(try ledger.lines.map(\.gross) == [exact("410000000"), exact("10"), exact("5")])
        #expect(ledger.values.map(\.lossClass) == [.minted, .stolen])
        #expect(try ledger.values.map(\.total.quantity) == [exact("4000000"), exact("1")])
    }

    @Test("a value total says how many rows of its class it leaves out")
    func leftOut() throws {
        let euros = Loss(
            token: "EURC", quantity: try exact("7"), lossClass: .stolen,
            value: Money(currency: "EUR", quantity: try exact("7")))
        let ledger = LossLedger([
            try loss("ETH", "1", usd: "3000"), try loss("WBTC", "1"), euros,
            try loss("DAI", "1", usd: "unknown"),
            try loss("UNI", "9", .minted),
        ])
        #expect(ledger.values.map(\.total.currency) == ["USD", "EUR"])
        #expect(ledger.values.map(\.total.count) == [1, 1])
        #expect(ledger.values.map(\.leftOut) == [3, 3])
        #expect(try ledger.values[0].total.quantity == exact("3000"))
    }

    @Test("a row that tells only a value is no line, and one that tells nothing is one of its own")
    func withoutToken() throws {
        let ledger = LossLedger([
            try loss(nil, nil, usd: "5"), try loss(nil, nil), try loss(nil, nil), try loss("ETH", "1"),
        ])
        #expect(ledger.lines.map(\.token) == [nil, nil, "ETH"])
        #expect(ledger.lines[0].gross == .unknown)
        #expect(ledger.values.map(\.leftOut) == [3])
    }

    @Test("one unknown amount makes the line's gross unknown, and its known dispositions stay")
    func unknown() throws {
        let ledger = LossLedger([try loss("ETH", "unknown", frozen: "2"), try loss("ETH", "5", frozen: "1")])
        #expect(ledger.lines[0].gross == .unknown)
        #expect(ledger.lines[0].net == .unknown)
        #expect(try ledger.lines[0].frozen == exact("3"))
    }

    @Test("gross is what every disposition and the rest add up to, to the last of sixty digits")
    func conservation() throws {
        var random = SeededRandom(seed: 21)
        for _ in 0..<60 {
            let parts = (0..<5).map { _ in SchoolbookDecimal.randomText(&random) }
            let paper = parts.map { SchoolbookDecimal($0) }
            let gross = paper.dropFirst().reduce(paper[0], +)
            // A record's amounts have thirty digits before the point; the sum of five may have one more.
            guard Amount(gross.text) != nil else { continue }
            let row = try loss(
                "ETH", gross.text, frozen: parts[0], recovered: parts[1], returned: parts[2],
                atLarge: parts[3])
            let line = try #require(LossLedger([row, row]).lines.first)
            let left = try #require(Amount(parts[4]))
            #expect(line.unaccounted == .exact(left + left))
            let net = try #require(gross.minus(paper[1])?.minus(paper[2]))
            #expect(try line.net == .exact(#require(Amount(net.text)) + #require(Amount(net.text))))
        }
    }
}
