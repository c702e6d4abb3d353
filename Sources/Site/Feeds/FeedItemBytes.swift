import Incidents
import Syntax

/// Writes an item in each form that feeds have.
struct FeedItemBytes {
    let item: FeedItem
    let shelf: FeedShelf

    /// The item's bytes in the order of `FeedPart.allCases`, put into a store.
    func entry(in store: FeedMemory) -> FeedEntry {
        var bytes: [UInt8] = []
        var lengths: [Int32] = []
        for part in FeedPart.allCases {
            let start = bytes.count
            switch part {
            case .rss: appendRSS(to: &bytes)
            case .atom: appendAtom(showsCorrections: true, to: &bytes)
            case .json: appendJSON(showsCorrections: true, to: &bytes)
            case .archivedAtom where item.timing.corrected != nil:
                appendAtom(showsCorrections: false, to: &bytes)
            case .archivedJSON where item.timing.corrected != nil:
                appendJSON(showsCorrections: false, to: &bytes)
            case .archivedAtom, .archivedJSON: break
            }
            lengths.append(Int32(bytes.count - start))
        }
        return FeedEntry(
            kind: item.kind, recordID: item.recordID, localID: item.localID, timing: item.timing,
            offset: store.append(bytes), lengths: lengths)
    }

    private func appendRSS(to bytes: inout [UInt8]) {
        var xml = FeedMarkup()
        xml.open("item")
        xml.element("title", item.title)
        xml.element("link", item.link)
        xml.element("guid", item.id, [("isPermaLink", "false")])
        xml.element("pubDate", FeedDates.rfc822(item.published.start))
        xml.element("dc:creator", item.author)
        for category in item.categories {
            xml.element("category", category.label, [("domain", shelf.uri(of: category.scheme))])
        }
        // RSS has HTML there, and plain words as HTML.
        xml.element("description", item.summary.asHTML)
        xml.element("content:encoded", item.content)
        xml.close("item")
        bytes += xml.bytes
    }

    private func appendAtom(showsCorrections: Bool, to bytes: inout [UInt8]) {
        var xml = FeedMarkup()
        if item.language == shelf.site.lang {
            xml.open("entry")
        } else {
            xml.open("entry", [("xml:lang", item.language)])
        }
        xml.element("id", item.id)
        xml.element("title", item.title)
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", item.link)])
        xml.element("published", item.timing.publishedText)
        xml.element("updated", item.timing.updatedText(showsCorrections: showsCorrections))
        xml.open("author")
        xml.element("name", item.author)
        xml.close("author")
        for category in item.categories {
            xml.empty(
                "category",
                [
                    ("term", category.term), ("scheme", shelf.uri(of: category.scheme)),
                    ("label", category.label),
                ])
        }
        xml.element("summary", item.summary)
        xml.element("content", item.content, [("type", "html")])
        xml.close("entry")
        bytes += xml.bytes
    }

    private func appendJSON(showsCorrections: Bool, to bytes: inout [UInt8]) {
        var members: [JSONValue.Member] = [
            .init("id", .string(item.id)),
            .init("url", .string(item.link)),
            .init("title", .string(item.title)),
            .init("summary", .string(item.summary)),
            .init("content_html", .string(String(decoding: item.content, as: UTF8.self))),
            .init("date_published", .string(item.timing.publishedText)),
        ]
        if showsCorrections, let corrected = item.timing.corrected {
            members.append(.init("date_modified", .string(corrected.rfc3339)))
        }
        members += [
            .init("authors", [["name": .string(item.author)]]),
            .init("language", .string(item.language)),
            .init("tags", .array(item.categories.map { .string($0.label) })),
        ]
        JSONWriter.append(.object(members), .indented, depth: JSONFeedDocument.itemDepth, to: &bytes)
    }
}

extension String {
    /// Plain text as HTML that stands between tags.
    fileprivate var asHTML: String {
        guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return self }
        var html = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }
}
