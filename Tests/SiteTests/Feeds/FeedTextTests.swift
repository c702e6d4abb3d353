import Incidents
import Syntax
import System
import Testing

@testable import Site

@Suite("Any text in feeds")
struct FeedTextTests {
    private static let texts = [
        "]]> and <![CDATA[ and &amp; and &lt;p&gt; and &#38; and </content>",
        "👩‍👩‍👧‍👦 🏴‍☠️ 🇮🇹 é e\u{301} ﷽ \u{1F9D1}\u{1F3FD}\u{200D}\u{1F680}",
        "שלום مرحبا abc",
        "\"quotes\" 'single' `code` \\ $ % {{title}} {% x %}",
        "a\u{A0}b \u{FFFD} \u{E000} end",
    ]

    @Test("titles, summaries and bodies come out of every form as they went in", arguments: texts)
    func roundTrip(_ text: String) throws {
        let record = RecordText(
            title: text, updates: [("u1", "2026-02-21T09:00:00Z", "investigating", "Body.")])
        let sample = try FeedSample([record])
        let title = "Investigating: " + text
        #expect(try sample.atom().entries[0].text("title") == title)
        #expect(try sample.channel().entries[0].text("title") == title)
        #expect(try sample.json()["items"]?[0]?["title"]?.string == title)
        #expect(try sample.atom("incidents/sample-1/").text("title") == text)
        #expect(FeedRules.findings(in: sample.files).isEmpty)
    }

    @Test("the three forms hold the same content")
    func sameContent() throws {
        let body =
            "\u{200F}שלום\u{200E} (abc)\n\n" + Self.texts.joined(separator: "\n\n")
            + "\n\n| a | b |\n|---|---|\n| ]]> | & |\n\n&#1; &#xFFFE; &#0;"
        let sample = try FeedSample([
            RecordText(updates: [("u1", "2026-02-21T09:00:00Z", "investigating", body)])
        ])
        let atom = try sample.atom().entries[0].text("content")
        #expect(try sample.channel().entries[0].text("encoded") == atom)
        let json = try #require(sample.json()["items"]?[0]?["content_html"]?.string)
        // Of what XML forbids, JSON has the character and XML its replacement.
        let cleaned = String(
            String.UnicodeScalarView(
                json.unicodeScalars.map { $0.value < 9 || $0.value == 0xFFFE ? "\u{FFFD}" : $0 }))
        #expect(cleaned == atom)
        #expect(atom.contains("👩‍👩‍👧‍👦"))
        #expect(atom.contains("\u{200F}שלום\u{200E} (abc)"))
        #expect(FeedRules.findings(in: sample.files).isEmpty)
    }

    @Test("a record that is written from right to left says so")
    func rightToLeft() throws {
        var record = RecordText(updates: [("u1", "2026-02-21T09:00:00Z", "investigating", "نبحث في الأمر.")])
        record.more = "lang: ar\n"
        let sample = try FeedSample([record])
        let entry = try sample.atom().entries[0]
        #expect(entry.attribute("xml:lang") == "ar")
        #expect(entry.text("content").hasPrefix("<div lang=\"ar\" dir=\"rtl\">\n"))
        let own = try sample.atom("incidents/sample-1/")
        #expect(own.attribute("xml:lang") == "ar")
        #expect(own.entries[0].attribute("xml:lang") == nil)
        #expect(try sample.json("incidents/sample-1/")["items"]?[0]?["language"] == nil)
        #expect(try sample.channel("incidents/sample-1/").text("language") == "ar")
        #expect(try sample.json()["items"]?[0]?["language"]?.string == "ar")
    }

    @Test("records that are hostile in every text make feeds that break no rule")
    func hostileRecords() throws {
        let fixtures = SampleSite.repository + "/Tests/Fixtures/"
        let names = try Disk.files(under: fixtures + "records").filter { $0.hasSuffix(".yml") }
        let records = try names.map {
            String(decoding: try Disk.read(fixtures + "records/" + $0), as: UTF8.self)
        }
        let site = try SampleSite(records: records)
        let files = FeedSample(site).files
        #expect(files.count > 60)
        #expect(FeedRules.findings(in: files) == [])
    }
}
