import Syntax

/// OPML 2.0: a list of feeds that readers import, those of single records in a group of their own.
struct OPMLDocument: Sendable {
    let title: String
    let feeds: [Feed]
    let recordsTitle: String
    let cards: [RecordCard]
    let shelf: FeedShelf

    private static let recordsInPart = 2048
    /// How many bytes a record's outline mostly has at most.
    private static let usualOutline = 512

    /// The head with the feeds of the site, then the records' some at a time: those of a large site all at once would
    /// take as much memory as their cards.
    var partCount: Int { 1 + (cards.count + Self.recordsInPart - 1) / Self.recordsInPart }

    func part(_ number: Int) -> [UInt8] {
        var xml = XMLWriter(isIndented: true)
        writeHead(to: &xml)
        guard !cards.isEmpty else { return xml.finish() }
        let head = xml.take()
        guard number > 0 else { return head }
        var descriptions: [String: QuotedDescription] = [:]
        // The writer goes on as behind the part before.
        if number > 1 {
            write(cards[0], &descriptions, to: &xml)
            _ = xml.take()
        }
        let part = cards.dropFirst((number - 1) * Self.recordsInPart).prefix(Self.recordsInPart)
        xml.reserve(part.count * Self.usualOutline)
        for card in part { write(card, &descriptions, to: &xml) }
        return number == partCount - 1 ? xml.finish() : xml.take()
    }

    /// All up to the first record, whose group stays open.
    private func writeHead(to xml: inout XMLWriter) {
        xml.startDocument()
        xml.startElement("opml", attributes: [("version", "2.0")])
        xml.startElement("head")
        xml.element("title", title)
        xml.endElement()
        xml.startElement("body")
        for feed in feeds {
            write(feed.title, feed.description, feed.language, feed.folder, feed.page, to: &xml)
        }
        if !cards.isEmpty { xml.startElement("outline", attributes: [("text", recordsTitle)]) }
    }

    private func write(
        _ card: RecordCard, _ descriptions: inout [String: QuotedDescription], to xml: inout XMLWriter
    ) {
        let language = card.lang ?? shelf.site.lang
        let description =
            descriptions[language] ?? QuotedDescription(in: shelf.edition.theme.phrases(language))
        descriptions[language] = description
        xml.startElement("outline")
        xml.attributes { xml in
            func page() {
                xml.append(quoted: shelf.address.root)
                xml.append(quoted: card.page)
            }
            xml.append(literal: " text=\"")
            xml.append(quoted: card.title)
            xml.append(literal: "\" title=\"")
            xml.append(quoted: card.title)
            xml.append(literal: "\" type=\"rss\" description=\"")
            description.append(ofRecord: card.id, to: &xml)
            xml.append(literal: "\" language=\"")
            xml.append(quoted: language)
            xml.append(literal: "\" xmlUrl=\"")
            page()
            xml.append(text: Feed.Form.rss.file)
            xml.append(literal: "\" htmlUrl=\"")
            page()
            xml.append(literal: "\"")
        }
        xml.endElement()
    }

    /// What a record's feed is said to be in one language, quoted once for all records: what stands between their ids.
    private struct QuotedDescription {
        private let pieces: [[UInt8]]

        init(in phrases: Phrases) {
            var text: [UInt8] = []
            // No text has this byte, which XML and HTML forbid.
            phrases.append(FeedShelf.recordDescription, to: &text, filling: "id") { $0.append(0) }
            pieces = text.split(separator: 0, omittingEmptySubsequences: false).map { piece in
                var quoted: [UInt8] = []
                quoted.append(quoted: String(decoding: piece, as: UTF8.self))
                return quoted
            }
        }

        func append(ofRecord id: String, to xml: inout [UInt8]) {
            for (number, piece) in pieces.enumerated() {
                if number > 0 { xml.append(quoted: id) }
                xml += piece
            }
        }
    }

    private func write(
        _ title: String, _ description: String, _ language: String, _ folder: String, _ page: String,
        to xml: inout XMLWriter
    ) {
        xml.startElement(
            "outline",
            attributes: [
                ("text", title), ("title", title), ("type", "rss"),
                ("description", description),
                ("language", language), ("xmlUrl", shelf.address.absolute(folder + Feed.Form.rss.file)),
                ("htmlUrl", shelf.address.absolute(page)),
            ])
        xml.endElement()
    }
}
