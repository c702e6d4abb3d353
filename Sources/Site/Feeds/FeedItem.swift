import Incidents

/// One published word as subscribers get it: an update, a correction that matters, a withdrawal, a promise.
///
/// The id is a tag URI (RFC 4151) of the authority, the record's id and the word's own id, so that it survives another
/// slug, another theme and another address. A typo or a clarification changes neither id nor dates.
package final class FeedItem: Sendable {
    package enum Kind: Sendable, Hashable {
        /// The record's summary, where it was published before any update.
        case firstWord
        case update, correction, withdrawal
        /// A commitment made, moved, kept or dropped.
        case commitment
    }

    /// A word under which readers sort items.
    package struct Category: Sendable, Hashable {
        package enum Scheme: String, Sendable {
            case status, severity, tag, asset
        }

        package let scheme: Scheme
        /// The format's word, the tag or the asset's id, which stay as they are.
        package let term: String
        /// The same for people, in the item's language.
        package let label: String
    }

    package let kind: Kind
    package let recordID: String
    /// `tag:AUTHORITY:RECORD/update/UPDATE`.
    package let id: String
    /// The absolute address of the place on the record's page.
    package let link: String
    /// The status, then the incident: `Monitoring: Token safe drained`.
    package let title: String
    /// When it was published; periods begin with their first second.
    package let published: Moment
    /// A part of a second, in microseconds, that no other item of that second has: what keeps `atom:updated` apart.
    package let microsecond: Int32
    /// When a factual correction or a retraction last changed its words; nil where none did.
    package let corrected: Moment?
    package let categories: [Category]
    /// BCP 47.
    package let language: String
    package let author: String
    /// One line of plain text.
    package let summary: String
    /// The full words as HTML with absolute addresses.
    package let content: [UInt8]

    init(
        kind: Kind, recordID: String, id: String, link: String, title: String, published: Moment,
        microsecond: Int32,
        corrected: Moment?, categories: [Category], language: String, author: String, summary: String,
        content: [UInt8]
    ) {
        self.kind = kind
        self.recordID = recordID
        self.id = id
        self.link = link
        self.title = title
        self.published = published
        self.microsecond = microsecond
        self.corrected = corrected
        self.categories = categories
        self.language = language
        self.author = author
        self.summary = summary
        self.content = content
    }

    /// RFC 3339 in UTC to the second.
    package var publishedText: String { published.rfc3339 }

    /// RFC 3339 in UTC to the microsecond: the publication, or where `showsCorrections` the newest correction of it.
    func updatedText(showsCorrections: Bool) -> String {
        updated(showsCorrections: showsCorrections).utcText
    }

    func updated(showsCorrections: Bool) -> Moment {
        var second = published.start
        if showsCorrections, let corrected { second = max(second, corrected.start) }
        return Moment(precision: .second, start: second, nanoseconds: microsecond * 1000, fractionDigits: 6)
    }

    /// Oldest first: by moment, then as the record has them, then by id. The order of publication as records tell it.
    static func precedes(_ left: FeedItem, _ right: FeedItem) -> Bool {
        if left.published != right.published,
            left.published.start != right.published.start
                || left.published.nanoseconds != right.published.nanoseconds
        {
            return left.published < right.published
        }
        if left.microsecond != right.microsecond { return left.microsecond < right.microsecond }
        return left.id < right.id
    }
}
