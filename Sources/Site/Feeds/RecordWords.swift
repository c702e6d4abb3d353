import Incidents
import Syntax

/// The items of one record as its card keeps them: what they are put in order by, and how many bytes of the store each
/// takes. Packed, since a site has a few of them for every record.
package struct RecordWords: Sendable {
    /// An item with what puts it in its place.
    struct Entry {
        let kind: FeedItem.Kind
        /// The last part of the item's tag URI: `update/UPDATE`.
        let localID: String
        /// When it was published, from the first second of a period.
        let second: Int64
        let nanoseconds: Int32
        /// See `FeedTiming`.
        let microsecond: Int32
        /// When it was last corrected, in seconds.
        let corrected: Int64?
        /// How many bytes each part has, in the order of `FeedPart.allCases`; none for one that equals another.
        let sizes: [UInt32]
    }

    private let packed: [UInt8]
    /// Where the bytes begin in the store.
    package private(set) var offset = 0
    /// How many bytes of the store the record takes.
    package let byteCount: Int

    /// Items in the order in which their bytes lie in each part.
    init(_ entries: [Entry], byteCount: Int) {
        var writer = PackedWriter()
        writer.write(entries) { writer, entry in
            writer.write(UInt64(entry.kind.rawValue))
            writer.write(entry.localID)
            writer.write(entry.second)
            writer.write(Int(entry.nanoseconds))
            writer.write(Int(entry.microsecond))
            writer.write(entry.corrected) { $0.write($1) }
            for size in entry.sizes { writer.write(UInt64(size)) }
        }
        packed = writer.exactBytes
        self.byteCount = byteCount
    }

    /// How many items there are.
    var count: Int {
        var reader = PackedReader(packed)
        return min(Int(clamping: (try? reader.number()) ?? 0), packed.count)
    }

    /// The items in the order in which they were given; none where the bytes are of another program.
    var entries: [Entry] {
        var reader = PackedReader(packed)
        return (try? reader.list { reader throws(PackedFailure) in try Self.entry(&reader) }) ?? []
    }

    private static func entry(_ reader: inout PackedReader) throws(PackedFailure) -> Entry {
        guard let raw = UInt8(exactly: try reader.number()), let kind = FeedItem.Kind(rawValue: raw) else {
            throw PackedFailure()
        }
        let (localID, second) = (try reader.text(), try reader.signed())
        let (nanoseconds, microsecond): (Int32, Int32) = (try reader.integer(), try reader.integer())
        let corrected = try reader.optional { reader throws(PackedFailure) in try reader.signed() }
        var sizes: [UInt32] = []
        for _ in FeedPart.allCases {
            guard let size = UInt32(exactly: try reader.number()) else { throw PackedFailure() }
            sizes.append(size)
        }
        return Entry(
            kind: kind, localID: localID, second: second, nanoseconds: nanoseconds,
            microsecond: microsecond, corrected: corrected, sizes: sizes)
    }

    /// The same items once their bytes stand in a store.
    func kept(at offset: Int) -> RecordWords {
        var words = self
        words.offset = offset
        return words
    }
}

extension RecordWords: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(packed)
        writer.write(offset)
        writer.write(byteCount)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        packed = try reader.data()
        offset = try reader.integer()
        byteCount = try reader.integer()
    }
}

/// The parts that an item's bytes are kept in, in their order.
enum FeedPart: Int, CaseIterable {
    case rss, atom, json
    /// As archives show it, where the item was corrected since.
    case archivedAtom, archivedJSON
}
