import Syntax

/// OPML 2.0: a list of feeds that readers import, those of single records in a group of their own.
struct OPMLDocument {
    let title: String
    let feeds: [Feed]
    let recordsTitle: String
    let recordFeeds: [Feed]
    let address: SiteAddress

    func bytes() -> [UInt8] {
        var xml = XMLWriter(isIndented: true)
        xml.startDocument()
        xml.startElement("opml", attributes: [("version", "2.0")])
        xml.startElement("head")
        xml.element("title", title)
        xml.endElement()
        xml.startElement("body")
        for feed in feeds { write(feed, to: &xml) }
        if !recordFeeds.isEmpty {
            xml.startElement("outline", attributes: [("text", recordsTitle)])
            for feed in recordFeeds { write(feed, to: &xml) }
            xml.endElement()
        }
        xml.endElement()
        xml.endElement()
        return xml.finish()
    }

    private func write(_ feed: Feed, to xml: inout XMLWriter) {
        xml.startElement(
            "outline",
            attributes: [
                ("text", feed.title), ("title", feed.title), ("type", "rss"),
                ("description", feed.description),
                ("language", feed.language), ("xmlUrl", address.absolute(feed.folder + Feed.Form.rss.file)),
                ("htmlUrl", address.absolute(feed.page)),
            ])
        xml.endElement()
    }
}
