import Incidents
import Syntax
import Testing
import XMLReading

@testable import Site

@Suite("Items of feeds")
struct FeedItemTests {
    private let first = RecordText(updates: [
        ("u1", "2026-02-21T09:00:00Z", "investigating", "We look into it.")
    ])

    private func second() -> RecordText {
        var record = first
        record.status = "identified"
        record.updates.append(("u2", "2026-02-21T12:00:00Z", "identified", "A key was stolen."))
        return record
    }

    @Test(
        "each published update is an item with a permanent id, its own moment, and status and incident in its title"
    )
    func updates() throws {
        let entries = try FeedSample([second()]).atom().entries
        #expect(
            entries.map { $0.text("id") } == [
                "tag:example.org,2026:ABC-2026-0001/update/u2",
                "tag:example.org,2026:ABC-2026-0001/update/u1",
            ])
        #expect(
            entries.map { $0.text("title") } == [
                "Identified: Token safe drained", "Investigating: Token safe drained",
            ])
        #expect(entries.map { $0.text("published") } == ["2026-02-21T12:00:00Z", "2026-02-21T09:00:00Z"])
        #expect(
            entries.map { $0.link("alternate") } == [
                "https://example.org/incidents/sample-1/#update-u2",
                "https://example.org/incidents/sample-1/#update-u1",
            ])
    }

    @Test("ids and dates outlast a rename, another slug and another address")
    func permanence() throws {
        var renamed = second()
        renamed.title = "Token safe drained through a stolen key"
        renamed.more = "slug: other\n"
        let before = try FeedSample([second()], configuration: "feeds: {authority: \"abc.example,2026\"}\n")
            .atom()
        let after = try FeedSample(
            [renamed], configuration: "description: moved\nfeeds: {authority: \"abc.example,2026\"}\n"
        ).atom()
        #expect(before.ids == after.ids)
        #expect(before.ids.allSatisfy { $0.hasPrefix("tag:abc.example,2026:ABC-2026-0001/") })
        #expect(before.entries.map { $0.text("updated") } == after.entries.map { $0.text("updated") })
        #expect(after.entries[0].link("alternate") == "https://example.org/incidents/other/#update-u2")
    }

    @Test(
        "a typo and a clarification add no item and change no id and no date",
        arguments: ["typo", "clarification"])
    func quietCorrections(_ kind: String) throws {
        var mended = second()
        mended.updates[0].body = "We look into this."
        mended.corrections = "  - {at: 2026-02-22, of: \"update:u1\", kind: \(kind), was: it, now: this}\n"
        let before = try FeedSample([second()])
        let after = try FeedSample([mended])
        #expect(try before.atom().ids == after.atom().ids)
        #expect(
            try before.atom().entries.map { $0.text("updated") }
                == after.atom().entries.map { $0.text("updated") })
        #expect(
            try before.channel().entries.map { $0.text("pubDate") }
                == after.channel().entries.map { $0.text("pubDate") })
        #expect(try after.atom().entries[1].text("content").contains("We look into this."))
    }

    @Test(
        "a factual correction is an item of its own, and moves the corrected update's change and not its publication"
    )
    func factualCorrection() throws {
        var mended = second()
        mended.corrections = """
              - {at: 2026-02-23T08:00:00Z, of: "update:u2", kind: factual, was: key, now: password, reason: It was no key.}

            """
        mended.updates[1].body = "A password was stolen."
        let sample = try FeedSample([mended])
        let entries = try sample.atom().entries
        #expect(entries.count == 3)
        #expect(entries[0].text("id") == "tag:example.org,2026:ABC-2026-0001/correction/1")
        #expect(entries[0].text("title") == "Factual correction: Token safe drained")
        #expect(entries[0].link("alternate") == "https://example.org/incidents/sample-1/#correction-1")
        #expect(entries[0].text("content").contains("It said:</strong> key"))
        #expect(entries[1].text("published") == "2026-02-21T12:00:00Z")
        #expect(entries[1].text("updated").hasPrefix("2026-02-23T08:00:00."))
        #expect(entries[1].text("content").contains("It was no key."))
        #expect(entries[2].text("updated").hasPrefix("2026-02-21T09:00:00."))
        #expect(try sample.channel().entries[1].text("pubDate") == "Sat, 21 Feb 2026 12:00:00 +0000")
        #expect(try sample.json()["items"]?[1]?["date_modified"]?.string == "2026-02-23T08:00:00Z")
        #expect(try sample.atom("corrections/").ids == [entries[0].text("id")])
    }

    @Test("a record without updates publishes its summary, and keeps that word when updates come")
    func firstWord() throws {
        let silent = try FeedSample([RecordText()]).atom()
        #expect(silent.ids == ["tag:example.org,2026:ABC-2026-0001/first"])
        #expect(silent.entries[0].text("title") == "Investigating: Token safe drained")
        #expect(silent.entries[0].text("content").contains("Somebody took tokens."))
        let grown = RecordText(
            status: "identified", updates: [("u1", "2026-02-21T10:00:00Z", "identified", "A key was stolen.")]
        )
        let atom = try FeedSample([grown]).atom()
        #expect(atom.ids.last == "tag:example.org,2026:ABC-2026-0001/first")
        #expect(atom.entries[1].text("published") == silent.entries[0].text("published"))
        #expect(atom.entries[1].text("updated") == silent.entries[0].text("updated"))
        #expect(atom.entries[1].text("title") == "First notice: Token safe drained")
    }

    @Test("an update of the day of disclosure is the first word itself")
    func firstWordIsUpdate() throws {
        let record = RecordText(
            disclosed: "2026-02-21",
            updates: [("u1", "2026-02-21T10:00:00Z", "investigating", "We look into it.")])
        #expect(try FeedSample([record]).atom().ids == ["tag:example.org,2026:ABC-2026-0001/update/u1"])
    }

    @Test("a withdrawal is an item, and the last one; what to do is told no more")
    func withdrawal() throws {
        var record = second()
        record.more = """
            withdrawn: {at: 2026-03-01, reason: It happened elsewhere.}
            advice:
              - {do: Move your tokens.}

            """
        let entries = try FeedSample([record]).atom().entries
        #expect(entries[0].text("id") == "tag:example.org,2026:ABC-2026-0001/withdrawn")
        #expect(entries[0].text("title") == "Withdrawn: Token safe drained")
        #expect(entries[0].text("content").contains("It happened elsewhere."))
        #expect(!entries.contains { $0.text("content").contains("Move your tokens.") })
    }

    @Test("what to do and the next promised word stand on the newest word, and every word links to the page")
    func standing() throws {
        var record = second()
        record.more = """
            advice:
              - {do: Move your tokens., who: Everyone, urgency: now}
              - {dont: Sign anything.}
              - {do: Wait., lifted: {at: 2026-02-21T11:00:00Z}}

            """
        var text = record.text
        text += "    next_update: 2026-02-21T18:00:00Z\n"
        let site = try SampleSite(records: [text])
        let items = RecordItems(
            site.catalogue.entries[0].record,
            on: FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme))
        ).words()
        let newest = String(decoding: items[1].content, as: UTF8.self)
        let older = String(decoding: items[0].content, as: UTF8.self)
        #expect(newest.contains("<li><strong>Do:</strong> Move your tokens. (Who: Everyone; When: now)</li>"))
        #expect(newest.contains("<strong>Do not:</strong> Sign anything."))
        #expect(!newest.contains("Wait."))
        #expect(newest.contains("21 Feb 2026, 18:00 UTC"))
        #expect(!older.contains("Move your tokens."))
        for content in [newest, older] {
            #expect(content.contains("href=\"https://example.org/incidents/sample-1/\""))
        }
    }

    @Test("items are filed under status, severity, tags and assets")
    func categories() throws {
        var record = first
        record.more =
            "tags: [bridge]\nassets:\n  - {asset: safe, exposure: affected}\n  - {asset: app, exposure: not_affected}\n"
        let sample = try FeedSample(
            [record], configuration: "assets:\n  - {id: safe, name: Token safe}\n  - {id: app}\n")
        let categories = try sample.atom().entries[0].children(named: "category")
        #expect(categories.map { $0.attribute("term") } == ["investigating", "high", "bridge", "safe"])
        #expect(
            categories.map { $0.attribute("label") } == ["Investigating", nil, nil, "Token safe"])
        // A tag is a word under no scheme.
        #expect(
            categories.map { $0.attribute("scheme") } == [
                "tag:example.org,2026:status", "tag:example.org,2026:severity", nil,
                "tag:example.org,2026:asset",
            ])
        let filed = try sample.channel().entries[0].children(named: "category")
        #expect(filed.map(\.text) == ["Investigating", "high", "bridge", "Token safe"])
        #expect(filed.map { $0.attribute("domain") } == ["status", "severity", nil, "asset"])
        #expect(
            try sample.json()["items"]?[0]?["tags"]?.array?.map(\.string) == [
                "Investigating", "high", "bridge", "Token safe",
            ])
        // A feed of an asset tells that it was not touched, too.
        #expect(try sample.atom("assets/app/").ids == sample.atom("assets/safe/").ids)
        #expect(try sample.atom("tags/bridge/").ids == sample.atom().ids)
    }

    @Test("items of one second come in the record's order and differ in their change")
    func sameSecond() throws {
        let record = RecordText(
            updates: (1...9).map { ("u\($0)", "2026-02-21T09:00:00Z", "investigating", "Word \($0).") })
        let other = RecordText(id: "ABC-2026-0002", updates: record.updates)
        let entries = try FeedSample([record, other]).atom().entries
        #expect(Set(entries.map { $0.text("updated") }).count == 18)
        #expect(
            entries.prefix(9).map { $0.text("id") }
                == (1...9).reversed().map { "tag:example.org,2026:ABC-2026-0002/update/u\($0)" })
    }

    @Test("a hundred updates are a hundred items, none lost between the feed and its archives")
    func hundred() throws {
        let record = RecordText(
            disclosed: "2026-02-21",
            updates: (1...100).map {
                (
                    "u\($0)", "2026-02-21T\(Moment.padded(9 + $0 / 60, 2)):\(Moment.padded($0 % 60, 2)):00Z",
                    "investigating", "Word \($0)."
                )
            })
        let sample = try FeedSample([record])
        let folder = "incidents/sample-1/"
        let newest = try sample.atom(folder)
        #expect(newest.entries.count == 50)
        var ids = newest.ids
        var previous = newest.link("prev-archive")
        while let path = previous?.dropFirst("https://example.org/".count) {
            let archive = try XMLDocument.parse(sample.file(String(path)))
            ids += archive.ids
            previous = archive.link("prev-archive")
        }
        // The newest of the two archives holds what the feed itself shows.
        #expect(ids.count == 150)
        #expect(Set(ids) == Set((1...100).map { "tag:example.org,2026:ABC-2026-0001/update/u\($0)" }))
    }

    @Test("what others tell is told as theirs, and whose record it is not")
    func reconstruction() throws {
        var record = first
        record.more = "voice: reconstruction\nissuer: other\n"
        let sample = try FeedSample([record], configuration: "issuers: [{id: other, name: Other}]\n")
        let entry = try sample.atom().entries[0]
        #expect(try sample.atom().child("author")?.text("name") == "Sample")
        #expect(entry.child("author") == nil)
        // The record's own feed is the issuer's.
        let own = try sample.atom("incidents/sample-1/")
        #expect(own.child("author")?.text("name") == "Other")
        #expect(own.entries[0].child("author")?.text("name") == "Sample")
        #expect(
            entry.text("content").contains(
                "Told by Sample from public sources. Other did not write this page."))
    }

    @Test("an author who is not the feed's, and a language that is not, stand on the item and no other")
    func ownAuthor() throws {
        let text = second().text + "    author: Night shift\n"
        var german = second()
        german.id = "ABC-2026-0002"
        german.more = "lang: de\n"
        let sample = FeedSample(try SampleSite(configuration: "", records: [text, german.text]))
        #expect(
            try sample.atom().entries.map { $0.child("author")?.text("name") } == [
                nil, "Night shift", nil, nil,
            ])
        #expect(try sample.atom().entries.map { $0.attribute("xml:lang") } == ["de", nil, "de", nil])
        let items = try #require(sample.json()["items"]?.array)
        #expect(items.map { $0["authors"]?[0]?["name"]?.string } == [nil, "Night shift", nil, nil])
        #expect(items.map { $0["language"]?.string } == ["de", nil, "de", nil])
        // RSS has no author that its items share.
        #expect(
            try sample.channel().entries.map { $0.text("creator") } == [
                "Sample", "Night shift", "Sample", "Sample",
            ])
        #expect(FeedRules.findings(in: sample.files) == [])
    }

    @Test("links of prose lead to the site from wherever the feed is read")
    func absoluteLinks() throws {
        var record = first
        record.updates[0].body =
            "See [this](#x), [that](../other/) and [there](/about/).\n\n## More\n\n[up](#more)"
        let content = try FeedSample([record]).atom().entries[0].text("content")
        for link in content.split(separator: "href=\"").dropFirst() {
            #expect(link.hasPrefix("https://example.org/"), "\(link.prefix(40))")
        }
        #expect(content.split(separator: "href=\"").count > 4)
    }
}
