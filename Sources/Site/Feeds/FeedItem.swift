import Incidents

/// One published word as subscribers get it: an update, a correction that matters, a withdrawal, a promise.
///
/// The id is a tag URI (RFC 4151) of the authority, the record's id and the word's own id, so that it survives another
/// slug, another theme and another address. A typo or a clarification changes neither id nor dates.
package final class FeedItem: Sendable {
    package enum Kind: String, Sendable, Hashable {
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
    /// The last part of the id: `update/UPDATE`.
    package let localID: String
    /// The absolute address of the place on the record's page.
    package let link: String
    /// The status, then the incident: `Monitoring: Token safe drained`.
    package let title: String
    package let timing: FeedTiming
    package let categories: [Category]
    /// BCP 47.
    package let language: String
    package let author: String
    /// One line of plain text.
    package let summary: String
    /// The full words as HTML with absolute addresses.
    package let content: [UInt8]

    init(
        kind: Kind, recordID: String, id: String, localID: String, link: String, title: String,
        timing: FeedTiming,
        categories: [Category], language: String, author: String, summary: String,
        content: [UInt8]
    ) {
        self.kind = kind
        self.recordID = recordID
        self.id = id
        self.localID = localID
        self.link = link
        self.title = title
        self.timing = timing
        self.categories = categories
        self.language = language
        self.author = author
        self.summary = summary
        self.content = content
    }

    package var published: Moment { timing.published }
}
