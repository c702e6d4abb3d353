import Digests
import Incidents
import Syntax

/// What lists copy of a record as it is, behind its feed items in the store.
package struct CardTexts: Sendable {
    /// Of what the texts are, in their order.
    enum Part: CaseIterable {
        /// The record's line in lists, with a mark for the way to the root.
        case line
        /// The record's row of the search index.
        case searchRow
        /// The record's events in the calendar of promises.
        case calendar
    }

    private let line: UInt32
    private let searchRow: UInt32
    private let calendar: UInt32
    private let marks: (line: UInt64, searchRow: UInt64, calendar: UInt64)

    /// Writes the texts of a record behind its items.
    init(of record: Record, in edition: Edition, to bytes: inout [UInt8]) {
        var sizes: [UInt32] = []
        var marks: [UInt64] = []
        for part in Part.allCases {
            let text =
                switch part {
                case .line: CatalogueIndex.line(of: record, in: edition)
                case .searchRow: SearchPages.row(of: record, in: edition)
                case .calendar: RecordEvents(record, in: edition).bytes()
                }
            bytes += text
            sizes.append(UInt32(text.count))
            marks.append(Self.mark(text))
        }
        (line, searchRow, calendar) = (sizes[0], sizes[1], sizes[2])
        self.marks = (marks[0], marks[1], marks[2])
    }

    var byteCount: Int { Int(line) + Int(searchRow) + Int(calendar) }

    /// The first eight bytes of a text's hash (SHA-256).
    private static func mark(_ text: [UInt8]) -> UInt64 {
        SHA256Digest(of: text).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    func mark(of part: Part) -> UInt64 {
        switch part {
        case .line: marks.line
        case .searchRow: marks.searchRow
        case .calendar: marks.calendar
        }
    }

    /// Where a text stands; the first begins at `start`.
    func range(of part: Part, from start: Int) -> Range<Int> {
        switch part {
        case .line: start..<start + Int(line)
        case .searchRow: start + Int(line)..<start + Int(line) + Int(searchRow)
        case .calendar: start + Int(line) + Int(searchRow)..<start + byteCount
        }
    }
}

extension CardTexts: Packable {
    package func pack(into writer: inout PackedWriter) {
        for size in [line, searchRow, calendar] { writer.write(Int(size)) }
        for mark in [marks.line, marks.searchRow, marks.calendar] { writer.write(mark) }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        line = try reader.integer()
        searchRow = try reader.integer()
        calendar = try reader.integer()
        marks = (try reader.number(), try reader.number(), try reader.number())
    }
}

extension PackedWriter {
    /// Values alone; nothing for none, which most records have.
    static func bytes(of values: [some Packable]) -> [UInt8] {
        guard !values.isEmpty else { return [] }
        var writer = PackedWriter()
        writer.write(values)
        return writer.exactBytes
    }
}

extension PackedReader {
    /// What `PackedWriter.bytes(of:)` packed; none where the bytes are of another program.
    static func list<Value: Packable>(_ bytes: [UInt8]) -> [Value] {
        guard !bytes.isEmpty else { return [] }
        var reader = PackedReader(bytes)
        return (try? reader.values()) ?? []
    }
}
