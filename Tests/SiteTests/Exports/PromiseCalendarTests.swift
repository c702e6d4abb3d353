import Incidents
import Syntax
import Testing

@testable import Site

@Suite("Promises in feeds and calendars")
struct PromiseCalendarTests {
    private static func record(_ measures: String) -> RecordText {
        RecordText(status: "resolved", more: "mitigations:\n" + measures)
    }

    private static let keys =
        "  - {id: keys, action: \"Make new keys, and count them; all\", status: planned, owner: operations, due: 2026-03-09}\n"
    private static let moved = """
          - id: keys
            action: "Make new keys, and count them; all"
            status: planned
            owner: operations
            due: 2026-03-20
            moved: [{at: 2026-03-05, from: 2026-03-09, to: 2026-03-20, why: Parts came late.}]

        """
    private static let kept = moved.replacing("status: planned", with: "status: done\n    done: 2026-03-19")

    /// The calendar's lines with folds undone, as RFC 5545 says.
    private func calendar(_ sample: FeedSample) throws -> [String] {
        let bytes = try sample.file("commitments.ics")
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75 && !line.contains("\n")) }
        // By bytes: a fold may stand within what is one character to people.
        var unfolded: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isFold = byte == 0x20 && index > 1 && bytes[index - 1] == 0x0A && bytes[index - 2] == 0x0D
            if isFold { unfolded.removeLast(2) } else { unfolded.append(byte) }
        }
        return String(decoding: unfolded, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test("a promise is made, moved with its trace, and kept: an item each, and never one less")
    func steps() throws {
        let steps = try [Self.keys, Self.moved, Self.kept].map {
            try FeedSample([Self.record($0)]).atom("commitments/").ids
        }
        let id = "tag:example.org,2026:ABC-2026-0001/commitment/keys/"
        #expect(
            steps == [
                [id + "promised"], [id + "moved/1", id + "promised"],
                [id + "done", id + "moved/1", id + "promised"],
            ])
        let entries = try FeedSample([Self.record(Self.kept)]).atom("commitments/").entries
        #expect(
            entries[1].text("title").hasPrefix(
                "Due date moved from 9 March 2026 to 20 March 2026: Make new keys"))
        #expect(entries[1].text("content").contains("Parts came late."))
        #expect(entries[0].text("published") == "2026-03-19T00:00:00Z")
        #expect(Set(entries.compactMap { $0.link("alternate") }).count == 3)
    }

    @Test("the page has every place that the feed of promises links to")
    func anchors() throws {
        let dropped =
            "  - {id: audit, action: Audit, status: dropped, due: 2026-04}\n  - {action: Tell, status: done, due: 2026-03-01}\n"
        let record = Self.record(Self.kept + dropped)
        let sample = try FeedSample([record])
        let page = try sample.site.page("sample-1")
        let links = try sample.atom("commitments/").entries.compactMap {
            $0.link("alternate")?.split(separator: "#").last
        }
        #expect(links.count == 7)
        for link in links { #expect(page.contains("id=\"\(link)\""), "\(link)") }
    }

    @Test("a promise dropped keeps its day whatever the record tells later")
    func dropped() throws {
        var record = Self.record("  - {id: audit, action: Audit, status: dropped, due: 2026-04}\n")
        let before = try FeedSample([record]).atom("commitments/").entries.map { $0.text("updated") }
        record.updates = [("u1", "2026-05-01T00:00:00Z", "resolved", "More.")]
        let after = try FeedSample([record]).atom("commitments/").entries.map { $0.text("updated") }
        #expect(before == after)
        #expect(before.count == 2)
    }

    @Test("the calendar has a day for each promise that stays the same event when it moves")
    func events() throws {
        let before = try calendar(FeedSample([Self.record(Self.keys)]))
        let after = try calendar(FeedSample([Self.record(Self.moved)]))
        #expect(before.contains("UID:ABC-2026-0001/commitment/keys@example.org"))
        #expect(before.filter { $0.hasPrefix("UID:") } == after.filter { $0.hasPrefix("UID:") })
        #expect(before.contains("SEQUENCE:0") && after.contains("SEQUENCE:1"))
        #expect(
            before.contains("DTSTART;VALUE=DATE:20260309") && before.contains("DTEND;VALUE=DATE:20260310"))
        #expect(after.contains("DTSTART;VALUE=DATE:20260320"))
        #expect(after.contains("DTSTAMP:20260305T000000Z"))
        #expect(before.contains("SUMMARY:Due: Make new keys\\, and count them\\; all"))
        #expect(
            after.contains {
                $0.hasPrefix("DESCRIPTION:")
                    && $0.contains(
                        "\\n5 March 2026: Due date moved from 9 March 2026 to 20 March 2026. Parts came late."
                    )
            })
        #expect(
            try calendar(FeedSample([Self.record(Self.kept)])).contains { $0.hasPrefix("SUMMARY:Kept: ") })
        #expect(before.first == "BEGIN:VCALENDAR" && before.last == "END:VCALENDAR")
        #expect(before.count { $0 == "BEGIN:VEVENT" } == before.count { $0 == "END:VEVENT" })
    }

    @Test("a month is kept until its last day, and text of any characters is folded between them")
    func longText() throws {
        let action = String(repeating: "ключ 👩‍👩‍👧‍👦 ", count: 12) + "end"
        let lines = try calendar(
            FeedSample([Self.record("  - {id: a, action: \"\(action)\", status: planned, due: 2026-02}\n")]))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260228"))
        #expect(lines.contains("SUMMARY:Due: " + action))
    }

    /// A record of its own number with a promise; `id` and what is told of the promise in the record's words.
    private func promise(_ number: Int, _ told: String) -> RecordText {
        var record = Self.record("  - {id: m\(number), action: Audit, \(told)}\n")
        record.id = "ABC-2026-000\(number)"
        return record
    }

    @Test("the calendar holds what is owed and what was settled within a year, and is never emptied")
    func window() throws {
        let owed = promise(1, "status: planned, due: 2019-05-01")
        let late = promise(2, "status: done, due: 2025-04-01, done: 2025-06-30")
        let old = promise(3, "status: dropped, due: 2025-04-01")
        let older = promise(4, "status: done, due: 2024-04-01, done: 2024-03-01")
        func shown(_ records: [RecordText], at asOf: String) throws -> [String] {
            try calendar(FeedSample(SampleSite(records: records.map(\.text), asOf: asOf)))
                .filter { $0.hasPrefix("UID:") }.map { String($0.dropFirst(4).prefix(13)) }
        }
        let all = [owed, late, old, older]
        #expect(try shown(all, at: "2026-06-29T12:00:00Z") == ["ABC-2026-0001", "ABC-2026-0002"])
        #expect(
            try shown(all, at: "2026-03-31T12:00:00Z") == ["ABC-2026-0001", "ABC-2026-0002", "ABC-2026-0003"])
        #expect(try shown(all, at: "2029-01-01T00:00:00Z") == ["ABC-2026-0001"])
        #expect(try shown([old, older], at: "2029-01-01T00:00:00Z") == ["ABC-2026-0003"])
    }

    @Test("the next promised word is an event of its hour, and what was promised is what is owed")
    func nextWord() throws {
        let record = RecordText(updates: [("u1", "2026-02-21T09:00:00Z", "investigating", "We look.")])
        let site = try SampleSite(records: [record.text + "    next_update: 2026-02-21T18:00:00Z\n"])
        let lines = try calendar(FeedSample(site))
        #expect(lines.contains("DTSTART:20260221T180000Z"))
        #expect(lines.contains("UID:ABC-2026-0001/update/u1/next@example.org"))
        let promises = site.catalogue.promises
        #expect(promises.map(\.kind) == [.nextWord])
        #expect(promises[0].owner == "Sample")
        #expect(promises[0].isOverdue(at: try Moment(parsing: "2026-02-21T18:00:01Z")))
        #expect(!promises[0].isOverdue(at: try Moment(parsing: "2026-02-21T18:00:00Z")))
    }

    @Test("hosts are told each file's type once, and the pages' own policy")
    func headers() throws {
        let text = String(decoding: try FeedSample([Self.record(Self.keys)]).file("_headers"), as: UTF8.self)
        let rules = text.split(separator: "\n").filter { $0.hasPrefix("/") }
        #expect(Set(rules).count == rules.count)
        #expect(rules.count <= 100)
        #expect(
            text.contains(
                "/incidents/:record/atom.xml\n  Content-Type: application/xml; charset=utf-8\n"))
        #expect(text.contains("/commitments.ics\n  Content-Type: text/calendar; charset=utf-8\n"))
        #expect(text.contains("  Content-Security-Policy: " + PageFrame.policy))
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 2000 })
        let below = try SampleSite(configuration: "", records: [])
        #expect(String(decoding: try FeedSample(below).file("_headers"), as: UTF8.self).contains("\n/*\n"))
    }
}
