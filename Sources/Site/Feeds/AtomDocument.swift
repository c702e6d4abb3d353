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
        xml.raw { shelf.appendItems(of: document, .atom, to: &$0) }
        xml.endElement()
        return xml.finish()
    }
}
