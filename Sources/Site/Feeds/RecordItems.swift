import Incidents
import Syntax

/// Makes the items of one record: its words in the order in which they were published.
final class RecordItems {
    let record: Record
    let shelf: FeedShelf
    /// The corrections that are news.
    private let news: [Correction]
    // Most records have no word among the newest, of which nothing but its moment is asked.
    private(set) lazy var phrases = shelf.phrases(of: record)
    private(set) lazy var page = shelf.address.absolute(SiteAddress.page(of: record))
    private(set) lazy var tick = FeedTick(record: record.id)
    /// The author of every word that names none of its own.
    private(set) lazy var speaker =
        record.voice == .reconstruction ? shelf.publisher : shelf.issuerName(of: record)
    private lazy var language = record.lang ?? shelf.site.lang
    private lazy var isRightToLeft = TextDirection(language: language) == .rightToLeft
    // What stands before and behind the words of every item.
    private lazy var head = SharedHTML(beginning)
    private lazy var foot = SharedHTML(ending)
    private lazy var placed = PlacedWord.inOrder(of: record, shelf.order)

    init(_ record: Record, on shelf: FeedShelf) {
        self.record = record
        self.shelf = shelf
        news = record.corrections.filter(\.kind.isNews)
    }

    private var beginning: FeedHTML {
        var html = FeedHTML()
        if isRightToLeft { html.beginRightToLeft(language: language) }
        if record.voice == .reconstruction {
            html.labelled(
                Self.reconstructionLabel(phrases),
                phrases.text(
                    "notice.reconstruction",
                    ["site": shelf.publisher, "issuer": shelf.issuerName(of: record)]))
        }
        return html
    }

    private var ending: FeedHTML {
        var html = FeedHTML()
        html.link(phrases.text("feed.page"), to: page)
        if isRightToLeft { html.endRightToLeft() }
        return html
    }

    /// Updates, those of the corrections that are news, and a withdrawal, oldest first.
    func words() -> [FeedItem] {
        placed.indices.map { item(placed[$0], isNewest: $0 == placed.count - 1) }
    }

    /// The same words with what puts them in their places and nothing of what they tell, newest first.
    func untold() -> RecordWords {
        RecordWords(
            placed.reversed().map { word in
                RecordWords.Entry(
                    kind: word.kind, localID: localID(of: word), second: word.at.start,
                    nanoseconds: word.at.nanoseconds,
                    microsecond: tick.of(number: word.number),
                    corrected: corrections(of: word).map(\.at).max()?.start, size: 0)
            }, shared: 0..<0, byteCount: 0)
    }

    /// When each word was published, in seconds, oldest first.
    var moments: [Int64] { placed.map(\.at.start) }

    /// Whether a record has items that the feed of corrections shows.
    static func tellCorrections(_ record: Record) -> Bool {
        record.withdrawn != nil || record.corrections.contains { $0.kind.isNews }
    }

    // MARK: - What a word is called

    private func localID(of word: PlacedWord) -> String {
        let prefix = word.kind.idPrefix
        return switch word.source {
        case .summary, .withdrawal: prefix
        case .update(let place): prefix + record.updates[place].id
        case .correction(let place): prefix + (record.corrections[place].id ?? String(place + 1))
        }
    }

    private func anchor(of word: PlacedWord) -> String? {
        switch word.source {
        case .summary: "summary"
        case .update(let place): SiteAddress.anchor(of: record.updates[place])
        case .correction(let place): SiteAddress.anchor(ofCorrection: place)
        case .withdrawal: nil
        }
    }

    private func label(of word: PlacedWord) -> String {
        switch word.source {
        case .summary, .update:
            status(of: word).map { phrases.words.status[$0] } ?? phrases.text("feed.first")
        case .correction(let place): phrases.words.correction[record.corrections[place].kind]
        case .withdrawal: phrases.text("feed.withdrawn")
        }
    }

    private func status(of word: PlacedWord) -> RecordStatus? {
        switch word.source {
        // What the status was at first is not told once updates have changed it.
        case .summary: record.updates.isEmpty ? record.status : nil
        case .update(let place): record.updates[place].status
        case .correction, .withdrawal: nil
        }
    }

    /// The news that correct a word.
    private func corrections(of word: PlacedWord) -> [Correction] {
        if news.isEmpty { return [] }
        switch word.source {
        case .summary: return news.filter { $0.of == "summary" || $0.of == "title" }
        case .update(let place):
            let field = "update:" + record.updates[place].id
            return news.filter { $0.of == field }
        case .correction, .withdrawal: return []
        }
    }

    // MARK: - What a word tells

    /// Writes what a word says in full, and answers what one line of it is made from.
    private func tell(_ source: PlacedWord.Source, in html: inout FeedHTML) -> String {
        switch source {
        case .summary:
            prose(record.summary, idPrefix: "summary-", in: &html)
            return record.summary
        case .update(let place):
            let prefix = SiteAddress.anchor(of: record.updates[place]) + "-"
            prose(record.updates[place].body, idPrefix: prefix, headingOffset: 3, in: &html)
            promise(record.updates[place].next, in: &html)
            return record.updates[place].body
        case .correction(let place):
            let correction = record.corrections[place]
            if let reason = correction.reason { html.paragraph(reason) }
            if let was = correction.was { html.labelled(phrases.text("corrections.was"), was) }
            if let now = correction.now { html.labelled(phrases.text("corrections.now"), now) }
            html.labelled(phrases.text("feed.field"), correction.of)
            return correction.reason ?? correction.now ?? correction.of
        case .withdrawal:
            let reason = record.withdrawn?.reason
            html.paragraph(phrases.text("feed.withdrawn_text"))
            if let reason { html.paragraph(reason) }
            return reason ?? phrases.text("feed.withdrawn_text")
        }
    }

    private func author(of source: PlacedWord.Source) -> String? {
        if case .update(let place) = source { record.updates[place].author } else { nil }
    }

    private func item(_ word: PlacedWord, isNewest: Bool) -> FeedItem {
        var html = FeedHTML(room: 2048)
        let summary = tell(word.source, in: &html)
        let corrections = corrections(of: word)
        for correction in corrections {
            html.labelled(
                phrases.text("feed.corrected", ["at": phrases.dates.text(correction.at)]),
                correction.reason ?? phrases.words.correction[correction.kind])
        }
        if isNewest, word.kind != .withdrawal { standing(in: &html, besides: word.kind) }
        return make(
            word.kind, id: localID(of: word), anchor: anchor(of: word),
            title: label(of: word) + ": " + record.title, at: word.at,
            microsecond: tick.of(number: word.number),
            corrected: corrections.map(\.at).max(), status: status(of: word),
            author: author(of: word.source),
            summary: Prose.line(summary, limit: 280, sharing: shelf.edition.prose), html)
    }

    // MARK: - What holds now

    /// What holds now, on the newest word alone: the advice in force and the next promised word.
    private func standing(in html: inout FeedHTML, besides kind: FeedItem.Kind) {
        switch record.advice {
        case .notStated: break
        case .nothingToDo: html.labelled(phrases.text("advice.title"), phrases.text("advice.nothing"))
        case .unknown: html.labelled(phrases.text("advice.title"), phrases.text("advice.unknown"))
        case .steps:
            let rows = AdviceText(phrases).rows(record.advice)
            if rows.isEmpty {
                html.paragraph(phrases.text("advice.over"))
            } else {
                html.heading(phrases.text("advice.title"))
                html.list(rows)
            }
        }
        switch record.updates.last?.next {
        case .at: if kind != .update { promise(record.updates.last?.next, in: &html) }
        case .noneExpected: html.paragraph(phrases.text("standing.next_none"))
        case .unknown:
            html.labelled(phrases.text("standing.next_word"), phrases.text("standing.next_unknown"))
        case nil: break
        }
    }

    private func promise(_ next: Update.NextUpdate?, in html: inout FeedHTML) {
        guard case .at(let moment)? = next else { return }
        html.labelled(phrases.text("standing.next_word"), phrases.dates.text(moment))
    }

    // MARK: - Pieces

    func prose(_ markdown: String, idPrefix: String, headingOffset: Int = 2, in html: inout FeedHTML) {
        html.append { bytes in
            Prose.append(
                markdown, headingOffset: headingOffset, idPrefix: idPrefix, baseURL: page,
                sharing: shelf.edition.prose, to: &bytes)
        }
    }

    /// One line of plain text of the words that an item tells.
    static func summary(_ words: String) -> String { Prose.line(words, limit: 280) }

    /// An item with what every item of the record says; `summary` is a line of plain text, `html` the item's own
    /// words, and `facts` what stands between these and the foot.
    func make(
        _ kind: FeedItem.Kind, id: String, anchor: String?, title: String, at moment: Moment,
        microsecond: Int32,
        corrected: Moment? = nil, status: RecordStatus? = nil, author: String? = nil, summary: String,
        _ html: consuming FeedHTML, facts: SharedHTML? = nil
    ) -> FeedItem {
        let summary = summary.isEmpty ? title : summary
        if html.bytes.isEmpty { html.paragraph(summary) }
        return FeedItem(
            kind: kind, localID: id, page: page, anchor: anchor, title: title,
            timing: FeedTiming(published: moment, microsecond: microsecond, corrected: corrected),
            status: status, language: language, author: author ?? speaker,
            summary: summary, words: html.bytes, beginning: head,
            endings: facts.map { [$0, foot] } ?? [foot])
    }

    /// What stands before words that others tell, without a full stop.
    static func reconstructionLabel(_ phrases: Phrases) -> String {
        phrases.text("notice.reconstruction_label").trimmingFinalStop
    }
}

extension String {
    /// The text without the full stop at its end.
    fileprivate var trimmingFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension [String] {
    /// Each text once, where it stood first.
    var uniqued: [String] {
        guard count > 16 else {
            if !namesAnythingTwice { return self }
            var uniqued: [String] = []
            for text in self where !uniqued.contains(text) { uniqued.append(text) }
            return uniqued
        }
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }

    private var namesAnythingTwice: Bool {
        for later in indices {
            for earlier in 0..<later where self[earlier] == self[later] { return true }
        }
        return false
    }
}
