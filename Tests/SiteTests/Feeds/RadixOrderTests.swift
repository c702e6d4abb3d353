import Incidents
import Testing

@testable import Site

@Suite("an order by numbers in passes")
struct RadixOrderTests {
    @Test("is that of a sort, whatever the numbers are", arguments: [1, 300, 5_000, 1 << 40, Int64.max])
    func sameAsSorted(most: Int64) {
        var generator = SystemRandomNumberGenerator()
        for count in [0, 1, 2, 3, 700] {
            let rows = (0..<count).map { _ in
                (
                    first: Int64.random(in: -most...most, using: &generator),
                    second: Int64.random(in: 0...3, using: &generator)
                )
            }
            var order = RadixOrder(count)
            order.sort { rows[$0].second }
            order.sort { rows[$0].first }
            let expected = rows.indices.sorted {
                (rows[$0].first, rows[$0].second, $0) < (rows[$1].first, rows[$1].second, $1)
            }
            #expect(order.places.map { Int($0) } == expected)
        }
    }

    @Test("takes the least and the greatest numbers that there are")
    func extremes() {
        let numbers = [Int64.max, 0, .min, -1, .max, .min]
        var order = RadixOrder(numbers.count)
        order.sort { numbers[$0] }
        #expect(order.places == [2, 5, 3, 1, 0, 4])
    }
}

@Suite("the items of many records")
struct FeedTableTests {
    @Test("are in the same order whether they are compared or not")
    func sameOrder() {
        var generator = SystemRandomNumberGenerator()
        let records = (0..<200).map { number in
            let entries = (0..<Int.random(in: 0...6, using: &generator)).map { item in
                RecordWords.Entry(
                    kind: .update, localID: "update/\(item)",
                    second: Int64.random(in: 1_700_000_000...1_700_000_040, using: &generator),
                    nanoseconds: Int32.random(in: 0...1, using: &generator),
                    microsecond: Int32.random(in: 0...2, using: &generator), corrected: nil,
                    size: 1)
            }
            let words = RecordWords(entries, shared: 0..<0, byteCount: entries.count)
            return (id: "ABC-2026-\(Moment.padded(number, 4))", words: words)
        }
        func order(_ many: Int) -> [[Int]] {
            FeedTable(records, .ofRecords, many: many).entries.map { [Int($0.record), Int($0.number)] }
        }
        #expect(order(0) == order(.max))
    }
}
