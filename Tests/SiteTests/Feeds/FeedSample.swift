import Incidents
import Syntax
import Testing
import XMLReading

@testable import Site

/// A record written as text, with only what a test is about; what it leaves out is filled in.
struct RecordText {
    var id = "ABC-2026-0001"
    var kind = "incident"
    var title = "Token safe drained"
    var status = "investigating"
    var disclosed = "2026-02-21T09:00:00Z"
    var summary = "Somebody took tokens."
    /// Further keys, each ended by a line end.
    var more = ""
    /// id, moment, status, body.
    var updates: [(id: String, at: String, status: String, body: String)] = []
    var corrections = ""

    var text: String {
        var text = """
            id: \(id)
            kind: \(kind)
            title: \(Self.quoted(title))
            status: \(status)
            disclosed: \(disclosed)
            summary: \(Self.quoted(summary))

            """
        if kind != "statement" { text += "severity: high\n" }
        text += more
        if !updates.isEmpty { text += "updates:\n" }
        for update in updates {
            text += "  - id: \(update.id)\n    at: \(update.at)\n    status: \(update.status)\n"
            text += "    body: \(Self.quoted(update.body))\n"
        }
        if !corrections.isEmpty { text += "corrections:\n" + corrections }
        return text
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: JSONWriter.bytes(of: .string(text)), as: UTF8.self)
    }
}

/// The feeds of a few records.
struct FeedSample {
    let site: SampleSite
    let files: [String: [UInt8]]

    init(_ records: [RecordText], configuration: String = "", history: RevisionHistory? = nil) throws {
        try self.init(
            SampleSite(configuration: configuration, records: records.map(\.text)),
            order: history.map(PublicationOrder.init) ?? .ofRecords)
    }

    /// Only the feeds of a site and what stands beside them: pages would take most of the time.
    init(_ site: SampleSite, order: PublicationOrder = .ofRecords) {
        self.site = site
        let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme), order: order)
        let records = site.catalogue.entries.map(\.record)
        let cards = records.map(shelf.card)
        let artifacts =
            cards.flatMap { shelf.artifacts(of: shelf.feed(of: $0, $0.words)) }
            + SiteFeeds(shelf, cards).pieces.flatMap { $0.artifacts() }
        files = Dictionary(
            artifacts.map { ($0.path.text, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    func file(_ path: String) throws -> [UInt8] { try #require(files[path], "no \(path)") }

    func atom(_ folder: String = "") throws -> XMLElement { try XMLDocument.parse(file(folder + "atom.xml")) }

    func channel(_ folder: String = "") throws -> XMLElement {
        try #require(XMLDocument.parse(file(folder + "feed.xml")).child("channel"))
    }

    func json(_ folder: String = "") throws -> JSONValue {
        try JSONReader.read(file(folder + "feed.json"))
    }
}

extension XMLElement {
    func text(_ name: String) -> String { child(name)?.text ?? "" }

    /// The address of the link with a relation.
    func link(_ relation: String) -> String? {
        children(named: "link").first { $0.attribute("rel") == relation }?.attribute("href")
    }

    var entries: [XMLElement] { children(named: "entry") + children(named: "item") }
    var ids: [String] { entries.map { $0.text("id") + $0.text("guid") } }
}

extension FeedShelf {
    /// A record's card, its items and texts kept in the shelf's store.
    func card(of record: Record) -> RecordCard {
        let items = RecordItems(record, on: self)
        var bytes = CardTexts.Bytes()
        let texts = CardTexts(of: record, in: edition, to: &bytes)
        return RecordCard(
            of: record, in: edition, words: ownWords(of: items, items.words()), texts: texts, bytes,
            keptIn: store)
    }
}
