import Incidents
import Syntax

/// JSON Feed 1.1, an item a line; `next_url` leads to the archives, newest first.
struct JSONFeedDocument {
    private var json: [UInt8] = []
    private var hasItems = false

    init(_ document: FeedDocument, _ shelf: FeedShelf) {
        let feed = document.feed
        let address = shelf.address
        json.reserveCapacity(document.size + 2048)
        json.append(literal: "{\n  \"version\": \"https://jsonfeed.org/version/1.1\"")
        add("title", feed.title)
        add("home_page_url", address.absolute(feed.page))
        add("feed_url", address.absolute(document.path(.json)))
        add("description", document.description)
        add("language", feed.language)
        json.append(literal: ",\n  \"authors\": [\n    {\n      \"name\": ")
        JSONWriter.appendString(feed.author, to: &json)
        json.append(literal: "\n    }\n  ]")
        if let previous = document.previous {
            add("next_url", address.absolute(document.archivePath(previous, .json)))
        }
        if let hub = shelf.site.feeds.hub {
            json.append(
                literal: ",\n  \"hubs\": [\n    {\n      \"type\": \"WebSub\",\n      \"url\": ")
            JSONWriter.appendString(hub, to: &json)
            json.append(literal: "\n    }\n  ]")
        }
        json.append(literal: ",\n  \"items\": [")
    }

    private mutating func add(_ name: StaticString, _ text: String) {
        json.append(literal: ",\n  \"")
        json.append(literal: name)
        json.append(literal: "\": ")
        JSONWriter.appendString(text, to: &json)
    }

    mutating func add(_ item: FeedItemTexts) {
        let isFirst = !hasItems
        hasItems = true
        json.append(addingCapacity: item.room) { json in
            json.append(literal: isFirst ? "\n" : ",\n")
            item.append(.json, to: &json)
            if let corrected = item.corrected {
                json.append(literal: "Z\",\"date_modified\":\"")
                FeedDates.append(rfc3339: corrected, to: &json)
            }
            json.append(literal: "Z\"")
            if item.hasOwnAuthor {
                json.append(literal: ",\"authors\":[{\"name\":")
                item.appendAuthor(.authorJSON, ofRecord: .authorJSON, to: &json)
                json.append(literal: "}]")
            }
            if item.hasOwnLanguage {
                json.append(literal: ",\"language\":")
                item.append(shared: .languageJSON, to: &json)
            }
            json.append(literal: ",\"tags\":[")
            item.append(.statusJSON, to: &json)
            item.append(shared: .categoriesJSON, to: &json)
            // Each of them has a comma behind it.
            if item.has(.statusJSON) || item.has(shared: .categoriesJSON) { json.removeLast(1) }
            json.append(literal: "]}")
        }
    }

    mutating func finish() -> [UInt8] {
        json.append(literal: hasItems ? "\n  ]\n}\n" : "]\n}\n")
        return json
    }
}
