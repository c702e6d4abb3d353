import Diagnostics
import Records
import Syntax
import Testing

/// Files made to cost time or memory: each ends at a limit that is told, at its place.
@Suite("Hostile sizes")
struct HostileSizeTests {
    @Test("a file is read up to a megabyte and refused from the next byte on")
    func fileSize() {
        let notice = HostileReading.notice("#")
        let rest = String(repeating: "x", count: 1 << 20 - notice.utf8.count)
        #expect(HostileReading(notice + rest).findings.isEmpty)
        let larger = HostileReading(notice + rest + "x")
        #expect(larger.findings == ["1:1 error[size-limit]"])
        #expect(larger.record == nil)
    }

    @Test("one text is read up to its limit and refused from the next byte on")
    func textSize() {
        func reading(_ count: Int) -> HostileReading {
            HostileReading(HostileReading.notice("x-a: \"" + String(repeating: "a", count: count) + "\"\n"))
        }
        #expect(reading(262_144).findings.isEmpty)
        #expect(reading(262_145).findings == ["8:6 error[scalar-limit]"])
        #expect(reading(1_000_000).findings == ["8:6 error[scalar-limit]"])
    }

    @Test("a file holds so many values and no more")
    func values() {
        func reading(_ count: Int) -> HostileReading {
            HostileReading(HostileReading.notice("x-a: [" + String(repeating: "1,", count: count) + "]\n"))
        }
        // Seventeen nodes stand before the list's entries: the mapping, seven keys and values, and the list with its key.
        let before = 1 + 14 + 2
        #expect(reading(100_000 - before).findings.isEmpty)
        #expect(reading(100_001 - before).findings == ["8:\(7 + 2 * (100_000 - before)) error[size-limit]"])
    }

    @Test("a thousand brackets end at the depth that no record needs", arguments: ["[", "{a: ", "- ", "? "])
    func nesting(piece: String) {
        let isBlock = piece == "- " || piece == "? "
        let reading = HostileReading(
            HostileReading.notice(
                (isBlock ? "x-a:\n  " : "x-a: ") + String(repeating: piece, count: 1_000) + "\n"))
        // The record itself is the first level.
        let place = (isBlock ? "9:" : "8:") + "\((isBlock ? 3 : 6) + 31 * piece.utf8.count)"
        #expect(reading.findings == ["\(place) error[nesting-limit]"])
        #expect(reading.record == nil)
    }

    @Test("a billion laughs end at the alias that brings them past the limit")
    func billionLaughs() {
        var more = "x-0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
        for level in 1...9 {
            let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            more += "x-\(level): &a\(level) [\(list)]\n"
        }
        let reading = HostileReading(HostileReading.notice(more))
        #expect(reading.findings == ["11:46 error[alias-limit]"])
        #expect(reading.record == nil)
    }

    @Test("a long text that many aliases repeat ends at the limit of bytes")
    func repeatedText() {
        let more =
            "x-a: &a \(String(repeating: "a", count: 200_000))\nx-b: ["
            + Array(repeating: "*a", count: 20).joined(separator: ", ") + "]\n"
        #expect(HostileReading(HostileReading.notice(more)).findings == ["9:27 error[alias-limit]"])
    }

    @Test("a record of one line of a megabyte is read, and its last mistake found at its column")
    func longLine() throws {
        let entries = Array(repeating: "\"an alias of some length\"", count: 30_000).joined(separator: ",")
        let text =
            "{id: ABC-2026-0001, kind: incident, title: a, summary: b, status: investigating, severity: high, "
            + "disclosed: 2026-02-21, aliases: [" + entries + ",\"\"], sevrity: low}"
        let reading = HostileReading(text)
        #expect(
            reading.findings == [
                "1:\(text.utf8.count - 17) error[empty-text]", "1:\(text.utf8.count - 12) error[unknown-key]",
            ])
        #expect(reading.record?.record.aliases.count == 30_001)
    }

    @Test("tens of thousands of findings are all told, a line each, in the order of their places")
    func manyFindings() {
        let count = 40_000
        let reading = HostileReading(
            HostileReading.notice("tags:\n" + String(repeating: "- É\n", count: count)))
        #expect(reading.findings.count == count)
        #expect(reading.findings.first == "9:3 error[malformed]")
        #expect(reading.findings.last == "\(count + 8):3 error[malformed]")
        #expect(reading.record?.faults.count == count)
    }

    @Test("thousands of keys that no record has are told, each where it stands")
    func manyUnknownKeys() {
        let keys = (0..<5_000).map { "k\($0): 1\n" }.joined()
        let reading = HostileReading(HostileReading.notice(keys))
        #expect(reading.findings.count == 5_000)
        #expect(reading.findings.last == "5007:1 error[unknown-key]")
    }
}
