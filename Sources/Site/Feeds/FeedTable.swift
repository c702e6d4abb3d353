import Incidents

/// The items of some records in the order of publication. Every feed of a site holds some of them in that order, as
/// their numbers here.
final class FeedTable: Sendable {
    /// Oldest first.
    let entries: [FeedEntry]
    /// Where the bytes of each record begin in the store.
    private let offsets: [Int]
    private let corrections: [Place: FeedEntry.Correction]

    private struct Place: Hashable {
        let record: Int32
        let number: UInt16

        init(_ entry: FeedEntry) {
            record = entry.record
            number = entry.number
        }
    }

    init(_ records: [(id: String, words: RecordWords)], _ order: PublicationOrder) {
        var entries: [FeedEntry] = []
        entries.reserveCapacity(records.reduce(0) { $0 + $1.words.count })
        var corrections: [Place: FeedEntry.Correction] = [:]
        for (place, record) in records.enumerated() {
            let own = record.words.entries(naming: !order.isOfRecords)
            var starts = FeedPart.Sizes.starts(of: own.lazy.map(\.sizes))
            for (number, entry) in own.enumerated() {
                let item = FeedEntry(
                    entry, record: place, number: number, place: order.place(of: entry, in: record.id),
                    starts: starts)
                entries.append(item)
                if let second = entry.corrected {
                    func range(_ part: FeedPart) -> Range<Int> {
                        let start = Int(starts[part])
                        return start..<start + Int(entry.sizes[part])
                    }
                    corrections[Place(item)] = FeedEntry.Correction(
                        second: second, atom: range(.archivedAtom), json: range(.archivedJSON))
                }
                starts += entry.sizes
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
        self.corrections = corrections
        offsets = records.map(\.words.offset)
    }

    /// The items that are chosen, oldest first.
    func items(where isChosen: (FeedEntry) -> Bool) -> [UInt32] {
        entries.indices.filter { isChosen(entries[$0]) }.map { UInt32($0) }
    }

    subscript(item: UInt32) -> FeedEntry { entries[Int(item)] }

    /// Where the bytes of an item stand in the store. An archive's never tell a later correction.
    func range(of item: UInt32, _ form: Feed.Form, inArchive: Bool) -> Range<Int> {
        let entry = self[item]
        var range = entry.range(form)
        if inArchive, form != .rss, let correction = correction(of: entry) {
            range = form == .atom ? correction.atom : correction.json
        }
        let offset = offsets[Int(entry.record)]
        return range.lowerBound + offset..<range.upperBound + offset
    }

    /// When an item was published or, where `showsCorrections`, last corrected, to the microsecond.
    func updated(_ item: UInt32, showsCorrections: Bool) -> Moment {
        let entry = self[item]
        var second = entry.second
        if showsCorrections, let correction = correction(of: entry) {
            second = max(second, correction.second)
        }
        return Moment(
            precision: .second, start: second, nanoseconds: entry.microsecond * 1000, fractionDigits: 6)
    }

    private func correction(of entry: FeedEntry) -> FeedEntry.Correction? {
        corrections.isEmpty ? nil : corrections[Place(entry)]
    }
}
