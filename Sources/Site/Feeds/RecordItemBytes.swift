import Incidents
import Syntax

/// Writes the items of one record as the store keeps them: what all of them say alike, and each item's own texts as
/// documents of each form have them. Documents are put together from these; what two forms share is kept once.
struct RecordItemBytes {
    private let markup: RecordMarkup
    private let words: Vocabulary
    private let speaker: String
    private var shared = 0..<0
    private var entries: [RecordWords.Entry] = []

    init(of items: RecordItems) {
        speaker = items.speaker
        markup = RecordMarkup(of: items.record, by: speaker, on: items.shelf)
        words = items.phrases.words
    }

    /// What was added, in the order in which it was; `byteCount` is how many bytes that took.
    func words(byteCount: Int) -> RecordWords {
        RecordWords(entries, shared: shared, byteCount: byteCount)
    }

    /// Writes what all items say alike.
    mutating func addShared(to texts: inout PackedTextsWriter) {
        let start = texts.count
        markup.write(to: &texts)
        shared = start..<start + texts.endGroup()
    }

    mutating func add(_ item: FeedItem, to texts: inout PackedTextsWriter) {
        let status = item.status.map {
            RecordMarkup.Category(scheme: .status, term: $0.rawValue, label: words.status[$0])
        }
        // In the order of `FeedItemTexts.Part`.
        let (title, id) = addRSS(item, to: &texts)
        if let status { markup.appendRSS(status, to: &texts) }
        texts.endText()
        addDescription(item.summary, to: &texts)
        texts.append(literal: XMLSection.start)
        texts.append(item.beginning.section)
        texts.append(section: item.words)
        for ending in item.endings { texts.append(ending.section) }
        texts.append(literal: XMLSection.end)
        texts.endText()
        let date = addAtom(item, title: title, id: id, to: &texts)
        if item.author != speaker { texts.append(xml: item.author) }
        texts.endText()
        if item.author != speaker { texts.append(jsonString: item.author) }
        texts.endText()
        if let status { markup.appendAtom(status, to: &texts) }
        texts.endText()
        addJSON(item, date: date, to: &texts)
        if let status { markup.appendJSON(status, to: &texts) }
        texts.endText()
        entries.append(
            RecordWords.Entry(
                kind: item.kind, localID: item.localID, second: item.published.start,
                nanoseconds: item.published.nanoseconds, microsecond: item.timing.microsecond,
                corrected: item.timing.corrected?.start, size: UInt32(texts.endGroup())))
    }

    /// An item of RSS up to its categories, whose end the caller tells; answers where its title and its id stand.
    private func addRSS(
        _ item: FeedItem, to texts: inout PackedTextsWriter
    ) -> (title: Range<Int>, id: Range<Int>) {
        texts.append(literal: "<item>\n<title>")
        let title = texts.append(xml: item.title)
        texts.append(literal: "</title>\n<link>")
        texts.append(markup.page)
        if let anchor = item.anchor {
            texts.append(literal: "#")
            texts.append(xml: anchor)
        }
        texts.append(literal: "</link>\n<guid isPermaLink=\"false\">")
        texts.append(markup.id)
        let id = texts.append(xml: item.localID)
        texts.append(literal: "</guid>\n<pubDate>")
        texts.append(room: FeedDates.longest) { FeedDates.append(rfc822: item.published.start, to: &$0) }
        texts.append(literal: "</pubDate>\n<dc:creator>")
        if item.author == speaker { texts.append(markup.author) } else { texts.append(xml: item.author) }
        texts.append(literal: "</dc:creator>\n")
        return (title, id)
    }

    /// A summary as RSS has it, which is HTML there, up to the item's words.
    private func addDescription(_ summary: String, to texts: inout PackedTextsWriter) {
        texts.append(literal: "<description>")
        if HTMLText.isPlainContent(summary) {
            texts.append(xml: summary)
        } else {
            var html: [UInt8] = []
            HTMLText.appendContent(summary, to: &html)
            texts.append(xml: html)
        }
        texts.append(literal: "</description>\n<content:encoded>")
        texts.endText()
    }

    /// An entry of Atom behind its language and up to when it changed; answers where its date stands.
    private func addAtom(
        _ item: FeedItem, title: Range<Int>, id: Range<Int>, to texts: inout PackedTextsWriter
    ) -> Range<Int> {
        texts.append(literal: ">\n<id>")
        texts.append(markup.id)
        texts.append(again: id)
        texts.append(literal: "</id>\n<title>")
        texts.append(again: title)
        texts.append(literal: "</title>\n<link rel=\"alternate\" href=\"")
        texts.append(markup.pageAttribute)
        if let anchor = item.anchor {
            texts.append(literal: "#")
            texts.append(xml: anchor, inAttribute: true)
        }
        texts.append(literal: "\"/>\n<published>")
        let start = texts.count
        texts.append(room: FeedDates.longest) { FeedDates.append(rfc3339: item.published.start, to: &$0) }
        let date = start..<texts.count
        texts.append(literal: "Z</published>\n<updated>")
        texts.endText()
        texts.append(again: date)
        texts.endText()
        texts.append(literal: ".")
        texts.append(room: FeedDates.longest) { $0.append(decimal: Int(item.timing.microsecond), width: 6) }
        texts.append(literal: "Z</updated>\n")
        texts.endText()
        return date
    }

    /// What JSON tells of an item up to when it was published.
    private func addJSON(_ item: FeedItem, date: Range<Int>, to texts: inout PackedTextsWriter) {
        texts.append(literal: "{\"id\":\"")
        texts.append(markup.idJSON)
        texts.append(json: item.localID)
        texts.append(literal: "\",\"url\":\"")
        texts.append(markup.pageJSON)
        if let anchor = item.anchor {
            texts.append(literal: "#")
            texts.append(json: anchor)
        }
        texts.append(literal: "\",\"title\":\"")
        texts.append(json: item.title)
        texts.append(literal: "\",\"summary\":\"")
        texts.append(json: item.summary)
        texts.append(literal: "\",\"content_html\":\"")
        texts.append(item.beginning.json)
        texts.append(json: item.words)
        for ending in item.endings { texts.append(ending.json) }
        texts.append(literal: "\",\"date_published\":\"")
        texts.append(again: date)
        texts.endText()
    }
}
