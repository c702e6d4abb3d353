import Syntax
import XMLReading

@testable import Site

/// The rules of the W3C feed validator, of RFC 4287, RFC 5005 and JSON Feed 1.1 that documents of ours could break, read
/// back by parsers that did not write them.
enum FeedRules {
    /// What is wrong with a site's feeds, by their paths. The site's address is `https://example.org/`.
    static func findings(in files: [String: [UInt8]]) -> [String] {
        files.sorted { $0.key < $1.key }.flatMap { path, bytes -> [String] in
            let name = path.split(separator: "/").last ?? ""
            let findings: [String]
            switch name {
            case "atom.xml": findings = atom(bytes, at: path)
            case "feed.xml": findings = rss(bytes, at: path)
            case "feed.json": findings = json(bytes, at: path)
            default: findings = []
            }
            return findings.map { path + ": " + $0 }
        }
    }

    private static func atom(_ bytes: [UInt8], at path: String) -> [String] {
        guard let feed = try? XMLDocument.parse(bytes) else { return ["is no XML"] }
        var findings = headFindings(feed, at: path)
        if feed.name != "feed" || feed.namespace != AtomDocument.namespace {
            findings.append("is no Atom feed")
        }
        if !isTag(feed.text("id")) { findings.append("id is no tag URI") }
        if feed.text("title").isEmpty { findings.append("has no title") }
        if feed.child("author")?.text("name").isEmpty ?? true { findings.append("has no author") }
        if !isMoment(feed.text("updated")) { findings.append("updated is no moment") }
        findings +=
            uniqueness(feed.ids, "id") + uniqueness(feed.entries.map { $0.text("updated") }, "updated")
        for entry in feed.entries {
            for name in ["id", "title", "updated", "published", "content"]
            where entry.children(named: name).count != 1 {
                findings.append("entry has \(entry.children(named: name).count) of \(name)")
            }
            if !isTag(entry.text("id")) { findings.append("\(entry.text("id")) is no tag URI") }
            if !isMoment(entry.text("updated")) || !isMoment(entry.text("published")) {
                findings.append("a date is no moment")
            }
            if entry.text("updated") < entry.text("published").dropLast() {
                findings.append("changed before it was published")
            }
            if entry.text("updated") > feed.text("updated") { findings.append("changed after its feed") }
            if entry.link("alternate")?.hasPrefix("https://") != true {
                findings.append("link is not absolute")
            }
            findings += htmlFindings(entry.text("content"))
            for category in entry.children(named: "category") {
                if category.attribute("term")?.isEmpty ?? true { findings.append("category without a term") }
                if category.attribute("label") == category.attribute("term") {
                    findings.append("label says the term again")
                }
            }
            // RFC 4287: 4.2.13 advises against a summary of content that stands there, 4.2.1 gives entries their feed's
            // author, and XML 1.0 (2.12) its language.
            if entry.child("summary") != nil { findings.append("summary beside the content") }
            if entry.child("author")?.text("name") == feed.child("author")?.text("name") {
                findings.append("author says the feed's again")
            }
            if entry.attribute("xml:lang") == feed.attribute("xml:lang") {
                findings.append("language says the feed's again")
            }
        }
        return findings
    }

    private static func rss(_ bytes: [UInt8], at path: String) -> [String] {
        guard let root = try? XMLDocument.parse(bytes), let channel = root.child("channel") else {
            return ["is no RSS"]
        }
        var findings = headFindings(channel, at: path)
        if root.attribute("version") != "2.0" { findings.append("is not RSS 2.0") }
        for name in ["title", "description", "language"] where channel.text(name).isEmpty {
            findings.append("has no \(name)")
        }
        // A style sheet reads attributes and no text.
        if channel.children(named: "link").first(where: { $0.attribute("rel") == "self" })?
            .attribute("hreflang") != channel.text("language")
        {
            findings.append("no link tells its style sheet the feed's language")
        }
        // MisplacedItem: all that describes the channel stands before its items.
        if let first = channel.children.firstIndex(where: { $0.name == "item" }),
            channel.children[first...].contains(where: { $0.name != "item" })
        {
            findings.append("metadata behind an item")
        }
        findings += uniqueness(channel.ids, "guid")
        for item in channel.entries {
            for name in ["title", "link", "guid", "pubDate", "description", "encoded"]
            where item.children(named: name).count != 1 {
                findings.append("item has \(item.children(named: name).count) of \(name)")
            }
            if item.child("guid")?.attribute("isPermaLink") != "false" {
                findings.append("guid would be taken for an address")
            }
            if !hasRightWeekday(item.text("pubDate")) { findings.append("a date has another weekday") }
            if !isLetterDate(item.text("pubDate")) {
                findings.append("\(item.text("pubDate")) is no date of RFC 822")
            }
            // NeedDescriptionBeforeContent.
            let names = item.children.map(\.name)
            if let content = names.firstIndex(of: "encoded"),
                names.firstIndex(of: "description").map({ $0 > content }) ?? true
            {
                findings.append("content before description")
            }
            findings += htmlFindings(item.text("encoded"))
        }
        return findings
    }

    private static func json(_ bytes: [UInt8], at path: String) -> [String] {
        guard let feed = try? JSONReader.read(bytes) else { return ["is no JSON"] }
        var findings: [String] = []
        if feed["version"]?.string != "https://jsonfeed.org/version/1.1" {
            findings.append("is not JSON Feed 1.1")
        }
        if feed["feed_url"]?.string != "https://example.org/" + path {
            findings.append("feed_url is elsewhere")
        }
        if feed["next_url"] == feed["feed_url"] { findings.append("leads to itself") }
        for name in ["authors", "language"] where feed[name] == nil { findings.append("has no \(name)") }
        let items = feed["items"]?.array ?? []
        findings += uniqueness(items.compactMap { $0["id"]?.string }, "id")
        for item in items {
            for name in ["id", "url", "title", "summary", "content_html", "date_published"]
            where item[name]?.string?.isEmpty ?? true {
                findings.append("item has no \(name)")
            }
            for name in ["authors", "language"] where item[name] == feed[name] {
                findings.append("\(name) says the feed's again")
            }
            findings += htmlFindings(item["content_html"]?.string ?? "")
        }
        return findings
    }

    private static func headFindings(_ feed: XMLElement, at path: String) -> [String] {
        var findings: [String] = []
        if feed.children(named: "link").count(where: { $0.attribute("rel") == "self" }) != 1 {
            findings.append("not one link to itself")
        }
        if feed.link("self") != "https://example.org/" + path {
            findings.append("link to itself leads elsewhere")
        }
        let isArchive = path.contains("feed-archive/")
        if isArchive != (feed.child("archive") != nil) { findings.append("archive mark") }
        if isArchive != (feed.link("current") != nil) { findings.append("link to the current document") }
        return findings
    }

    /// ContainsRelRef, SecurityRisk: addresses are absolute, and nothing is in the HTML that readers defend against.
    private static func htmlFindings(_ html: String) -> [String] {
        var findings: [String] = []
        for attribute in ["href=\"", "src=\""] {
            for rest in html.split(separator: attribute, omittingEmptySubsequences: false).dropFirst()
            where !["https://", "http://", "mailto:"].contains(where: rest.hasPrefix) {
                findings.append("relative or odd address \(rest.prefix(30))")
            }
        }
        // SecurityRisk and SecurityRiskAttr: of what the W3C's validator takes for harmless, what we write.
        for tag in html.split(separator: "<").dropFirst() {
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.drop { $0 == "/" }
            if !Self.elements.contains(String(name)) { findings.append("holds <\(name)") }
            for attribute in tag.prefix(while: { $0 != ">" }).matches(of: /\s([a-z\-:]+)="[^"]*"/)
            where !Self.attributes.contains(String(attribute.output.1)) {
                findings.append("has the attribute \(attribute.output.1)")
            }
        }
        for tag in ["<script", "<style", "<iframe", "<form", "<object", "<base", "<meta", "<svg"]
        where html.contains(tag) {
            findings.append("holds \(tag)")
        }
        return findings
    }

    private static let elements: Set<String> = [
        "a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
        "pre",
        "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ]
    private static let attributes: Set<String> = [
        "class", "dir", "href", "id", "lang", "rel", "scope", "start", "tabindex", "title",
    ]

    private static func uniqueness(_ values: [String], _ name: String) -> [String] {
        Set(values).count == values.count ? [] : ["two of one \(name)"]
    }

    static func isTag(_ id: String) -> Bool {
        id.wholeMatch(of: /tag:[a-z0-9.\-]+,\d{4}(-\d\d){0,2}:[0-9A-Za-z;\/?:@&=+$.\-_!~*'()%,]+/) != nil
    }

    static func isMoment(_ text: String) -> Bool {
        text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) != nil
    }

    /// IncorrectDOW, reckoned by Sakamoto's method and not by ours.
    private static func hasRightWeekday(_ date: String) -> Bool {
        let words = date.split { $0 == " " || $0 == "," }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count > 3, let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
            var year = Int(words[3])
        else { return false }
        if month < 2 { year -= 1 }
        let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month]
        let weekday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7
        return ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday] == words[0]
    }

    static func isLetterDate(_ text: String) -> Bool {
        text.wholeMatch(
            of:
                /(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000/
        )
            != nil
    }
}
