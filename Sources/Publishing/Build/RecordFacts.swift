import Incidents
import Records
import Syntax

/// What the rest of a site must know of a record before its own files are made; one for all that ask.
final class RecordFacts: Sendable {
    let id: String
    /// Whether the id could be read: what was reported already is no other record's neighbour.
    let hasSoundID: Bool
    let slug: String
    let hasSoundSlug: Bool
    let title: String
    let isDraft: Bool
    let embargo: Moment?
    /// The newest moment at which it says that something happened or was said.
    let newestEvent: Moment

    private init(_ record: Record, hasSoundID: Bool, hasSoundSlug: Bool) {
        id = record.id
        self.hasSoundID = hasSoundID
        slug = record.slug
        self.hasSoundSlug = hasSoundSlug
        title = record.title
        isDraft = record.isDraft
        embargo = record.embargo
        newestEvent = record.newestEvent
    }

    convenience init(_ file: RecordFile) {
        self.init(file.record, hasSoundID: file.isSound("id"), hasSoundSlug: file.isSound("slug"))
    }

    convenience init(_ record: Record) { self.init(record, hasSoundID: true, hasSoundSlug: true) }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        id = try reader.text()
        hasSoundID = try reader.flag()
        slug = try reader.text()
        hasSoundSlug = try reader.flag()
        title = try reader.text()
        isDraft = try reader.flag()
        embargo = try reader.optionalValue()
        newestEvent = try reader.value()
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
}
