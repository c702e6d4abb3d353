import Incidents
import Records
import Syntax

/// What the rest of a site must know of a record before its own files are made.
struct RecordFacts: Sendable, Hashable {
    var id: String
    /// Whether the id could be read: what was reported already is no other record's neighbour.
    var hasSoundID: Bool
    var slug: String
    var hasSoundSlug: Bool
    var title: String
    var isDraft: Bool
    var embargo: Moment?
    /// The newest moment at which it says that something happened or was said.
    var newestEvent: Moment

    /// What makes the record another for its neighbours.
    var name: [String] { [hasSoundID ? id : "", hasSoundSlug ? slug : ""] }
}

extension RecordFacts {
    init(_ file: RecordFile) {
        self.init(file.record)
        hasSoundID = file.isSound("id")
        hasSoundSlug = file.isSound("slug")
    }

    init(_ record: Record) {
        self.init(
            id: record.id, hasSoundID: true, slug: record.slug, hasSoundSlug: true, title: record.title,
            isDraft: record.isDraft,
            embargo: record.embargo, newestEvent: record.newestEvent)
    }
}

extension RecordFacts: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(id)
        writer.write(hasSoundID)
        writer.write(slug)
        writer.write(hasSoundSlug)
        writer.write(title)
        writer.write(isDraft)
        writer.write(embargo)
        writer.write(newestEvent)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            id: try reader.text(), hasSoundID: try reader.flag(), slug: try reader.text(),
            hasSoundSlug: try reader.flag(), title: try reader.text(), isDraft: try reader.flag(),
            embargo: try reader.optionalValue(),
            newestEvent: try reader.value())
    }
}
