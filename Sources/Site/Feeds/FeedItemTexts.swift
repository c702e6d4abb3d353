import Incidents
import Syntax

/// An item as documents copy it: its texts as the store has them, and the dates that it shows there.
struct FeedItemTexts {
    /// An item's own texts, in their order.
    enum Part: Int, CaseIterable {
        case title
        /// The last part of the tag URI.
        case id
        /// With its `#`; empty where the item has none.
        case anchor, anchorAttribute
        /// Its author, in XML and in JSON; empty where that is the record's.
        case author, authorJSON
        /// The status that the word gave the record; empty where it gave none.
        case statusRSS, statusAtom
        /// The summary as HTML.
        case description
        /// The full words, as a section of XML.
        case content
        /// When it was published: `Sat, 21 Feb 2026 09:20:00 +0000`, and `2026-02-21T09:20:00` without the `Z`.
        case dateRSS, date
        /// All that JSON tells up to that date.
        case json
        case statusJSON
    }

    private let shared: RecordTexts
    private let own: PackedTexts
    /// When it was published, in seconds.
    let second: Int64
    let microsecond: Int32
    /// When it was last corrected, in seconds; nil where nothing tells that, as in archives.
    let corrected: Int64?
    /// Whether the author is another than the feed's.
    let hasOwnAuthor: Bool

    /// `own` is where the item's own texts stand among the bytes.
    init(
        _ entry: FeedEntry, corrected: Int64?, under head: FeedHead, _ shared: RecordTexts, _ bytes: [UInt8],
        own: Range<Int>
    ) {
        self.shared = shared
        self.own = PackedTexts(bytes, own, count: Part.allCases.count)
        hasOwnAuthor =
            self.own.isEmpty(Part.author.rawValue)
            ? shared.hasOwnAuthor : !self.own.isEqual(Part.author.rawValue, to: head.author)
        second = entry.second
        microsecond = entry.microsecond
        self.corrected = corrected
    }

    /// More bytes than stand between the texts in any form, dates with them.
    private static let between = 1024

    /// How many bytes an item may take in a document, which has each of the texts once at most.
    var room: Int { shared.texts.byteCount + own.byteCount + Self.between }

    @inline(__always)
    func append(_ part: Part, to document: inout OutputSpan<UInt8>) {
        own.append(part.rawValue, to: &document, leaving: Self.between)
    }

    @inline(__always)
    func append(shared part: RecordMarkup.Part, to document: inout OutputSpan<UInt8>) {
        shared.texts.append(part.rawValue, to: &document, leaving: Self.between)
    }

    func has(_ part: Part) -> Bool { !own.isEmpty(part.rawValue) }

    func has(shared part: RecordMarkup.Part) -> Bool { !shared.texts.isEmpty(part.rawValue) }

    /// Whether the language is another than the feed's.
    var hasOwnLanguage: Bool { shared.hasOwnLanguage }

    /// Adds the author's name as XML or JSON has it.
    func appendAuthor(
        _ part: Part, ofRecord shared: RecordMarkup.Part, to document: inout OutputSpan<UInt8>
    ) {
        if own.isEmpty(part.rawValue) {
            append(shared: shared, to: &document)
        } else {
            append(part, to: &document)
        }
    }
}

extension FeedDocument {
    /// Hands over the items from a store, newest first. Neighbours there, which are of one record, are read in one piece.
    func readItems(from store: any FeedStore, _ use: (FeedItemTexts) -> Void) {
        let table = feed.table
        let head = FeedHead(of: feed)
        var bytes: [UInt8] = []
        var start = items.startIndex
        while start < items.endIndex {
            let shared = table.sharedRange(of: items[start])
            var own = table.range(of: items[start])
            var end = items.index(after: start)
            while end < items.endIndex, case let next = table.range(of: items[end]),
                next.lowerBound == own.upperBound
            {
                own = own.lowerBound..<next.upperBound
                end = items.index(after: end)
            }
            bytes.removeAll(keepingCapacity: true)
            if shared.upperBound == own.lowerBound {
                store.read(shared.lowerBound..<own.upperBound, into: &bytes)
            } else {
                store.read(shared, into: &bytes)
                store.read(own, into: &bytes)
            }
            // What cannot be read makes the build fail: the store has noted it.
            if bytes.count == shared.count + own.count {
                let record = RecordTexts(bytes, count: shared.count, under: head)
                var place = shared.count
                for item in items[start..<end] {
                    let entry = table[item]
                    let range = place..<place + Int(entry.size)
                    use(
                        FeedItemTexts(
                            entry, corrected: showsCorrections ? table.corrected(item) : nil, under: head,
                            record, bytes, own: range))
                    place = range.upperBound
                }
            }
            start = end
        }
    }
}
