import Incidents
import Syntax

/// Writes the items of one record as the store keeps them: what all of them say alike, then each item's own texts,
/// escaped already. Documents in any form are put together from these, and what two forms share is kept once.
struct RecordItemBytes {
    private let markup: RecordMarkup
    private let words: Vocabulary
    private let speaker: String
    private var texts = PackedTextsWriter(capacity: 48 * 1024)
    private let sharedSize: Int
    private var entries: [RecordWords.Entry] = []

    init(of items: RecordItems) {
        speaker = items.speaker
        markup = RecordMarkup(of: items.record, by: speaker, on: items.shelf, to: &texts)
        sharedSize = texts.endGroup()
        words = items.phrases.words
    }

    /// What was added, in the order in which it was, and its bytes.
    consuming func finish() -> (words: RecordWords, bytes: [UInt8]) {
        let bytes = texts.bytes
        return (RecordWords(entries, sharedSize: sharedSize, byteCount: bytes.count), bytes)
    }

    mutating func add(_ item: FeedItem) {
        let status = item.status.map {
            RecordMarkup.Category(scheme: .status, term: $0.rawValue, label: words.status[$0])
        }
        // In the order of `FeedItemTexts.Part`.
        appendXMLEscaped(item.title, to: &texts.bytes)
        texts.endText()
        appendXMLEscaped(item.localID, to: &texts.bytes)
        texts.endText()
        for isAttribute in [false, true] {
            if let anchor = item.anchor {
                texts.bytes.append(literal: "#")
                appendXMLEscaped(anchor, to: &texts.bytes, inAttribute: isAttribute)
            }
            texts.endText()
        }
        let isSpeakers = item.author == speaker
        if !isSpeakers { appendXMLEscaped(item.author, to: &texts.bytes) }
        texts.endText()
        if !isSpeakers { JSONWriter.appendString(item.author, to: &texts.bytes) }
        texts.endText()
        if let status { markup.appendRSS(status, to: &texts.bytes) }
        texts.endText()
        if let status { markup.appendAtom(status, to: &texts.bytes) }
        texts.endText()
        addDescription(item.summary)
        texts.bytes.append(literal: XMLSection.start)
        XMLSection.append(item.words, to: &texts.bytes)
        for ending in item.endings { texts.bytes += ending.section }
        texts.bytes.append(literal: XMLSection.end)
        texts.endText()
        FeedDates.append(rfc822: item.published.start, to: &texts.bytes)
        texts.endText()
        FeedDates.append(rfc3339: item.published.start, to: &texts.bytes)
        texts.endText()
        addJSON(item)
        if let status { markup.appendJSON(status, to: &texts.bytes) }
        texts.endText()
        entries.append(
            RecordWords.Entry(
                kind: item.kind, localID: item.localID, second: item.published.start,
                nanoseconds: item.published.nanoseconds, microsecond: item.timing.microsecond,
                corrected: item.timing.corrected?.start, size: UInt32(texts.endGroup())))
    }

    /// A summary as RSS has it, which is HTML there.
    private mutating func addDescription(_ summary: String) {
        let start = texts.bytes.count
        appendXMLEscaped(summary, to: &texts.bytes)
        // Plain words are HTML already where nothing needed a reference.
        if texts.bytes.count - start != summary.utf8.count {
            texts.bytes.removeSubrange(start...)
            var html: [UInt8] = []
            HTMLText.appendContent(summary, to: &html)
            appendXMLEscaped(html, to: &texts.bytes)
        }
        texts.endText()
    }

    /// What JSON tells of an item up to when it was published.
    private mutating func addJSON(_ item: FeedItem) {
        texts.bytes.append(literal: "{\"id\":\"")
        texts.bytes += markup.idJSON
        JSONWriter.appendEscaped(item.localID, to: &texts.bytes)
        texts.bytes.append(literal: "\",\"url\":\"")
        texts.bytes += markup.pageJSON
        if let anchor = item.anchor {
            texts.bytes.append(literal: "#")
            JSONWriter.appendEscaped(anchor, to: &texts.bytes)
        }
        texts.bytes.append(literal: "\",\"title\":")
        JSONWriter.appendString(item.title, to: &texts.bytes)
        texts.bytes.append(literal: ",\"summary\":")
        JSONWriter.appendString(item.summary, to: &texts.bytes)
        texts.bytes.append(literal: ",\"content_html\":\"")
        JSONWriter.appendEscaped(item.words, to: &texts.bytes)
        for ending in item.endings { texts.bytes += ending.json }
        texts.bytes.append(literal: "\",\"date_published\":\"")
        FeedDates.append(rfc3339: item.published.start, to: &texts.bytes)
        texts.endText()
    }
}
