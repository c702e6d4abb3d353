/// Puts things in order by whole numbers that each of them has, the least significant number first: a few passes over
/// all of them, whatever order they come in. What has the same number stays in the order that it had.
struct RadixOrder {
    /// The numbers of the things, in the order so far.
    private(set) var places: [UInt32]

    /// Things that are in the order of their numbers, from 0.
    init(_ count: Int) {
        places = Array(0..<UInt32(count))
    }

    /// From how many things on this takes less time than comparing them.
    static let many = 1 << 12

    /// How many bits of a number one pass puts in order.
    private static let bits: UInt64 = 11

    mutating func sort(by number: (Int) -> Int64) {
        let numbers = places.map { number(Int($0)) }
        guard let least = numbers.min() else { return }
        // Counted from the least, so that numbers that lie close together take few passes.
        var rows = zip(numbers, places).map { (key: UInt64(bitPattern: $0 &- least), place: $1) }
        let most = rows.lazy.map(\.key).max() ?? 0
        var sorted = rows
        var shift: UInt64 = 0
        while shift < 64, most >> shift > 0 {
            func digit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> shift & (1 << Self.bits - 1)) }
            var starts = Array(repeating: 0, count: 1 << Int(Self.bits) + 1)
            for row in rows { starts[digit(row.key) + 1] += 1 }
            for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
            for row in rows {
                sorted[starts[digit(row.key)]] = row
                starts[digit(row.key)] += 1
            }
            swap(&rows, &sorted)
            shift += Self.bits
        }
        if most > 0 { places = rows.map(\.place) }
    }

    /// Things in this order; those that no number has told apart stand beside each other, and are put in order by
    /// comparing them.
    func applied<Thing>(
        to things: [Thing], where areTied: (Thing, Thing) -> Bool, by precedes: (Thing, Thing) -> Bool
    ) -> [Thing] {
        var things = places.map { things[Int($0)] }
        var start = 0
        while start < things.count {
            var end = start + 1
            while end < things.count, areTied(things[start], things[end]) { end += 1 }
            if end > start + 1 { things[start..<end].sort(by: precedes) }
            start = end
        }
        return things
    }
}
