import Incidents

/// An item as the documents of feeds hold it: what it is put in order by, and where its bytes in each form are kept.
///
/// An item stands in the feeds of its record, of the site, and of each tag and asset, and in an archive of each: its
/// bytes are made once.
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
    /// Where its parts in RSS, Atom and JSON begin among the record's bytes, and how many bytes they have.
    private let starts: (UInt32, UInt32, UInt32)
    private let sizes: (UInt32, UInt32, UInt32)

    /// What is kept of an item that was corrected beside that.
    struct Correction: Sendable {
        /// When it was last corrected, in seconds.
        let second: Int64
        /// Where its parts for archives stand among the record's bytes.
        let atom: Range<Int>
        let json: Range<Int>
    }

    /// - Parameter starts: where each part of the item begins.
    init(_ entry: RecordWords.Entry, record: Int, number: Int, place: Int, starts: FeedPart.Sizes) {
        kind = entry.kind
        self.record = Int32(record)
        self.number = UInt16(clamping: number)
        self.place = Int32(clamping: place)
        nanoseconds = entry.nanoseconds
        microsecond = entry.microsecond
        second = entry.second
        self.starts = (starts[.rss], starts[.atom], starts[.json])
        sizes = (entry.sizes[.rss], entry.sizes[.atom], entry.sizes[.json])
    }

    /// Where the bytes of a form stand among the record's; of an archive, where it was not corrected.
    func range(_ form: Feed.Form) -> Range<Int> {
        let (start, size) =
            switch form {
            case .rss: (starts.0, sizes.0)
            case .atom: (starts.1, sizes.1)
            case .json: (starts.2, sizes.2)
            }
        return Int(start)..<Int(start) + Int(size)
    }
}
