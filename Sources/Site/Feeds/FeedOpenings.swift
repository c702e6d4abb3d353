import Syntax

/// What all documents of a form begin with: written once, and copied by each.
final class FeedOpenings: Sendable {
    /// An RSS document in its channel, where nothing was told yet.
    let rss: [UInt8]
    /// An Atom document in its feed, whose start tag still takes attributes.
    let atom: [UInt8]

    init(_ address: SiteAddress) {
        var document = XMLWriter()
        document.startDocument()
        // What tells people who open a feed in a browser what they see.
        document.processingInstruction(
            "xml-stylesheet", attributes: [("type", "text/css"), ("href", address.absolute("feed.css"))])
        var (rss, atom) = (document, document)
        rss.startElement(
            "rss",
            attributes: [
                ("version", "2.0"), ("xmlns:atom", AtomDocument.namespace),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:fh", AtomDocument.historyNamespace),
            ])
        rss.raw { $0.append(literal: "<channel>") }
        atom.startElement(
            "feed",
            attributes: [("xmlns", AtomDocument.namespace), ("xmlns:fh", AtomDocument.historyNamespace)])
        (self.rss, self.atom) = (rss.take(), atom.take())
    }
}
