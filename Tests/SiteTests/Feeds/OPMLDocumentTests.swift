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
}
