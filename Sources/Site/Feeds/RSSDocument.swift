import Incidents
import Syntax

/// RSS 2.0 with `content:encoded`, `atom:link` and RFC 5005's archive links.
struct RSSDocument {
    private var xml: XMLWriter

    /// `updated` is the newest change of any item; nil for a feed without items.
    init(_ document: FeedDocument, updated: Moment?, _ shelf: FeedShelf) {
        let feed = document.feed
        xml = shelf.openings.rss
        xml.reserve(document.size + 2048)
        xml.element("title", feed.title)
        xml.element("link", shelf.address.absolute(feed.page))
        xml.element("description", document.description)
        xml.element("language", feed.language)
        shelf.writeLinks(of: document, .rss, "atom:link", to: &xml)
        if document.number != nil { xml.element("fh:archive", "") }
        if let updated { xml.element("lastBuildDate", FeedDates.rfc822(updated.start)) }
        xml.element("docs", "https://www.rssboard.org/rss-specification")
        xml.element("ttl", "60")
    }

    mutating func add(_ item: FeedItemTexts) {
        xml.raw(room: item.room) { rss in
            rss.append(literal: "<item>\n<title>")
            item.append(.title, to: &rss)
            rss.append(literal: "</title>\n<link>")
            item.append(shared: .page, to: &rss)
            item.append(.anchor, to: &rss)
            rss.append(literal: "</link>\n<guid isPermaLink=\"false\">")
            item.append(shared: .id, to: &rss)
            item.append(.id, to: &rss)
            rss.append(literal: "</guid>\n<pubDate>")
            item.append(.dateRSS, to: &rss)
            rss.append(literal: "</pubDate>\n<dc:creator>")
            item.appendAuthor(.author, ofRecord: .author, to: &rss)
            rss.append(literal: "</dc:creator>\n")
            item.append(.statusRSS, to: &rss)
            item.append(shared: .categoriesRSS, to: &rss)
            rss.append(literal: "<description>")
            item.append(.description, to: &rss)
            rss.append(literal: "</description>\n<content:encoded>")
            item.append(.content, to: &rss)
            rss.append(literal: "</content:encoded>\n</item>\n")
        }
    }

    mutating func finish() -> [UInt8] { xml.finish() }
}
