import Syntax

/// OPML 2.0: a list of feeds that readers import.
struct OPMLDocument {
    let title: String
    let feeds: [Feed]
    let address: SiteAddress

    func bytes() -> [UInt8] {
        var xml = XMLWriter(isIndented: true)
        xml.startDocument()
        xml.startElement("opml", attributes: [("version", "2.0")])
        xml.startElement("head")
        xml.element("title", title)
        xml.endElement()
        xml.startElement("body")
        for feed in feeds {
            xml.startElement(
                "outline",
                attributes: [
                    ("text", feed.title), ("title", feed.title), ("type", "rss"), ("description", feed.description),
                    ("language", feed.language), ("xmlUrl", address.absolute(feed.folder + Feed.Form.rss.file)),
                    ("htmlUrl", address.absolute(feed.page)),
                ])
            xml.endElement()
        }
        xml.endElement()
        xml.endElement()
        return xml.finish()
    }
}
