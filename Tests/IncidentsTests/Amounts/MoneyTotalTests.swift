import Incidents
import TestKit
import Testing

@Suite("Totals of money")
struct MoneyTotalTests {
    private func money(
        _ text: String, _ currency: String = "USD", at: Moment? = Moment(secondsSince1970: 1_771_632_000),
        basis: Money.Basis? = .exact
    ) throws -> Money {
        Money(currency: currency, quantity: .exact(try #require(Amount(text))), at: at, basis: basis)
    }

    @Test("values of one currency add up to the last digit")
    func adding() throws {
        var random = SeededRandom(seed: 5)
        var total = MoneyTotal(currency: "USD")
        var paper = SchoolbookDecimal("0")
        for _ in 0..<300 {
            let text = SchoolbookDecimal.randomText(&random)
            let value = try money(text)
            let isAdded = total.add(value)
            #expect(isAdded)
            paper = paper + SchoolbookDecimal(text)
        }
        #expect(total.quantity.low?.text == paper.text)
        #expect(total.quantity.high?.text == paper.text)
        #expect(total.count == 300 && total.isDated && total.isExact)
    }

    @Test("another currency and an unknown amount stay outside, and leave no trace")
    func refusing() throws {
        var total = MoneyTotal(currency: "USD")
        let (dollars, euros) = (try money("5"), try money("7", "EUR", at: nil, basis: nil))
        let misspelt = try money("7", "usd")
        let hasDollars = total.add(dollars)
        #expect(hasDollars)
        let before = total
        let hasEuros = total.add(euros)
        #expect(!hasEuros)
        let hasUnknown = total.add(Money(currency: "USD", quantity: .unknown))
        #expect(!hasUnknown)
        let hasMisspelt = total.add(misspelt)
        #expect(!hasMisspelt)
        #expect(total == before)
    }

    @Test("one value without its moment, or not told as exact, shows in the whole")
    func weakening() throws {
        func total(_ values: [Money]) -> MoneyTotal {
            var total = MoneyTotal(currency: "USD")
            for value in values where !total.add(value) { Issue.record("\(value) is not added") }
            return total
        }
        let undated = total([try money("5", at: nil), try money("6")])
        #expect(!undated.isDated && undated.isExact)
        for basis in [Money.Basis.estimate, .range, nil] {
            let loose = total([try money("5"), try money("6", basis: basis)])
            #expect(loose.isDated && !loose.isExact)
        }
    }

    @Test("a range makes the total a range")
    func ranges() throws {
        var total = MoneyTotal(currency: "USD")
        let exact = try money("1.25")
        let hasExact = total.add(exact)
        #expect(hasExact)
        let low = try #require(Amount("4000000"))
        let high = try #require(Amount("4400000.5"))
        let hasRange = total.add(Money(currency: "USD", quantity: .range(low: low, high: high)))
        #expect(hasRange)
        #expect(total.quantity.low?.text == "4000001.25")
        #expect(total.quantity.high?.text == "4400001.75")
    }
}
