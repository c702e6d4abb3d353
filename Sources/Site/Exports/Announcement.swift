import Incidents
import Syntax

/// One published word as it is told elsewhere: in a chat, in a short post, by letter.
package struct Announcement: Sendable {
    /// The status or the kind of word, then the incident: `Monitoring: Token safe drained`.
    package let title: String
    package let recordID: String
    /// The word's own id in its record, such as `update/u2`.
    package let wordID: String
    package let at: Moment
    /// When it was published, and who speaks.
    package let byline: String
    /// The whole word as plain text: paragraphs between blank lines, each address behind the words of its link.
    package let body: String
    /// What holds for readers now, a line each; it is never cut off.
    package let advice: [String]
    /// The line that stands above the advice.
    package let adviceTitle: String
    /// When the next word is promised, as a line; nil where none is.
    package let next: String?
    /// Where the whole is told; it is never cut off.
    package let link: String
    /// BCP 47.
    package let language: String
    private let item: FeedItem

    /// The whole word as HTML with absolute addresses.
    var html: [UInt8] { item.content }

    /// The ids of a record's words, oldest first: `first`, `update/u1`, `correction/1`, `withdrawn`.
    package static func wordIDs(of record: Record, in catalogue: Catalogue, theme: Theme) -> [String] {
        items(of: record, in: catalogue, theme).map { $0.localID }
    }

    /// The newest word of a record, or the one with an id, of which `update/` may be left out. Nil where the record has
    /// no such word.
    package init?(of record: Record, word id: String? = nil, in catalogue: Catalogue, theme: Theme) {
        let edition = Edition(catalogue: catalogue, theme: theme)
        let items = Self.items(of: record, in: catalogue, theme)
        let found = id.map { id in
            items.last { $0.localID == id } ?? items.last { $0.localID == "update/" + id }
        }
        guard let item = found ?? (id == nil ? items.last : nil) else { return nil }
        self.init(item, of: record, edition)
    }

    init(_ item: FeedItem, of record: Record, _ edition: Edition) {
        let phrases = edition.theme.phrases(record.lang ?? edition.site.lang)
        // Whoever reads it without the page must not take it for the issuer's own word.
        let isReconstruction = record.voice == .reconstruction
        title = isReconstruction ? RecordItems.reconstructionLabel(phrases) + ": " + item.title : item.title
        recordID = record.id
        wordID = item.localID
        at = item.published
        byline = phrases.dates.text(item.published) + " · " + item.author
        let origin = phrases.text(
            "notice.reconstruction",
            ["site": edition.publisherName, "issuer": edition.issuerName(of: record)])
        let page = edition.address.absolute(SiteAddress.page(of: record))
        let words = Self.body(of: record, wordID, phrases, edition.prose, page: page)
        body = isReconstruction ? origin + "\n\n" + words : words
        let rows = record.withdrawn == nil ? AdviceText(phrases).rows(record.advice) : []
        if rows.isEmpty, record.withdrawn == nil {
            switch record.advice {
            case .nothingToDo: advice = [phrases.text("advice.nothing")]
            case .unknown: advice = [phrases.text("advice.unknown")]
            case .steps: advice = [phrases.text("advice.over")]
            case .notStated: advice = []
            }
        } else {
            advice = rows.map { $0.label + ": " + $0.text }
        }
        adviceTitle = phrases.text("advice.title")
        if record.withdrawn == nil, case .at(let moment)? = record.updates.last?.next {
            next = phrases.text("standing.next_word") + ": " + phrases.dates.text(moment)
        } else {
            next = nil
        }
        link = item.link
        language = item.language
        self.item = item
    }

    private static func items(of record: Record, in catalogue: Catalogue, _ theme: Theme) -> [FeedItem] {
        RecordItems(record, on: FeedShelf(Edition(catalogue: catalogue, theme: theme))).words()
    }

    private static func body(
        of record: Record, _ id: String, _ phrases: Phrases, _ texts: MarkdownTexts, page: String
    ) -> String {
        let prose = MarkdownRenderer(sharing: texts)
        if let update = record.updates.first(where: { "update/" + $0.id == id }) {
            return prose.letter(update.body, baseURL: page)
        }
        for (index, correction) in record.corrections.enumerated()
        where "correction/\(correction.id ?? String(index + 1))" == id {
            var lines = correction.reason.map { [$0] } ?? []
            if let was = correction.was { lines.append(phrases.text("corrections.was") + ": " + was) }
            if let now = correction.now { lines.append(phrases.text("corrections.now") + ": " + now) }
            return lines.joined(separator: "\n")
        }
        if id == "withdrawn", let withdrawal = record.withdrawn {
            return [phrases.text("feed.withdrawn_text"), withdrawal.reason].compactMap(\.self).joined(
                separator: "\n")
        }
        return prose.letter(record.summary, baseURL: page)
    }
}

extension SiteAddress {
    /// The newest word of a record as plain text.
    static func announcement(of record: Record) -> String { page(of: record) + "announcement.txt" }
}
