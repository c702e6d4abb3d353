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
        guard !document.items.isEmpty else {
            members.append(.init("items", .array([])))
            return JSONWriter.bytes(of: .object(members), .indented)
        }
        // The items are bytes already: they take the place of what closes the object.
        var bytes = JSONWriter.bytes(of: .object(members), .indented)
        bytes.removeLast("\n}\n".utf8.count)
        bytes.append(literal: ",\n  \"items\": [\n    ")
        shelf.appendItems(of: document, .json, to: &bytes)
        bytes.append(literal: "\n  ]\n}\n")
        return bytes
    }
}
