import Digests
import Incidents
import Syntax

/// What lists take of a record beside its feed items: texts that are copied as they are, and facts that only few pages
/// tell.
package struct CardTexts: Sendable {
    /// Of what the texts are, in their order.
    enum Part: CaseIterable {
        /// The record's line in lists, with a mark for the way to the root.
        case line
        /// The record's row of the search index.
        case searchRow
        /// The record's events in the calendar of promises.
        case calendar
        /// The measures of an incident, packed.
        case measures
        /// The corrections, packed.
        case corrections
        /// What the page of figures takes of an incident, packed.
        case figures

        /// The kinds of files that the text is for.
        fileprivate var outputs: SiteOutputs {
            switch self {
            case .line: [.lists, .more]
            case .calendar: .archives
            case .searchRow, .measures, .corrections, .figures: .more
            }
        }

        /// Whether an edit reads the text of few records: such texts lie with the record's feed items, so that the others
        /// of all records lie close together.
        fileprivate var isRarelyRead: Bool {
            switch self {
            case .line, .searchRow, .figures: false
            case .calendar, .measures, .corrections: true
            }
        }
    }

    /// The texts of one record until a store has them.
    struct Bytes {
        /// What an edit of any record may read.
        fileprivate(set) var often: [UInt8] = []
        fileprivate(set) var rarely: [UInt8] = []
    }

    /// How long a text is, and what tells it from any other.
    private struct Kept {
        let size: UInt32
        /// The first eight bytes of the text's hash (SHA-256); 0 for an empty one.
        let mark: UInt64

        init(_ text: [UInt8]) {
            size = UInt32(text.count)
            mark = text.isEmpty ? 0 : SHA256Digest(of: text).head
        }

        init(from reader: inout PackedReader) throws(PackedFailure) {
            size = try reader.integer()
            mark = size == 0 ? 0 : try reader.number()
        }

        func pack(into writer: inout PackedWriter) {
            writer.write(Int(size))
            if size > 0 { writer.write(mark) }
        }
    }

    private let line: Kept
    private let searchRow: Kept
    private let calendar: Kept
    private let measures: Kept
    private let corrections: Kept
    private let figures: Kept
    /// Where the texts begin in the store that are read often, and the others.
    private var (often, rarely) = (0, 0)

    /// Writes the texts of a record; one that no file of a site needs is empty.
    init(of record: Record, in edition: Edition, for outputs: SiteOutputs = .all, to bytes: inout Bytes) {
        func keep(_ part: Part, _ text: @autoclosure () -> [UInt8]) -> Kept {
            guard !outputs.isDisjoint(with: part.outputs) else { return Kept([]) }
            let text = text()
            if part.isRarelyRead { bytes.rarely += text } else { bytes.often += text }
            return Kept(text)
        }
        line = keep(.line, CatalogueIndex.line(of: record, in: edition))
        searchRow = keep(.searchRow, SearchPages.row(of: record, in: edition))
        calendar = keep(.calendar, RecordEvents(record, in: edition).bytes())
        measures = keep(.measures, PackedWriter.bytes(of: record.incident?.mitigations ?? []))
        corrections = keep(.corrections, PackedWriter.bytes(of: record.corrections))
        figures = keep(
            .figures,
            PackedWriter.bytes(of: record.incident.map { [RecordCard.IncidentFigures($0, of: record)] } ?? [])
        )
    }

    private subscript(part: Part) -> Kept {
        switch part {
        case .line: line
        case .searchRow: searchRow
        case .calendar: calendar
        case .measures: measures
        case .corrections: corrections
        case .figures: figures
        }
    }

    var byteCount: Int { Part.allCases.reduce(0) { $0 + Int(self[$1].size) } }

    func mark(of part: Part) -> UInt64 { self[part].mark }

    /// The same texts once they stand in a store.
    func kept(at often: Int, rarely: Int) -> CardTexts {
        var texts = self
        (texts.often, texts.rarely) = (often, rarely)
        return texts
    }

    /// Where a text stands in the store.
    func range(of part: Part) -> Range<Int> {
        var start = part.isRarelyRead ? rarely : often
        for earlier in Part.allCases where earlier.isRarelyRead == part.isRarelyRead {
            if earlier == part { break }
            start += Int(self[earlier].size)
        }
        return start..<start + Int(self[part].size)
    }
}

extension CardTexts: Packable {
    package func pack(into writer: inout PackedWriter) {
        for offset in [often, rarely] { writer.write(offset) }
        for part in Part.allCases { self[part].pack(into: &writer) }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        (often, rarely) = (try reader.integer(), try reader.integer())
        for offset in [often, rarely] {
            guard (0..<1 << 56).contains(offset) else { throw PackedFailure() }
        }
        line = try Kept(from: &reader)
        searchRow = try Kept(from: &reader)
        calendar = try Kept(from: &reader)
        measures = try Kept(from: &reader)
        corrections = try Kept(from: &reader)
        figures = try Kept(from: &reader)
    }
}

extension RecordCard {
    /// The measures of an incident, from where the card's texts are kept; so with what follows.
    func mitigations(in store: any FeedStore) -> [Mitigation] { facts(.measures, store) }

    func corrections(in store: any FeedStore) -> [Correction] { facts(.corrections, store) }

    /// Nil where the record is no incident.
    func figures(in store: any FeedStore) -> IncidentFigures? {
        let figures: [IncidentFigures] = facts(.figures, store)
        return figures.first
    }

    private func facts<Fact: Packable>(_ part: CardTexts.Part, _ store: any FeedStore) -> [Fact] {
        var bytes: [UInt8] = []
        store.read(range(of: part), into: &bytes)
        return PackedReader.list(bytes)
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
