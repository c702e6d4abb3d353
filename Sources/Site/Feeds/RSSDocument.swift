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
        var items = FeedMarkup()
        for item in document.items { write(item, to: &items) }
        xml.raw(items.bytes)
        xml.endElement()
        xml.endElement()
        return xml.finish()
    }

    private func write(_ item: FeedItem, to xml: inout FeedMarkup) {
        xml.open("item")
        xml.element("title", item.title)
        xml.element("link", item.link)
        xml.element("guid", item.id, [("isPermaLink", "false")])
        xml.element("pubDate", FeedDates.rfc822(item.published.start))
        xml.element("dc:creator", item.author)
        for category in item.categories {
            xml.element("category", category.label, [("domain", shelf.uri(of: category.scheme))])
        }
        xml.element("description", item.summary)
        xml.element("content:encoded", item.content)
        xml.close("item")
    }
}
