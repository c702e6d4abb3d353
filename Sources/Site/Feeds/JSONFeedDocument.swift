import Incidents
import Syntax

/// JSON Feed 1.1; `next_url` leads to the archives, newest first.
struct JSONFeedDocument {
    private var json: [UInt8]
    private var hasItems = false

    init(_ document: FeedDocument, _ shelf: FeedShelf) {
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
        members.append(.init("items", .array([])))
        json = JSONWriter.bytes(of: .object(members), .indented)
        // The items are bytes already: they take the place of what closes the list and the object.
        json.removeLast("]\n}\n".utf8.count)
        json.reserveCapacity(json.count + document.size)
    }

    mutating func add(_ item: FeedItemTexts) {
        json.append(literal: hasItems ? ",\n    " : "\n    ")
        hasItems = true
        item.append(.json, to: &json)
        FeedDates.append(rfc3339: item.second, to: &json)
        if let corrected = item.corrected {
            json.append(literal: "Z\",\n      \"date_modified\": \"")
            FeedDates.append(rfc3339: corrected, to: &json)
        }
        json.append(literal: "Z\",\n      \"authors\": [\n        {\n          \"name\": ")
        item.append(.authorJSON, to: &json)
        item.append(shared: .languageJSON, to: &json)
        item.append(.statusJSON, to: &json)
        item.append(shared: .categoriesJSON, to: &json)
        if json.last == 0x2C {
            json.removeLast()
            json.append(literal: "\n      ")
        }
        json.append(literal: "]\n    }")
    }

    consuming func finish() -> [UInt8] {
        json.append(literal: hasItems ? "\n  ]\n}\n" : "]\n}\n")
        return json
    }
}
