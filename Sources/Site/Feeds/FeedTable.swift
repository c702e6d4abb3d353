import Incidents

/// The items of some records in the order of publication. Every feed of a site holds some of them in that order, as
/// their numbers here.
final class FeedTable: Sendable {
    /// Oldest first.
    let entries: [FeedEntry]
    /// Where the bytes of each record begin in the store, and where that stands which all its items say alike.
    private let offsets: [Int]
    private let shared: [Range<Int>]
    /// When an item was last corrected, in seconds.
    private let corrections: [Place: Int64]

    private struct Place: Hashable {
        let record: Int32
        let number: UInt16

        init(_ entry: FeedEntry) {
            record = entry.record
            number = entry.number
        }
    }

    /// - Parameters:
    ///   - omitted: items of one kind that are left out.
    ///   - many: from how many items on they are put in order without comparing them.
    init(
        _ records: [(id: String, words: RecordWords)], _ order: PublicationOrder,
        without omitted: FeedItem.Kind? = nil, many: Int = RadixOrder.many
    ) {
        var entries: [FeedEntry] = []
        entries.reserveCapacity(records.reduce(0) { $0 + $1.words.count })
        var corrections: [Place: Int64] = [:]
        for (place, record) in records.enumerated() {
            let shared = record.words.shared
            var (number, start): (Int, UInt32) = (0, 0)
            record.words.forEach(naming: !order.isOfRecords) { entry in
                if start == shared.lowerBound { start &+= UInt32(clamping: shared.count) }
                defer { (number, start) = (number + 1, start &+ entry.size) }
                guard entry.kind != omitted else { return }
                let item = FeedEntry(
                    entry, record: place, number: number, place: order.place(of: entry, in: record.id),
                    start: start)
                entries.append(item)
                if let second = entry.corrected { corrections[Place(item)] = second }
            }
        }
        // Oldest first: by the history, by moment, then as the record has them, then by id.
        self.entries = Self.sorted(entries, fewest: many) { left, right in
            if left.place != right.place { return left.place < right.place }
            if left.second != right.second { return left.second < right.second }
            if left.nanoseconds != right.nanoseconds { return left.nanoseconds < right.nanoseconds }
            if left.microsecond != right.microsecond { return left.microsecond < right.microsecond }
            let (a, b) = (records[Int(left.record)], records[Int(right.record)])
            if left.record != right.record { return a.id + "/" < b.id + "/" }
            let own = a.words.entries
            return own[Int(left.number)].localID < own[Int(right.number)].localID
        }
        self.corrections = corrections
        offsets = records.map(\.words.offset)
        shared = zip(offsets, records).map { offset, record in
            offset + record.words.shared.lowerBound..<offset + record.words.shared.upperBound
        }
    }

    /// Many are put in order by their seconds and places; just those that have both in common are compared then.
    private static func sorted(
        _ entries: [FeedEntry], fewest: Int, _ precedes: (FeedEntry, FeedEntry) -> Bool
    ) -> [FeedEntry] {
        guard entries.count >= fewest else { return entries.sorted(by: precedes) }
        var order = RadixOrder(entries.count)
        order.sort { entries[$0].second }
        if let place = entries.first?.place, entries.contains(where: { $0.place != place }) {
            order.sort { Int64(entries[$0].place) }
        }
        return order.applied(to: entries, where: { $0.isTied(with: $1) }, by: precedes)
    }

    /// The items that are chosen, oldest first.
    func items(where isChosen: (FeedEntry) -> Bool) -> [UInt32] {
        entries.indices.filter { isChosen(entries[$0]) }.map { UInt32($0) }
    }

    subscript(item: UInt32) -> FeedEntry { entries[Int(item)] }

    /// Where an item's own texts stand in the store.
    func range(of item: UInt32) -> Range<Int> {
        let entry = self[item]
        let start = offsets[Int(entry.record)] + Int(entry.start)
        return start..<start + Int(entry.size)
    }

    /// Where that stands in the store which all items of its record say alike.
    func sharedRange(of item: UInt32) -> Range<Int> { shared[Int(self[item].record)] }

    /// When an item was published or, where `showsCorrections`, last corrected, to the microsecond.
    func updated(_ item: UInt32, showsCorrections: Bool) -> (second: Int64, microsecond: Int32) {
        let entry = self[item]
        var second = entry.second
        if showsCorrections, let corrected = corrected(item) { second = max(second, corrected) }
        return (second, entry.microsecond)
    }

    /// When an item was last corrected, in seconds; nil where it never was.
    func corrected(_ item: UInt32) -> Int64? {
        corrections.isEmpty ? nil : corrections[Place(self[item])]
    }
}
