import Incidents

/// An item as the documents of feeds hold it: what it is put in order by, and where its texts are kept.
///
/// An item stands in the feeds of its record, of the site, and of each tag and asset, and in an archive of each: its
/// texts are made once.
struct FeedEntry: Sendable {
    /// When it was published, in seconds.
    let second: Int64
    let nanoseconds: Int32
    let microsecond: Int32
    /// The place in the published history; 0 where there is none.
    let place: Int32
    /// The place of its record among those of the table.
    let record: Int32
    /// Its place among the record's items.
    let number: UInt16
    let kind: FeedItem.Kind
    /// Where its own texts begin among the record's bytes, and how many bytes they have.
    let start: UInt32
    let size: UInt32

    init(_ entry: RecordWords.Entry, record: Int, number: Int, place: Int, start: UInt32) {
        kind = entry.kind
        self.record = Int32(record)
        self.number = UInt16(clamping: number)
        self.place = Int32(clamping: place)
        nanoseconds = entry.nanoseconds
        microsecond = entry.microsecond
        second = entry.second
        self.start = start
        size = entry.size
    }

    /// Whether it has the same place and second as another.
    func isTied(with other: FeedEntry) -> Bool { second == other.second && place == other.place }
}
