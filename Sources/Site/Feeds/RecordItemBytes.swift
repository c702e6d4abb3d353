import Incidents
import Syntax

/// Writes the items of one record in each form that feeds have, those of a form one behind the other: a document that
/// holds neighbours copies them in one piece.
struct RecordItemBytes {
    /// What stands between two items in JSON. Each begins with it, and the first of a document does without.
    static let separatorJSON: StaticString = ",\n    "

    private let markup: RecordMarkup
    private let words: Vocabulary
    private var rss: [UInt8] = []
    private var atom: [UInt8] = []
    private var json: [UInt8] = []
    private var archivedAtom: [UInt8] = []
    private var archivedJSON: [UInt8] = []
    private var entries: [RecordWords.Entry] = []

    init(of record: Record, on shelf: FeedShelf) {
        markup = RecordMarkup(of: record, on: shelf)
        words = shelf.phrases(of: record).words
    }

    /// What was added, in the order in which it was, and its bytes.
    func finish() -> (words: RecordWords, bytes: [UInt8]) {
        let parts = [rss, atom, json, archivedAtom, archivedJSON]
        var bytes: [UInt8] = []
        // The texts of the record's card come behind the items.
        bytes.reserveCapacity(parts.reduce(8 * 1024) { $0 + $1.count })
        for part in parts { bytes += part }
        return (RecordWords(entries, byteCount: bytes.count), bytes)
    }

    /// How many bytes each part has by now.
    private var counts: [Int] {
        [rss.count, atom.count, json.count, archivedAtom.count, archivedJSON.count]
    }

    mutating func add(_ item: FeedItem) {
        var categories = RecordMarkup.Categories()
        if let status = item.status {
            markup.add(.status, status.rawValue, words.status[status], to: &categories)
        }
        let starts = counts
        let shared = addAtom(item, categories.atom, from: starts[1])
        addRSS(item, categories.rss, shared)
        addJSON(item, categories.json, shared, from: starts[2])
        let ends = counts
        entries.append(
            RecordWords.Entry(
                kind: item.kind, localID: item.localID, second: item.published.start,
                nanoseconds: item.published.nanoseconds, microsecond: item.timing.microsecond,
                corrected: item.timing.corrected?.start,
                sizes: FeedPart.Sizes(zip(starts, ends).map { $1 - $0 })))
    }

    /// Where texts that two forms share stand in what was written for Atom, escaped.
    private struct Shared {
        var id = 0..<0
        var title = 0..<0
        /// `2026-02-21T09:20:00Z`.
        var published = 0..<0
        var author = 0..<0
        var summary = 0..<0
        var content = 0..<0
    }

    private mutating func addAtom(_ item: FeedItem, _ categories: [UInt8], from start: Int) -> Shared {
        var shared = Shared()
        func written(_ write: (inout [UInt8]) -> Void, to bytes: inout [UInt8]) -> Range<Int> {
            let start = bytes.count
            write(&bytes)
            return start..<bytes.count
        }
        atom += markup.entry
        shared.id = written(
            {
                $0 += markup.idXML; appendXMLEscaped(item.localID, to: &$0)
            }, to: &atom)
        atom.append(literal: "</id>\n<title>")
        shared.title = written({ appendXMLEscaped(item.title, to: &$0) }, to: &atom)
        atom.append(literal: "</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
        atom += markup.pageAttribute
        if let anchor = item.anchor {
            atom.append(literal: "#")
            appendXMLEscaped(anchor, to: &atom, inAttribute: true)
        }
        atom.append(literal: "\"/>\n<published>")
        let second = item.published.start
        shared.published = written(
            {
                FeedDates.append(rfc3339: second, to: &$0)
                $0.append(literal: "Z")
            }, to: &atom)
        atom.append(literal: "</published>\n<updated>")
        let changed = atom.count
        FeedDates.append(rfc3339: max(second, item.timing.corrected?.start ?? second), to: &atom)
        let fraction = atom.count
        atom.append(literal: ".")
        atom.append(number: Int(item.timing.microsecond), width: 6)
        atom.append(literal: "Z</updated>\n<author>\n<name>")
        shared.author = written({ appendXMLEscaped(item.author, to: &$0) }, to: &atom)
        atom.append(literal: "</name>\n</author>\n")
        atom += categories
        atom += markup.categories.atom
        atom.append(literal: "<summary>")
        shared.summary = written({ appendXMLEscaped(item.summary, to: &$0) }, to: &atom)
        atom.append(literal: "</summary>\n<content type=\"html\">")
        shared.content = written({ appendXMLEscaped(item.content, to: &$0) }, to: &atom)
        atom.append(literal: "</content>\n</entry>\n")
        if item.timing.corrected != nil {
            archivedAtom += atom[start..<changed]
            FeedDates.append(rfc3339: second, to: &archivedAtom)
            archivedAtom += atom[fraction...]
        }
        return shared
    }

    private mutating func addRSS(_ item: FeedItem, _ categories: [UInt8], _ shared: Shared) {
        rss.append(literal: "<item>\n<title>")
        rss += atom[shared.title]
        rss.append(literal: "</title>\n<link>")
        rss += markup.pageXML
        if let anchor = item.anchor {
            rss.append(literal: "#")
            appendXMLEscaped(anchor, to: &rss)
        }
        rss.append(literal: "</link>\n<guid isPermaLink=\"false\">")
        rss += atom[shared.id]
        rss.append(literal: "</guid>\n<pubDate>")
        FeedDates.append(rfc822: item.published.start, to: &rss)
        rss.append(literal: "</pubDate>\n<dc:creator>")
        rss += atom[shared.author]
        rss.append(literal: "</dc:creator>\n")
        rss += categories
        rss += markup.categories.rss
        rss.append(literal: "<description>")
        // RSS has HTML there, and plain words as HTML, which they are already where nothing needed a reference.
        if shared.summary.count == item.summary.utf8.count {
            rss += atom[shared.summary]
        } else {
            var html: [UInt8] = []
            HTMLText.appendContent(item.summary, to: &html)
            appendXMLEscaped(html, to: &rss)
        }
        rss.append(literal: "</description>\n<content:encoded>")
        rss += atom[shared.content]
        rss.append(literal: "</content:encoded>\n</item>\n")
    }

    private mutating func addJSON(
        _ item: FeedItem, _ categories: [UInt8], _ shared: Shared, from start: Int
    ) {
        json.append(literal: Self.separatorJSON)
        json.append(literal: "{\n      \"id\": \"")
        json += markup.idJSON
        JSONWriter.appendEscaped(item.localID, to: &json)
        json.append(literal: "\",\n      \"url\": \"")
        json += markup.pageJSON
        if let anchor = item.anchor {
            json.append(literal: "#")
            JSONWriter.appendEscaped(anchor, to: &json)
        }
        json.append(literal: "\",\n      \"title\": ")
        JSONWriter.appendString(item.title, to: &json)
        json.append(literal: ",\n      \"summary\": ")
        JSONWriter.appendString(item.summary, to: &json)
        json.append(literal: ",\n      \"content_html\": \"")
        JSONWriter.appendEscaped(item.content, to: &json)
        json.append(literal: "\",\n      \"date_published\": \"")
        json += atom[shared.published]
        let beforeCorrection = json.count
        if let corrected = item.timing.corrected {
            json.append(literal: "\",\n      \"date_modified\": \"")
            FeedDates.append(rfc3339: corrected.start, to: &json)
            json.append(literal: "Z")
        }
        let behindCorrection = json.count
        json.append(literal: "\",\n      \"authors\": [\n        {\n          \"name\": ")
        JSONWriter.appendString(item.author, to: &json)
        json += markup.languageJSON
        json += categories
        json += markup.categories.json
        if json.last == 0x2C {
            json.removeLast()
            json.append(literal: "\n      ")
        }
        json.append(literal: "]\n    }")
        if item.timing.corrected != nil {
            archivedJSON += json[start..<beforeCorrection]
            archivedJSON += json[behindCorrection...]
        }
    }
}
