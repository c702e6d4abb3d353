import Incidents
import Syntax

/// JSON Feed 1.1, an item a line. `next_url` leads to the archives, newest first; where those are in Atom alone, which
/// `next_url` cannot name, a custom object does.
struct JSONFeedDocument {
    private var json: [UInt8] = []
    private var hasItems = false

    /// `room` is about how many bytes the document will have.
    init(_ document: FeedDocument, _ shelf: FeedShelf, room: Int) {
        let feed = document.feed
        let address = shelf.address
        json.reserveCapacity(room)
        json.append(literal: "{\n  \"version\": \"https://jsonfeed.org/version/1.1\"")
        add(",\n  \"title\": ", feed.title)
        add(",\n  \"home_page_url\": ", address.absolute(feed.page))
        add(",\n  \"feed_url\": ", address.absolute(document.path(.json)))
        add(",\n  \"description\": ", document.description)
        add(",\n  \"language\": ", feed.language)
        json.append(literal: ",\n  \"authors\": [\n    {\n      \"name\": ")
        JSONWriter.appendString(feed.author, to: &json)
        json.append(literal: "\n    }\n  ]")
        if let previous = document.previousPath(from: .json).map(address.absolute) {
            if feed.archiveForm(for: .json) == .json {
                add(",\n  \"next_url\": ", previous)
            } else {
                json.append(
                    literal:
                        ",\n  \"_archive\": {\n    \"about\": \"https://www.rfc-editor.org/rfc/rfc5005#section-4\""
                )
                add(",\n    \"type\": ", Feed.Form.atom.mediaType)
                add(",\n    \"url\": ", previous)
                json.append(literal: "\n  }")
            }
        }
        if let hub = shelf.site.feeds.hub {
            json.append(
                literal: ",\n  \"hubs\": [\n    {\n      \"type\": \"WebSub\",\n      \"url\": ")
            JSONWriter.appendString(hub, to: &json)
            json.append(literal: "\n    }\n  ]")
        }
        json.append(literal: ",\n  \"items\": [")
    }

    /// A member behind others; `name` is written with what stands around it.
    private mutating func add(_ name: StaticString, _ text: String) {
        json.append(literal: name)
        JSONWriter.appendString(text, to: &json)
    }

    mutating func add(_ item: borrowing FeedItemTexts) {
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
        defer { json = [] }
        return json
    }
}
