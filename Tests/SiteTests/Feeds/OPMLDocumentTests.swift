import Incidents
import Syntax
import Testing
import XMLReading

@testable import Site

@Suite("The list of all feeds")
struct OPMLDocumentTests {
    @Test("is one whole document however many parts it is written in", arguments: [0, 1, 2048, 2049, 4100])
    func parts(_ count: Int) throws {
        let site = try SampleSite(configuration: "", records: [RecordText(title: "Ünsafe <title>").text])
        let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme))
        let card = shelf.card(of: try #require(site.catalogue.entries.first?.record))
        let list = OPMLDocument(
            title: "All", feeds: shelf.siteFeeds([card]), recordsTitle: "Records",
            cards: Array(repeating: card, count: count), shelf: shelf)
        let document = (0..<list.partCount).flatMap(list.part)
        let outlines = try XMLDocument.parse(document).children(named: "body").first?.children ?? []
        #expect(outlines.count == list.feeds.count + (count == 0 ? 0 : 1))
        if count > 0 { #expect(outlines.last?.children.count == count) }
        let lines = document.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let ofRecords = lines.filter { $0.contains("htmlUrl=\"https://example.org/incidents/") }
        #expect(ofRecords.count == count)
        #expect(Set(ofRecords).count == min(count, 1))
        #expect(lines.last == "")
        #expect(!lines.dropLast().contains(""))
    }

    @Test("tells of each record what its feed tells of itself, in the record's language")
    func outlines() throws {
        let site = try SampleSite(
            configuration: "",
            records: [
                RecordText(id: "ABC-2026-0001", title: "Tokens & \"keys\" gone").text,
                RecordText(id: "ABC-2026-0002", title: "Schlüssel weg", more: "lang: de\n").text,
            ])
        let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme))
        let cards = site.catalogue.entries.map { shelf.card(of: $0.record) }
        let list = OPMLDocument(title: "All", feeds: [], recordsTitle: "Records", cards: cards, shelf: shelf)
        let body = try XMLDocument.parse((0..<list.partCount).flatMap(list.part)).children(named: "body")
            .first
        let outlines = try #require(body?.children.first?.children)
        #expect(outlines.count == 2)
        for (outline, card) in zip(outlines, cards) {
            let feed = shelf.feed(of: card, card.words)
            let page = shelf.address.absolute(card.page)
            #expect(outline.attribute("text") == feed.title)
            #expect(outline.attribute("title") == feed.title)
            #expect(outline.attribute("type") == "rss")
            #expect(outline.attribute("description") == feed.description)
            #expect(outline.attribute("language") == feed.language)
            #expect(outline.attribute("xmlUrl") == page + "feed.xml")
            #expect(outline.attribute("htmlUrl") == page)
        }
        #expect(Set(outlines.compactMap { $0.attribute("language") }) == ["en", "de"])
        #expect(outlines.contains { $0.attribute("description")?.contains("ABC-2026-0002") == true })
    }
}
