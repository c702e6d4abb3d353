import Incidents

/// The items of some records in the order of publication. Every feed of a site holds some of them in that order, as
/// their numbers here.
final class FeedTable: Sendable {
    /// Oldest first.
    let entries: [FeedEntry]
    /// Where the bytes of each record begin in the store.
    private let offsets: [Int]

    init(_ records: [(id: String, words: RecordWords)], _ order: PublicationOrder) {
        var entries: [FeedEntry] = []
        for (place, record) in records.enumerated() {
            let own = record.words.entries
            var starts: [UInt32] = []
            var start: UInt32 = 0
            for part in FeedPart.allCases {
                starts.append(start)
                start += own.reduce(0) { $0 + $1.sizes[part.rawValue] }
            }
            for (number, entry) in own.enumerated() {
                entries.append(
                    FeedEntry(
                        entry, record: place, number: number, place: order.place(of: entry, in: record.id),
                        starts: &starts))
            }
        }
        // Oldest first: by the history, by moment, then as the record has them, then by id.
        entries.sort { left, right in
            if left.place != right.place { return left.place < right.place }
            if left.second != right.second { return left.second < right.second }
            if left.nanoseconds != right.nanoseconds { return left.nanoseconds < right.nanoseconds }
            if left.microsecond != right.microsecond { return left.microsecond < right.microsecond }
            let (a, b) = (records[Int(left.record)], records[Int(right.record)])
            if left.record != right.record { return a.id + "/" < b.id + "/" }
            let own = a.words.entries
            return own[Int(left.number)].localID < own[Int(right.number)].localID
        }
        self.entries = entries
        offsets = records.map(\.words.offset)
    }

    /// The items that are chosen, oldest first.
    func items(where isChosen: (FeedEntry) -> Bool) -> [UInt32] {
        entries.indices.filter { isChosen(entries[$0]) }.map { UInt32($0) }
    }

    subscript(item: UInt32) -> FeedEntry { entries[Int(item)] }

    /// Where the bytes of an item stand in the store.
    func range(of item: UInt32, _ form: Feed.Form, inArchive: Bool) -> Range<Int> {
        let entry = self[item]
        let (range, offset) = (entry.range(form, inArchive: inArchive), offsets[Int(entry.record)])
        return range.lowerBound + offset..<range.upperBound + offset
    }
}
