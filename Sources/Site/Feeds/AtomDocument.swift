import Incidents
import Syntax

/// Atom 1.0 (RFC 4287) with RFC 5005's archive links.
struct AtomDocument {
    static let namespace = "http://www.w3.org/2005/Atom"
    static let historyNamespace = "http://purl.org/syndication/history/1.0"

    private var atom: [UInt8] = []

    /// `updated` is the newest change of any item, `room` about how many bytes the document will have.
    init(_ document: FeedDocument, updated: Moment, _ shelf: FeedShelf, room: Int) {
        let feed = document.feed
        atom.reserveCapacity(room)
        atom += shelf.openings.atom
        atom.append(literal: " xml:lang=\"")
        atom.append(quoted: feed.language)
        atom.append(literal: "\">")
        // An archive is a feed document of its own that shares the id of the feed that it belongs to (RFC 5005, 4).
        atom.append(element: "id", feed.id)
        atom.append(element: "title", feed.title)
        atom.append(element: "subtitle", document.description)
        atom.append(element: "updated", updated.utcText)
        atom.append(literal: "<author>")
        atom.append(element: "name", feed.author)
        atom.append(literal: "</author><link rel=\"alternate\" type=\"text/html\" href=\"")
        atom.append(quoted: shelf.address.absolute(feed.page))
        atom.append(literal: "\"/>")
        shelf.writeLinks(of: document, .atom, "<link", to: &atom)
    }

    mutating func add(_ item: borrowing FeedItemTexts) {
        atom.append(addingCapacity: item.room) { atom in
            atom.append(literal: "<entry")
            if item.hasOwnLanguage {
                atom.append(literal: " xml:lang=\"")
                item.append(shared: .language, to: &atom)
                atom.append(literal: "\"")
            }
            if let corrected = item.corrected, corrected > item.second {
                item.append(.atom, to: &atom)
                FeedDates.append(rfc3339: corrected, to: &atom)
                item.append(.fraction, to: &atom)
            } else {
                item.append(.atom, through: .fraction, to: &atom)
            }
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

    mutating func finish() -> [UInt8] {
        atom.append(literal: "</feed>\n")
        defer { atom = [] }
        return atom
    }
}
