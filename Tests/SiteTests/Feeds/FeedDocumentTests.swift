import Incidents
import Syntax
import Testing
import XMLReading

@testable import Site

@Suite("Documents of feeds")
struct FeedDocumentTests {
    /// Records with one update each, an hour apart.
    private func records(_ count: Int, more: String = "") -> [RecordText] {
        (1...count).map { number in
            let at = Moment(secondsSince1970: 1_771_000_000 + Int64(number) * 3600).rfc3339
            return RecordText(
                id: "ABC-2026-\(Moment.padded(number, 4))", disclosed: at, more: more,
                updates: [("u1", at, "investigating", "Word \(number).")])
        }
    }

    /// The ids of the updates of such records, newest first.
    private func ids(_ count: Int) -> [String] {
        (1...count).reversed().map { "tag:example.org,2026:ABC-2026-\(Moment.padded($0, 4))/update/u1" }
    }

    /// Every id that a reader gets who follows the archives to their end, newest first and each once.
    private func history(_ sample: FeedSample, _ form: Feed.Form, in folder: String = "") throws -> [String] {
        var ids: [String] = []
        var next: String? = folder + form.file
        while let path = next {
            let bytes = try sample.file(path)
            let found: [String]
            let link: String?
            if path.hasSuffix(".json") {
                let json = try JSONReader.read(bytes)
                found = json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
                link = json["next_url"]?.string ?? json["_archive"]?["url"]?.string
            } else {
                let root = try XMLDocument.parse(bytes)
                let feed = root.child("channel") ?? root
                found = feed.ids
                link = feed.link("prev-archive")
            }
            ids += found.filter { !ids.contains($0) }
            next = link.map { String($0.dropFirst("https://example.org/".count)) }
        }
        return ids
    }

    @Test(
        "a reader who follows the archives gets every word once and in order, whatever the feed's length",
        arguments: [(7, 5), (49, 50), (50, 50), (51, 50), (75, 20), (120, 20), (130, 100), (101, 1)])
    func completeness(_ count: Int, _ newest: Int) throws {
        let sample = try FeedSample(records(count), configuration: "feeds: {items: \(newest)}\n")
        for form in Feed.Form.allCases { #expect(try history(sample, form) == ids(count)) }
        #expect(try sample.atom().entries.count >= min(newest, count))
    }

    @Test(
        "the site's archives are in every form; any other feed's are in Atom alone, and each of its forms leads there"
    )
    func archivesInAtom() throws {
        let sample = try FeedSample(records(120, more: "tags: [bridge]\n"))
        for form in Feed.Form.allCases {
            for number in [1, 2] { _ = try sample.file("feed-archive/\(number)/\(form.file)") }
            #expect(try history(sample, form, in: "tags/bridge/") == ids(120))
        }
        let archives = sample.files.keys.filter { $0.hasPrefix("tags/bridge/feed-archive/") }
        #expect(archives.sorted() == [1, 2].map { "tags/bridge/feed-archive/\($0)/atom.xml" })

        let previous = try sample.channel("tags/bridge/").children(named: "link")
            .first { $0.attribute("rel") == "prev-archive" }
        #expect(previous?.attribute("type") == "application/atom+xml")
        #expect(
            previous?.attribute("href") == "https://example.org/tags/bridge/feed-archive/2/atom.xml")
        let json = try sample.json("tags/bridge/")
        #expect(json["next_url"] == nil)
        #expect(json["_archive"]?["type"]?.string == "application/atom+xml")
        #expect(try sample.json("")["_archive"] == nil)
        #expect(
            try XMLDocument.parse(sample.file("tags/bridge/feed-archive/2/atom.xml")).link("current")
                == "https://example.org/tags/bridge/atom.xml")
    }

    @Test("hosts are told of just the archives that there are")
    func headersOfArchives() throws {
        let headers = String(decoding: try FeedSample(records(1)).file("_headers"), as: UTF8.self)
        let archives = headers.split(separator: "\n").map(String.init).filter { $0.contains("feed-archive/") }
        let ofSite = ["feed.xml", "atom.xml", "feed.json"].map { "/feed-archive/:number/\($0)" }
        #expect(Array(archives.prefix(3)) == ofSite)
        #expect(archives.count == 9)
        #expect(archives.dropFirst(3).allSatisfy { $0.hasSuffix("/feed-archive/:number/atom.xml") })
    }

    @Test("an archive closes at every fiftieth item, and never changes when words are added")
    func closedArchives() throws {
        let before = try FeedSample(records(120)).files.filter { $0.key.contains("feed-archive/") }
        let after = try FeedSample(records(160)).files
        #expect(before.keys.filter { $0.hasSuffix("atom.xml") }.count == 2)
        for (path, bytes) in before { #expect(after[path] == bytes, "\(path)") }
        #expect(after["feed-archive/3/atom.xml"] != nil)
        let archive = try XMLDocument.parse(try #require(after["feed-archive/2/atom.xml"]))
        #expect(archive.entries.count == 50)
        #expect(archive.child("archive")?.namespace == "http://purl.org/syndication/history/1.0")
        #expect(archive.link("current") == "https://example.org/atom.xml")
        #expect(archive.link("self") == "https://example.org/feed-archive/2/atom.xml")
        #expect(archive.link("prev-archive") == "https://example.org/feed-archive/1/atom.xml")
    }

    @Test(
        "dates in a closed archive stay when an old word is corrected; the feed that is subscribed to tells it"
    )
    func correctedInArchive() throws {
        var mended = records(51)
        mended[3].corrections = "  - {at: 2026-03-20, of: \"update:u1\", kind: factual, reason: Wrong.}\n"
        let before = try XMLDocument.parse(FeedSample(records(51)).file("feed-archive/1/atom.xml"))
        let sample = try FeedSample(mended)
        let after = try XMLDocument.parse(sample.file("feed-archive/1/atom.xml"))
        #expect(before.entries.map { $0.text("updated") } == after.entries.map { $0.text("updated") })
        #expect(before.ids == after.ids)
        #expect(try sample.atom().entries[0].text("title").hasPrefix("Factual correction: "))
    }

    @Test("a word that is dated back comes behind what the history knows, and no closed archive changes")
    func publishedOrder() throws {
        var all = records(60)
        let order = all.map(\.id)
        // Told late, of days before all others.
        let late = RecordText(id: "ABC-2026-0900", disclosed: "2026-01-02", summary: "Told late.")
        func history(_ ids: [String]) throws -> RevisionHistory {
            RevisionHistory(
                entries: try ids.enumerated().map { index, id in
                    let revision = Revision(
                        id: id, number: 1, slug: id,
                        at: try Moment(parsing: "2026-04-01T00:00:\(Moment.padded(index % 60, 2))Z"),
                        digest: "sha256:" + String(repeating: "0", count: 64),
                        updates: id == late.id ? [] : [.init(id: "u1", digest: "sha256:0")], changes: [.first]
                    )
                    return LogEntry(.revision(revision), bytes: [])
                })
        }
        let before = try FeedSample(all, history: history(order)).file("feed-archive/1/atom.xml")
        all.append(late)
        let after = try FeedSample(all, history: history(order + [late.id]))
        #expect(try after.file("feed-archive/1/atom.xml") == before)
        #expect(try after.atom().ids[0] == "tag:example.org,2026:ABC-2026-0900/first")
        #expect(try FeedSample(all).file("feed-archive/1/atom.xml") != before)
        // Not published yet: behind all that is.
        #expect(
            try FeedSample(all, history: history(order)).atom().ids[0]
                == "tag:example.org,2026:ABC-2026-0900/first")
    }

    @Test("closed archives outlast the edit of an old record and words that are dated back into it")
    func editedPast() throws {
        var all = records(60)
        // Published with its summary alone; told to the second.
        all[2].updates = []
        func revision(_ record: RecordText, _ place: Int) throws -> LogEntry {
            let revision = Revision(
                id: record.id, number: 1, slug: record.id,
                at: try Moment(parsing: "2026-04-01T00:00:\(Moment.padded(place % 60, 2))Z"),
                digest: "sha256:" + String(repeating: "0", count: 64),
                updates: record.updates.map { .init(id: $0.id, digest: "sha256:0") }, changes: [.first])
            return LogEntry(.revision(revision), bytes: [])
        }
        let entries = try all.enumerated().map { try revision($1, $0) }
        let before = try FeedSample(all, history: RevisionHistory(entries: entries))
        // An update of the moment of disclosure, a typo, a correction of long ago, and another title.
        all[2].updates = [("u1", all[2].disclosed, "investigating", "Told late.")]
        all[2].title = "Another title"
        all[0].updates[0].body = "Word mended."
        all[0].corrections =
            "  - {at: 2026-02-14, of: \"update:u1\", kind: typo, was: 1, now: mended}\n"
            + "  - {at: 2026-05-14, of: \"update:u1\", kind: factual, reason: Wrong.}\n"
        let after = try FeedSample(all, history: RevisionHistory(entries: entries))
        for form in ["atom.xml", "feed.xml"] {
            let old = try XMLDocument.parse(before.file("feed-archive/1/" + form))
            let new = try XMLDocument.parse(after.file("feed-archive/1/" + form))
            #expect(old.entries.count + (old.child("channel")?.entries.count ?? 0) == 50)
            func told(_ root: XMLElement) -> [[String]] {
                (root.child("channel") ?? root).entries.map { item in
                    ["id", "guid", "published", "updated", "pubDate"].map(item.text)
                }
            }
            #expect(told(old) == told(new))
        }
        #expect(
            try after.atom().ids.prefix(2) == [
                "tag:example.org,2026:ABC-2026-0001/correction/2",
                "tag:example.org,2026:ABC-2026-0003/update/u1",
            ])
    }

    @Test("a site with no record is a valid, empty feed in every form")
    func empty() throws {
        let sample = try FeedSample([])
        let atom = try sample.atom()
        #expect(atom.entries.isEmpty)
        #expect(atom.text("updated") == "2026-01-01T00:00:00Z")
        #expect(atom.text("id") == "tag:example.org,2026:feed/site")
        #expect(atom.child("author")?.text("name") == "Sample")
        #expect(try sample.channel().text("title") == "Sample")
        #expect(try sample.json()["items"] == .array([]))
        #expect(FeedRules.findings(in: sample.files).isEmpty)
        // No feed that nothing was ever told in, and no calendar without a day.
        #expect(sample.files["commitments/feed.xml"] == nil)
        #expect(sample.files["commitments.ics"] == nil)
    }

    @Test("a hub that is configured is named in every form")
    func hub() throws {
        let sample = try FeedSample(records(1), configuration: "feeds: {hub: \"https://hub.example.org/\"}\n")
        #expect(try sample.atom().link("hub") == "https://hub.example.org/")
        #expect(try sample.channel().link("hub") == "https://hub.example.org/")
        #expect(try sample.json()["hubs"]?[0]?["url"]?.string == "https://hub.example.org/")
        #expect(try FeedSample(records(1)).atom().link("hub") == nil)
    }

    @Test("the list of feeds names each of them, where it is and which page it is about")
    func subscriptionList() throws {
        var record = records(1)[0]
        record.more = "tags: [bridge]\n"
        let sample = try FeedSample([record])
        let body = try #require(XMLDocument.parse(sample.file("feeds.opml")).child("body"))
        let outlines = body.children(named: "outline").flatMap { $0.children.isEmpty ? [$0] : $0.children }
        let named = Set(outlines.compactMap { $0.attribute("xmlUrl") })
        let there = Set(
            sample.files.keys.filter { $0.hasSuffix("feed.xml") }.map { "https://example.org/" + $0 })
        #expect(named == there)
        #expect(
            outlines.allSatisfy { $0.attribute("type") == "rss" && $0.attribute("text")?.isEmpty == false })
    }
}
