import Incidents
import Syntax

/// RSS 2.0 with `content:encoded`, `atom:link` and RFC 5005's archive links.
struct RSSDocument {
    let document: FeedDocument
    let shelf: FeedShelf

    func bytes() -> [UInt8] {
        let feed = document.feed
        let address = shelf.address
        var xml = XMLWriter()
        xml.startDocument()
        xml.processingInstruction("xml-stylesheet", attributes: shelf.styleSheet)
        xml.startElement(
            "rss",
            attributes: [
                ("version", "2.0"), ("xmlns:atom", AtomDocument.namespace),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:fh", AtomDocument.historyNamespace),
            ])
        xml.startElement("channel")
        xml.element("title", feed.title)
        xml.element("link", address.absolute(feed.page))
        xml.element("description", document.description)
        xml.element("language", feed.language)
        shelf.writeLinks(of: document, .rss, "atom:link", to: &xml)
        if document.number != nil { xml.element("fh:archive", "") }
        if let updated = document.updated { xml.element("lastBuildDate", FeedDates.rfc822(updated.start)) }
        xml.element("docs", "https://www.rssboard.org/rss-specification")
        xml.element("ttl", "60")
        xml.raw { shelf.appendItems(of: document, .rss, to: &$0) }
        xml.endElement()
        xml.endElement()
        return xml.finish()
    }
}
