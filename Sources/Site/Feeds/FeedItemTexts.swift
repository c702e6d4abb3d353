import Incidents
import Syntax

/// An item as documents copy it: its texts as the store has them, and the dates that it shows there.
struct FeedItemTexts: ~Copyable {
    /// An item's own texts, in their order.
    enum Part: Int, CaseIterable {
        /// An item of RSS up to its categories.
        case rss
        /// The summary as RSS has it, up to the words.
        case description
        /// The full words, as a section of XML.
        case content
        /// An entry of Atom behind its language, up to when it changed.
        case atom
        /// When it was published: `2026-02-21T09:20:00`.
        case date
        /// The part of a second, and the end of the element that tells when it changed.
        case fraction
        /// Its author, in XML and in JSON; empty where that is the record's.
        case author, authorJSON
        /// The status that the word gave the record; empty where it gave none.
        case statusAtom
        /// All that JSON tells up to when it was published, without the `Z`.
        case json
        case statusJSON
    }

    private let shared: RecordTexts
    private let own: PackedTexts
    /// When it was published, in seconds.
    let second: Int64
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

    /// Adds texts that stand one behind the other.
    @inline(__always)
    func append(_ first: Part, through last: Part, to document: inout OutputSpan<UInt8>) {
        own.append(first.rawValue...last.rawValue, to: &document, leaving: Self.between)
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
    /// Hands over the items from a store, newest first; of so many at a time, what lies close together in the store is
    /// read in one piece.
    func readItems(from store: any FeedStore, _ use: (borrowing FeedItemTexts) -> Void) {
        let table = feed.table
        let head = FeedHead(of: feed)
        for items in stride(from: 0, to: items.count, by: Self.archiveSize).lazy.map({
            items.dropFirst($0).prefix(Self.archiveSize)
        }) {
            var ranges: [Range<Int>] = []
            ranges.reserveCapacity(2 * items.count)
            for item in items {
                ranges.append(table.sharedRange(of: item))
                ranges.append(table.range(of: item))
            }
            let kept = KeptBytes(ranges, in: store)
            var record: (number: Int32, texts: RecordTexts)?
            for item in items {
                let entry = table[item]
                // What cannot be read makes the build fail: the store has noted it.
                guard let shared = kept.place(of: table.sharedRange(of: item)),
                    let own = kept.place(of: table.range(of: item))
                else { continue }
                let texts: RecordTexts
                if let record, record.number == entry.record {
                    texts = record.texts
                } else {
                    texts = RecordTexts(kept.bytes, shared, under: head)
                    record = (entry.record, texts)
                }
                use(
                    FeedItemTexts(
                        entry, corrected: showsCorrections ? table.corrected(item) : nil, under: head,
                        texts, kept.bytes, own: own))
            }
        }
    }
}
