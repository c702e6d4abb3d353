import Incidents

/// One published word as subscribers get it: an update, a correction that matters, a withdrawal, a promise.
///
/// The id is a tag URI (RFC 4151) of the authority, the record's id and the word's own id, so that it survives another
/// slug, another theme and another address. A typo or a clarification changes neither id nor dates.
package final class FeedItem: Sendable {
    package enum Kind: UInt8, Sendable {
        /// The record's summary, where it was published before any update.
        case firstWord
        case update, correction, withdrawal
        /// A commitment made, moved, kept or dropped.
        case commitment

        /// What the `localID` of each begins with; all of it where a record has one such word at most.
        var idPrefix: String {
            switch self {
            case .firstWord: "first"
            case .update: "update/"
            case .correction: "correction/"
            case .withdrawal: "withdrawn"
            case .commitment: "commitment/"
            }
        }
    }

    /// What kind of word readers sort items under.
    enum CategoryScheme: String {
        case status, severity, tag, asset
    }

    package let kind: Kind
    /// The last part of the id: `update/UPDATE` of `tag:AUTHORITY:RECORD/update/UPDATE`.
    package let localID: String
    /// The absolute address of the record's page.
    let page: String
    /// The place on the page; nil for the page itself.
    let anchor: String?
    /// The status, then the incident: `Monitoring: Token safe drained`.
    package let title: String
    package let timing: FeedTiming
    /// The status that the word gave the record; nil where it gave none.
    let status: RecordStatus?
    /// BCP 47.
    package let language: String
    package let author: String
    /// One line of plain text.
    package let summary: String
    /// The full words as HTML with absolute addresses, between the beginning and the endings.
    let words: [UInt8]
    /// What stands before and behind them, and other items of the record say as well.
    let beginning: SharedHTML
    let endings: [SharedHTML]

    init(
        kind: Kind, localID: String, page: String, anchor: String?, title: String, timing: FeedTiming,
        status: RecordStatus?, language: String, author: String, summary: String, words: [UInt8],
        beginning: SharedHTML, endings: [SharedHTML]
    ) {
        self.kind = kind
        self.localID = localID
        self.page = page
        self.anchor = anchor
        self.title = title
        self.timing = timing
        self.status = status
        self.language = language
        self.author = author
        self.summary = summary
        self.words = words
        self.beginning = beginning
        self.endings = endings
    }

    package var published: Moment { timing.published }

    /// The whole as HTML with absolute addresses.
    var content: [UInt8] { endings.reduce(beginning.html + words) { $0 + $1.html } }

    /// The absolute address of the place on the record's page.
    package var link: String { anchor.map { page + "#" + $0 } ?? page }
}
