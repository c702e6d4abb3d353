import Incidents

/// An item as the documents of feeds hold it: what it is put in order by, and where its bytes in each form are kept.
///
/// An item stands in the feeds of its record, of the site, and of each tag and asset, and in an archive of each: its
/// bytes are made once.
package struct FeedEntry: Sendable, Hashable {
    package let kind: FeedItem.Kind
    package let recordID: String
    /// The last part of the item's tag URI: `update/UPDATE`.
    package let localID: String
    package let timing: FeedTiming
    /// Where the bytes begin in the store.
    package let offset: Int
    /// How many bytes each form has, in the order of `FeedPart.allCases`; none for a part that equals another.
    package let lengths: [Int32]

    package init(
        kind: FeedItem.Kind, recordID: String, localID: String, timing: FeedTiming, offset: Int,
        lengths: [Int32]
    ) {
        self.kind = kind
        self.recordID = recordID
        self.localID = localID
        self.timing = timing
        self.offset = offset
        self.lengths = lengths
    }

    /// Where the bytes of a form stand in the store. An archive's never tell a later correction.
    func range(_ form: Feed.Form, inArchive: Bool) -> Range<Int> {
        let wanted = FeedPart(form, inArchive: inArchive && timing.corrected != nil)
        var start = offset
        for (part, length) in zip(FeedPart.allCases, lengths) {
            if part == wanted { return start..<start + Int(length) }
            start += Int(length)
        }
        return start..<start
    }

    /// The same entry after its bytes were moved.
    func moved(by distance: Int) -> FeedEntry {
        FeedEntry(
            kind: kind, recordID: recordID, localID: localID, timing: timing, offset: offset + distance,
            lengths: lengths)
    }

    /// Oldest first: by moment, then as the record has them, then by id. The order of publication as records tell it.
    static func precedes(_ left: FeedEntry, _ right: FeedEntry) -> Bool {
        if let precedes = FeedTiming.precedes(left.timing, right.timing) { return precedes }
        if left.recordID != right.recordID { return left.recordID + "/" < right.recordID + "/" }
        return left.localID < right.localID
    }
}

/// The parts that an item's bytes are kept in, in their order.
enum FeedPart: CaseIterable {
    case rss, atom, json
    /// As archives show it, where the item was corrected since.
    case archivedAtom, archivedJSON

    init(_ form: Feed.Form, inArchive: Bool) {
        switch form {
        case .rss: self = .rss
        case .atom: self = inArchive ? .archivedAtom : .atom
        case .json: self = inArchive ? .archivedJSON : .json
        }
    }
}
