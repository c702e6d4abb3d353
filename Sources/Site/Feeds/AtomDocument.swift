import Incidents
import Syntax

/// Atom 1.0 (RFC 4287) with RFC 5005's archive links.
struct AtomDocument {
    static let namespace = "http://www.w3.org/2005/Atom"
    static let historyNamespace = "http://purl.org/syndication/history/1.0"

    let document: FeedDocument
    let shelf: FeedShelf

    func bytes() -> [UInt8] {
        let feed = document.feed
        let address = shelf.address
        var xml = XMLWriter()
        xml.startDocument()
        xml.processingInstruction("xml-stylesheet", attributes: shelf.styleSheet)
        xml.startElement(
            "feed",
            attributes: [
                ("xmlns", Self.namespace), ("xmlns:fh", Self.historyNamespace), ("xml:lang", feed.language),
            ])
        // An archive is a feed document of its own that shares the id of the feed that it belongs to (RFC 5005, 4).
        xml.element("id", feed.id)
        xml.element("title", feed.title)
        xml.element("subtitle", document.description)
        xml.element("updated", (document.updated ?? shelf.beginning).utcText)
        xml.startElement("author")
        xml.element("name", feed.author)
        xml.endElement()
        xml.element(
            "link", "",
            attributes: [("rel", "alternate"), ("type", "text/html"), ("href", address.absolute(feed.page))])
        shelf.writeLinks(of: document, .atom, "link", to: &xml)
        if document.number != nil { xml.element("fh:archive", "") }
        var entries = FeedMarkup()
        for item in document.items { write(item, to: &entries) }
        xml.raw(entries.bytes)
        xml.endElement()
        return xml.finish()
    }

    private func write(_ item: FeedItem, to xml: inout FeedMarkup) {
        if item.language == document.feed.language {
            xml.open("entry")
        } else {
            xml.open("entry", [("xml:lang", item.language)])
        }
        xml.element("id", item.id)
        xml.element("title", item.title)
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", item.link)])
        xml.element("published", item.publishedText)
        xml.element("updated", item.updatedText(showsCorrections: document.showsCorrections))
        xml.open("author")
        xml.element("name", item.author)
        xml.close("author")
        for category in item.categories {
            xml.empty(
                "category",
                [
                    ("term", category.term), ("scheme", shelf.uri(of: category.scheme)),
                    ("label", category.label),
                ])
        }
        xml.element("summary", item.summary)
        xml.element("content", item.content, [("type", "html")])
        xml.close("entry")
    }
}
