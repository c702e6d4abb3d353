import Syntax

/// OPML 2.0: a list of feeds that readers import, those of single records in a group of their own.
struct OPMLDocument {
    let title: String
    let feeds: [Feed]
    let recordsTitle: String
    let cards: [RecordCard]
    let shelf: FeedShelf

    func bytes() -> [UInt8] {
        var xml = XMLWriter(isIndented: true)
        xml.startDocument()
        xml.startElement("opml", attributes: [("version", "2.0")])
        xml.startElement("head")
        xml.element("title", title)
        xml.endElement()
        xml.startElement("body")
        for feed in feeds {
            write(feed.title, feed.description, feed.language, feed.folder, feed.page, to: &xml)
        }
        if !cards.isEmpty {
            xml.startElement("outline", attributes: [("text", recordsTitle)])
            for card in cards {
                write(
                    card.title, shelf.description(of: card), card.lang ?? shelf.site.lang, card.page,
                    card.page, to: &xml)
            }
            xml.endElement()
        }
        xml.endElement()
        xml.endElement()
        return xml.finish()
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
