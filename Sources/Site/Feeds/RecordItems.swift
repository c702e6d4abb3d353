import Incidents
import Syntax

/// Makes the items of one record: its words in the order in which they were published.
final class RecordItems {
    let record: Record
    let shelf: FeedShelf
    let phrases: Phrases
    let page: String
    let tick: FeedTick
    private let language: String
    /// The author of every word that names none of its own.
    let speaker: String
    /// What stands before and behind the words of every item.
    private let head: SharedHTML
    private let foot: SharedHTML
    /// The corrections that are news.
    private let news: [Correction]

    init(_ record: Record, on shelf: FeedShelf) {
        self.record = record
        self.shelf = shelf
        phrases = shelf.phrases(of: record)
        page = shelf.address.absolute(SiteAddress.page(of: record))
        tick = FeedTick(record: record.id)
        language = record.lang ?? shelf.site.lang
        let isRightToLeft = TextDirection(language: language) == .rightToLeft
        news = record.corrections.filter(\.kind.isNews)
        var (head, foot) = (FeedHTML(), FeedHTML())
        if isRightToLeft { head.beginRightToLeft(language: language) }
        if record.voice == .reconstruction {
            speaker = shelf.publisher
            head.labelled(
                Self.reconstructionLabel(phrases),
                phrases.text(
                    "notice.reconstruction",
                    ["site": shelf.publisher, "issuer": shelf.issuerName(of: record)]))
        } else {
            speaker = shelf.issuerName(of: record)
        }
        foot.link(phrases.text("feed.page"), to: page)
        if isRightToLeft { foot.endRightToLeft() }
        self.head = SharedHTML(head)
        self.foot = SharedHTML(foot)
    }

    /// One word before it is told: what it is called and where it stands among the others.
    private struct Word {
        /// What it tells, in the record.
        enum Source {
            case summary
            case update(Update)
            case correction(Correction)
            case withdrawal(Withdrawal)
        }

        let source: Source
        let kind: FeedItem.Kind
        let id: String
        let anchor: String?
        let label: String
        let at: Moment
        /// Its place among the record's words of the same second.
        let number: Int
        var corrections: [Correction] = []
        var status: RecordStatus?
    }

    // Where the numbers of each kind begin: corrections of a second stay where they are when updates of that second come.
    private static let firstCorrection = 60
    private static let withdrawal = 99

    /// Updates, those of the corrections that are news, and a withdrawal, oldest first.
    func words() -> [FeedItem] {
        let words = named()
        return words.enumerated().map { index, word in item(word, isNewest: index == words.count - 1) }
    }

    /// The same words with what puts them in their places and nothing of what they tell, newest first.
    func untold() -> RecordWords {
        RecordWords(
            named().reversed().map { word in
                RecordWords.Entry(
                    kind: word.kind, localID: word.id, second: word.at.start,
                    nanoseconds: word.at.nanoseconds,
                    microsecond: tick.of(number: word.number),
                    corrected: word.corrections.map(\.at).max()?.start, size: 0)
            }, shared: 0..<0, byteCount: 0)
    }

    /// When each word was published, in seconds, oldest first.
    var moments: [Int64] { named().map(\.at.start) }

    private func named() -> [Word] {
        var words: [Word] = []
        if hasFirstWord { words.append(firstWord) }
        for (index, update) in record.updates.enumerated() {
            let sameSecond = record.updates[..<index].count { $0.at == update.at }
            words.append(word(of: update, number: 1 + sameSecond))
        }
        for (index, correction) in record.corrections.enumerated() where correction.kind.isNews {
            let sameSecond = record.corrections[..<index].count { $0.at == correction.at }
            words.append(word(of: correction, index: index, number: Self.firstCorrection + sameSecond))
        }
        if let withdrawn = record.withdrawn { words.append(word(of: withdrawn)) }
        words.sort { left, right in left.at == right.at ? left.number < right.number : left.at < right.at }
        return words
    }

    /// A record without updates publishes its summary as its first word; so does one that was disclosed before its
    /// first update.
    private var hasFirstWord: Bool {
        let known = shelf.order.firstUpdates(of: record.id)
        guard let first = record.updates.first(where: { known?.contains($0.id) ?? true }) else { return true }
        return record.disclosed.end <= first.at.start
    }

    /// Whether a record has items that the feed of corrections shows.
    static func tellCorrections(_ record: Record) -> Bool {
        record.withdrawn != nil || record.corrections.contains { $0.kind.isNews }
    }

    private var firstWord: Word {
        // What the status was at first is not told once updates have changed it.
        let status = record.updates.isEmpty ? record.status : nil
        return Word(
            source: .summary, kind: .firstWord, id: FeedItem.Kind.firstWord.idPrefix, anchor: "summary",
            label: status.map { phrases.words.status[$0] } ?? phrases.text("feed.first"),
            at: record.disclosed,
            number: 0, corrections: news.filter { $0.of == "summary" || $0.of == "title" }, status: status)
    }

    private func word(of update: Update, number: Int) -> Word {
        Word(
            source: .update(update), kind: .update, id: FeedItem.Kind.update.idPrefix + update.id,
            anchor: SiteAddress.anchor(of: update), label: phrases.words.status[update.status],
            at: update.at, number: number,
            corrections: news.isEmpty ? [] : news.filter { $0.of == "update:" + update.id },
            status: update.status)
    }

    private func word(of correction: Correction, index: Int, number: Int) -> Word {
        Word(
            source: .correction(correction), kind: .correction,
            id: FeedItem.Kind.correction.idPrefix + (correction.id ?? String(index + 1)),
            anchor: SiteAddress.anchor(ofCorrection: index), label: phrases.words.correction[correction.kind],
            at: correction.at, number: number)
    }

    private func word(of withdrawal: Withdrawal) -> Word {
        Word(
            source: .withdrawal(withdrawal), kind: .withdrawal, id: FeedItem.Kind.withdrawal.idPrefix,
            anchor: nil, label: phrases.text("feed.withdrawn"), at: withdrawal.at, number: Self.withdrawal)
    }

    // MARK: - What a word tells

    /// Writes what a word says in full, and answers what one line of it is made from.
    private func tell(_ source: Word.Source, in html: inout FeedHTML) -> String {
        switch source {
        case .summary:
            prose(record.summary, idPrefix: "summary-", in: &html)
            return record.summary
        case .update(let update):
            let prefix = SiteAddress.anchor(of: update) + "-"
            prose(update.body, idPrefix: prefix, headingOffset: 3, in: &html)
            promise(update.next, in: &html)
            return update.body
        case .correction(let correction):
            if let reason = correction.reason { html.paragraph(reason) }
            if let was = correction.was { html.labelled(phrases.text("corrections.was"), was) }
            if let now = correction.now { html.labelled(phrases.text("corrections.now"), now) }
            html.labelled(phrases.text("feed.field"), correction.of)
            return correction.reason ?? correction.now ?? correction.of
        case .withdrawal(let withdrawal):
            html.paragraph(phrases.text("feed.withdrawn_text"))
            if let reason = withdrawal.reason { html.paragraph(reason) }
            return withdrawal.reason ?? phrases.text("feed.withdrawn_text")
        }
    }

    private func author(of source: Word.Source) -> String? {
        if case .update(let update) = source { update.author } else { nil }
    }

    private func item(_ word: Word, isNewest: Bool) -> FeedItem {
        var html = FeedHTML(room: 2048)
        let summary = tell(word.source, in: &html)
        for correction in word.corrections {
            html.labelled(
                phrases.text("feed.corrected", ["at": phrases.dates.text(correction.at)]),
                correction.reason ?? phrases.words.correction[correction.kind])
        }
        if isNewest, word.kind != .withdrawal { standing(in: &html, besides: word.kind) }
        return make(
            word.kind, id: word.id, anchor: word.anchor, title: word.label + ": " + record.title, at: word.at,
            microsecond: tick.of(number: word.number),
            corrected: word.corrections.map(\.at).max(), status: word.status,
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
            var uniqued: [String] = []
            for text in self where !uniqued.contains(text) { uniqued.append(text) }
            return uniqued
        }
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
