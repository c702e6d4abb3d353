import Incidents
import Syntax

/// Atom 1.0 (RFC 4287) with RFC 5005's archive links.
struct AtomDocument {
    static let namespace = "http://www.w3.org/2005/Atom"
    static let historyNamespace = "http://purl.org/syndication/history/1.0"

    private var xml: XMLWriter

    /// `updated` is the newest change of any item.
    init(_ document: FeedDocument, updated: Moment, _ shelf: FeedShelf) {
        let feed = document.feed
        let page = shelf.address.absolute(feed.page)
        xml = shelf.openings.atom
        xml.reserve(document.size + 2048)
        xml.attribute("xml:lang", feed.language)
        // An archive is a feed document of its own that shares the id of the feed that it belongs to (RFC 5005, 4).
        xml.element("id", feed.id)
        xml.element("title", feed.title)
        xml.element("subtitle", document.description)
        xml.element("updated", updated.utcText)
        xml.startElement("author")
        xml.element("name", feed.author)
        xml.endElement()
        xml.element(
            "link", "", attributes: [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        shelf.writeLinks(of: document, .atom, "link", to: &xml)
        if document.number != nil { xml.element("fh:archive", "") }
    }

    mutating func add(_ item: FeedItemTexts) {
        xml.raw(room: item.room) { atom in
            atom.append(literal: "<entry")
            if item.hasOwnLanguage {
                atom.append(literal: " xml:lang=\"")
                item.append(shared: .language, to: &atom)
                atom.append(literal: "\"")
            }
            atom.append(literal: ">\n<id>")
            item.append(shared: .id, to: &atom)
            item.append(.id, to: &atom)
            atom.append(literal: "</id>\n<title>")
            item.append(.title, to: &atom)
            atom.append(literal: "</title>\n<link rel=\"alternate\" href=\"")
            item.append(shared: .pageAttribute, to: &atom)
            item.append(.anchorAttribute, to: &atom)
            atom.append(literal: "\"/>\n<published>")
            item.append(.date, to: &atom)
            atom.append(literal: "Z</published>\n<updated>")
            if let corrected = item.corrected, corrected > item.second {
                FeedDates.append(rfc3339: corrected, to: &atom)
            } else {
                item.append(.date, to: &atom)
            }
            atom.append(UInt8(ascii: "."))
            atom.append(decimal: Int(item.microsecond), width: 6)
            atom.append(literal: "Z</updated>\n")
            if item.hasOwnAuthor {
                atom.append(literal: "<author>\n<name>")
                item.appendAuthor(.author, ofRecord: .author, to: &atom)
                atom.append(literal: "</name>\n</author>\n")
            }
            item.append(.statusAtom, to: &atom)
            item.append(shared: .categoriesAtom, to: &atom)
            atom.append(literal: "<content type=\"html\">")
            item.append(.content, to: &atom)
            atom.append(literal: "</content>\n</entry>\n")
        }
    }

    mutating func finish() -> [UInt8] { xml.finish() }
}
