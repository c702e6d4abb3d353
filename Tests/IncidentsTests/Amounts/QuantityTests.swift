import Incidents
import TestKit
import Testing

@Suite("Quantities")
struct QuantityTests {
    private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

    private func range(_ low: String, _ high: String) throws -> Quantity {
        Quantity(low: try amount(low), high: try amount(high))
    }

    @Test("bounds that are the same make an exact figure")
    func collapsing() throws {
        #expect(try range("1.5", "1.50") == .exact(amount("1.5")))
        #expect(try range("1", "2") == .range(low: amount("1"), high: amount("2")))
    }

    @Test("sums go bound by bound, and what is not known leaves nothing known")
    func sums() throws {
        let exact = Quantity.exact(try amount("10"))
        let (narrow, wide) = (try range("1", "2"), try range("0.5", "9"))
        #expect(try range("11", "12") == exact + narrow)
        #expect(try range("1.5", "11") == narrow + wide)
        for known in [exact, narrow, .unknown] {
            #expect(known + .unknown == .unknown)
            #expect(Quantity.unknown + known == .unknown)
        }
        #expect(!Quantity.unknown.isKnown && exact.isKnown)
        #expect(Quantity.unknown.low == nil && Quantity.unknown.high == nil)
    }

    @Test("a rest is the least and the most that can be left, never below zero")
    func rests() throws {
        #expect(try range("10", "20").subtracting(range("3", "5")) == range("5", "17"))
        #expect(try range("10", "20").subtracting(range("15", "30")) == range("0", "5"))
        #expect(try range("10", "20").subtracting(.exact(amount("30"))) == .exact(.zero))
        #expect(try range("10", "20").subtracting(.unknown) == .unknown)
        #expect(try Quantity.unknown.subtracting(range("1", "2")) == .unknown)
    }

    @Test("a rest holds every difference of a figure within one and a figure within the other")
    func containment() throws {
        var random = SeededRandom(seed: 8)
        func bounds() -> (UInt64, UInt64) {
            let (a, b) = (
                UInt64.random(in: 0...40, using: &random), UInt64.random(in: 0...40, using: &random)
            )
            return (min(a, b), max(a, b))
        }
        for _ in 0..<200 {
            let (left, right) = (bounds(), bounds())
            let rest = Quantity(low: Amount(left.0), high: Amount(left.1))
                .subtracting(Quantity(low: Amount(right.0), high: Amount(right.1)))
            var differences: [UInt64] = []
            for one in left.0...left.1 {
                for other in right.0...right.1 { differences.append(one > other ? one - other : 0) }
            }
            #expect(rest.low == differences.min().map { Amount($0) })
            #expect(rest.high == differences.max().map { Amount($0) })
        }
    }
}
