import Syntax

/// OPML 2.0: a list of feeds that readers import, those of single records in a group of their own.
struct OPMLDocument: Sendable {
    let title: String
    let feeds: [Feed]
    let recordsTitle: String
    let cards: [RecordCard]
    let shelf: FeedShelf

    private static let recordsInPart = 2048

    /// The head with the feeds of the site, then the records' some at a time: those of a large site all at once would
    /// take as much memory as their cards.
    var partCount: Int { 1 + (cards.count + Self.recordsInPart - 1) / Self.recordsInPart }

    func part(_ number: Int) -> [UInt8] {
        var xml = XMLWriter(isIndented: true)
        writeHead(to: &xml)
        guard !cards.isEmpty else { return xml.finish() }
        let head = xml.take()
        guard number > 0 else { return head }
        // The writer goes on as behind the part before.
        if number > 1 {
            write(cards[0], to: &xml)
            _ = xml.take()
        }
        for card in cards.dropFirst((number - 1) * Self.recordsInPart).prefix(Self.recordsInPart) {
            write(card, to: &xml)
        }
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

    private func write(_ card: RecordCard, to xml: inout XMLWriter) {
        let (title, page) = (XMLWriter.quoted(card.title), shelf.address.absolute(card.page))
        xml.startElement("outline")
        for name in ["text", "title"] as [StaticString] { xml.attribute(name, quoted: title) }
        xml.attribute("type", "rss")
        xml.attribute("description", shelf.description(of: card))
        xml.attribute("language", card.lang ?? shelf.site.lang)
        xml.attribute("xmlUrl", page + Feed.Form.rss.file)
        xml.attribute("htmlUrl", page)
        xml.endElement()
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
