import Incidents

/// An item as the documents of feeds hold it: what it is put in order by, and where its bytes in each form are kept.
///
/// An item stands in the feeds of its record, of the site, and of each tag and asset, and in an archive of each: its
/// bytes are made once.
struct FeedEntry: Sendable {
    let kind: FeedItem.Kind
    /// The place of its record among those of the table.
    let record: Int32
    /// Its place among the record's items.
    let number: Int32
    /// The place in the published history; 0 where there is none.
    let place: Int32
    let nanoseconds: Int32
    let microsecond: Int32
    let second: Int64
    /// When it was last corrected, in seconds.
    let corrected: Int64?
    /// Where its parts begin among the record's bytes, and how many bytes they have.
    private let starts: (UInt32, UInt32, UInt32, UInt32, UInt32)
    private let sizes: (UInt32, UInt32, UInt32, UInt32, UInt32)

    /// - Parameter starts: where each part begins; they are moved behind the item.
    init(
        _ entry: RecordWords.Entry, record: Int, number: Int, place: Int, starts: inout [UInt32]
    ) {
        kind = entry.kind
        self.record = Int32(record)
        self.number = Int32(number)
        self.place = Int32(clamping: place)
        nanoseconds = entry.nanoseconds
        microsecond = entry.microsecond
        second = entry.second
        corrected = entry.corrected
        self.starts = (starts[0], starts[1], starts[2], starts[3], starts[4])
        sizes = (entry.sizes[0], entry.sizes[1], entry.sizes[2], entry.sizes[3], entry.sizes[4])
        for (part, size) in entry.sizes.enumerated() { starts[part] += size }
    }

    /// Where the bytes of a form stand among the record's. An archive's never tell a later correction.
    func range(_ form: Feed.Form, inArchive: Bool) -> Range<Int> {
        let (start, size) =
            switch FeedPart(form, inArchive: inArchive && corrected != nil) {
            case .rss: (starts.0, sizes.0)
            case .atom: (starts.1, sizes.1)
            case .json: (starts.2, sizes.2)
            case .archivedAtom: (starts.3, sizes.3)
            case .archivedJSON: (starts.4, sizes.4)
            }
        return Int(start)..<Int(start) + Int(size)
    }

    /// When it was published or, where `showsCorrections`, last corrected, to the microsecond.
    func updated(showsCorrections: Bool) -> Moment {
        let second = showsCorrections ? max(second, corrected ?? second) : second
        return Moment(
            precision: .second, start: second, nanoseconds: microsecond * 1000, fractionDigits: 6)
    }
}
