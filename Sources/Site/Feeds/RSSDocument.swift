import Incidents
import Syntax

/// RSS 2.0 with `content:encoded`, `atom:link` and RFC 5005's archive links.
struct RSSDocument {
    private var rss: [UInt8] = []

    /// `updated` is the newest change of any item, nil for a feed without items; `room` is about how many bytes the
    /// document will have.
    init(_ document: FeedDocument, updated: Moment?, _ shelf: FeedShelf, room: Int) {
        let feed = document.feed
        rss.reserveCapacity(room)
        rss += shelf.openings.rss
        rss.append(element: "title", feed.title)
        rss.append(element: "link", shelf.address.absolute(feed.page))
        rss.append(element: "description", document.description)
        rss.append(element: "language", feed.language)
        shelf.writeLinks(of: document, .rss, "<atom:link", to: &rss)
        if let updated { rss.append(element: "lastBuildDate", FeedDates.rfc822(updated.start)) }
        rss.append(literal: "<docs>https://www.rssboard.org/rss-specification</docs><ttl>60</ttl>")
    }

    mutating func add(_ item: borrowing FeedItemTexts) {
        rss.append(addingCapacity: item.room) { rss in
            item.append(.rss, to: &rss)
            item.append(shared: .categoriesRSS, to: &rss)
            item.append(.description, through: .content, to: &rss)
            rss.append(literal: "</content:encoded>\n</item>\n")
        }
    }

    mutating func finish() -> [UInt8] {
        rss.append(literal: "</channel></rss>\n")
        defer { rss = [] }
        return rss
    }
}
