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
        /// How many bytes its own texts take.
        let size: UInt32
    }

    private let packed: [UInt8]
    /// Where the bytes begin in the store.
    package private(set) var offset = 0
    /// How many bytes of the store the items take.
    package let byteCount: Int
    /// Where that stands among them which all items say alike: behind the steps of promises and before the words, so that
    /// it lies close to either.
    let shared: Range<Int>

    /// Items in the order in which their bytes lie.
    init(_ entries: [Entry], shared: Range<Int>, byteCount: Int) {
        var writer = PackedWriter()
        var last: Int64 = 0
        writer.write(entries) { writer, entry in
            writer.write(UInt64(entry.kind.rawValue))
            let name = entry.localID.utf8Span.span
            writer.write(name.extracting(droppingFirst: entry.kind.idPrefix.utf8.count))
            writer.write(entry.second - last)
            last = entry.second
            writer.write(Int(entry.nanoseconds))
            writer.write(Int(entry.microsecond))
            writer.write(entry.corrected) { $0.write($1) }
            writer.write(UInt64(entry.size))
        }
        packed = writer.exactBytes
        self.shared = shared
        self.byteCount = byteCount
    }

    /// Whether there are items, none of whose bytes were made.
    var areUntold: Bool { byteCount == 0 && count > 0 }

    /// How many items there are.
    var count: Int {
        var reader = PackedReader(packed)
        return min(Int(clamping: (try? reader.number()) ?? 0), packed.count)
    }

    /// The items in the order in which they were given.
    var entries: [Entry] {
        var entries: [Entry] = []
        forEach(naming: true) { entries.append($0) }
        return entries
    }

    /// Hands over the items in the order in which they were given, none behind bytes of another program; without their
    /// `localID` where nobody asks for it, since most of the work is to make these texts.
    func forEach(naming: Bool, _ body: (Entry) -> Void) {
        var reader = PackedReader(packed)
        var last: Int64 = 0
        guard let count = try? reader.number() else { return }
        for _ in 0..<min(count, UInt64(packed.count)) {
            guard let entry = try? Self.entry(&reader, after: last, naming) else { return }
            last = entry.second
            body(entry)
        }
    }

    private static func entry(
        _ reader: inout PackedReader, after last: Int64, _ naming: Bool
    ) throws(PackedFailure) -> Entry {
        guard let raw = UInt8(exactly: try reader.number()), let kind = FeedItem.Kind(rawValue: raw) else {
            throw PackedFailure()
        }
        let name = try reader.part()
        let localID = naming ? kind.idPrefix + String(decoding: name.restOfBytes, as: UTF8.self) : ""
        let second = last &+ (try reader.signed())
        let (nanoseconds, microsecond): (Int32, Int32) = (try reader.integer(), try reader.integer())
        let corrected = try reader.optional { reader throws(PackedFailure) in try reader.signed() }
        guard let size = UInt32(exactly: try reader.number()) else { throw PackedFailure() }
        return Entry(
            kind: kind, localID: localID, second: second, nanoseconds: nanoseconds,
            microsecond: microsecond, corrected: corrected, size: size)
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
        writer.write(shared.lowerBound)
        writer.write(shared.count)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        packed = try reader.data()
        offset = try reader.integer()
        byteCount = try reader.integer()
        let (start, size): (Int, Int) = (try reader.integer(), try reader.integer())
        guard start >= 0, size >= 0, size <= byteCount, start <= byteCount - size else {
            throw PackedFailure()
        }
        shared = start..<start + size
    }
}
