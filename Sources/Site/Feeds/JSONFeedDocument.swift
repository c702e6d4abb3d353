import Incidents
import Syntax

/// JSON Feed 1.1; `next_url` leads to the archives, newest first.
struct JSONFeedDocument {
    let document: FeedDocument
    let shelf: FeedShelf

    func bytes() -> [UInt8] {
        let feed = document.feed
        let address = shelf.address
        var members: [JSONValue.Member] = [
            .init("version", "https://jsonfeed.org/version/1.1"),
            .init("title", .string(feed.title)),
            .init("home_page_url", .string(address.absolute(feed.page))),
            .init("feed_url", .string(address.absolute(document.path(.json)))),
            .init("description", .string(document.description)),
            .init("language", .string(feed.language)),
            .init("authors", [["name": .string(feed.author)]]),
        ]
        if let previous = document.previous {
            members.append(
                .init("next_url", .string(address.absolute(document.archivePath(previous, .json)))))
        }
        if let hub = shelf.site.feeds.hub {
            members.append(.init("hubs", [["type": "WebSub", "url": .string(hub)]]))
        }
        members.append(.init("items", .array(document.items.map(value))))
        return JSONWriter.bytes(of: .object(members), .indented)
    }

    private func value(of item: FeedItem) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(item.id)),
            .init("url", .string(item.link)),
            .init("title", .string(item.title)),
            .init("summary", .string(item.summary)),
            .init("content_html", .string(String(decoding: item.content, as: UTF8.self))),
            .init("date_published", .string(item.publishedText)),
        ]
        if document.showsCorrections, let corrected = item.corrected {
            members.append(.init("date_modified", .string(corrected.rfc3339)))
        }
        members += [
            .init("authors", [["name": .string(item.author)]]),
            .init("language", .string(item.language)),
            .init("tags", .array(item.categories.map { .string($0.label) })),
        ]
        return .object(members)
    }
}
