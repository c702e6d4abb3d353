import Testing

/// Characters that no text may hold, and such as must do no harm: each accepted, or refused at its place.
@Suite("Hostile characters")
struct HostileCharacterTests {
    @Test(
        "bytes that are no UTF-8 are refused at the first of them, and nothing is read",
        arguments: [
            ([0xFF], "8:6"), ([0x80], "8:6"), ([0xC3, 0x28], "8:6"), ([0xC3], "8:6"),
            // Too long a form, half a surrogate pair, beyond the last character.
            ([0xC0, 0xAF], "8:6"), ([0xE0, 0x80, 0xAF], "8:6"), ([0xED, 0xA0, 0x80], "8:6"),
            ([0xF4, 0x90, 0x80, 0x80], "8:6"), ([0xF8, 0x88, 0x80, 0x80, 0x80], "8:6"),
            (Array("é漢😀".utf8) + [0xE9, 0x20], "8:9"),
        ] as [([UInt8], String)])
    func invalidUTF8(bytes: [UInt8], place: String) {
        let reading = HostileReading(HostileReading.notice(Array("x-a: ".utf8) + bytes + [0x0A]))
        #expect(reading.findings.first == "\(place) error[invalid-utf8]")
        #expect(reading.findings.allSatisfy { $0.hasSuffix("error[invalid-utf8]") })
        #expect(reading.record == nil)
    }

    @Test("another encoding is named at the file's beginning")
    func otherEncodings() {
        let text = HostileReading.notice("")
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [[0xFF, 0xFE] + wide, wide, [0xFE, 0xFF, 0x00, 0x69]] {
            let reading = HostileReading(bytes)
            #expect(reading.findings == ["1:1 error[invalid-utf8]"])
            #expect(reading.record == nil)
        }
    }

    @Test(
        "characters that XML forbids are refused where they stand, in values, keys and comments",
        arguments: [
            ("x-a: a\u{0}b", "8:7 error[nul-byte]"), ("x-a: a\u{7}b", "8:7 error[control-character]"),
            ("x-a: \"é\u{1B}[31m\"", "8:8 error[control-character]"),
            ("x-a: a\u{7F}", "8:7 error[control-character]"),
            ("x-a: a\u{80}", "8:7 error[control-character]"),
            ("x-a: 漢😀\u{FFFE}", "8:8 error[control-character]"),
            ("x-a: \u{FFFF}", "8:6 error[control-character]"),
            ("# a \u{8} b", "8:5 error[control-character]"), ("x-\u{B}: a", "8:3 error[control-character]"),
            ("x-a: |\n  one\n  t\u{C}o", "10:4 error[control-character]"),
        ])
    func forbidden(line: String, finding: String) {
        let reading = HostileReading(HostileReading.notice(line + "\n"))
        #expect(reading.findings == [finding])
        #expect(reading.record == nil)
    }

    @Test(
        "an escape for such a character is refused as the character is",
        arguments: [
            ("x-a: \"a\\0\"", "8:8 error[nul-byte]"), ("x-a: \"\\x07\"", "8:7 error[control-character]"),
            ("x-a: \"é \\uFFFE\"", "8:9 error[control-character]"),
            ("x-a: \"\\e[31m\"", "8:7 error[control-character]"),
        ])
    func escapes(line: String, finding: String) {
        #expect(HostileReading(HostileReading.notice(line + "\n")).findings == [finding])
    }

    @Test(
        "what turns text around is refused in every text that readers see",
        arguments: [
            ("tags: [a\u{202E}b]", ["8:9 error[hidden-direction]"]),
            ("aliases: [\"\u{202A}x\"]", ["8:12 error[hidden-direction]"]),
            ("credits: [{name: \"é\u{2066}x\"}]", ["8:20 error[hidden-direction]"]),
            ("advice: [{do: \"Send\\u202Eeverything\"}]", ["8:15 error[hidden-direction]"]),
            ("lessons: {went_well: [\"a\u{202D}b\"]}", ["8:25 error[hidden-direction]"]),
        ])
    func directions(line: String, findings: [String]) {
        #expect(HostileReading(HostileReading.notice(line + "\n")).findings == findings)
    }

    @Test("prose in two directions may isolate one in the other, and comments are nobody's text")
    func isolates() {
        let reading = HostileReading(
            HostileReading.notice("lessons: {went_well: [\"a \u{2067}عربي\u{2069} b\"]}  # \u{202E}abc\n"))
        #expect(reading.findings.isEmpty)
        #expect(reading.record?.record.incident?.lessons?.wentWell == ["a \u{2067}عربي\u{2069} b"])
    }

    @Test("a key with what cannot be seen in it is another key, and its name is spelled out")
    func keys() {
        for (key, place) in [("ti\u{202E}tle", "8:1"), ("ta\u{200B}gs", "8:1"), ("tаgs", "8:1")] {
            let reading = HostileReading(HostileReading.notice("\(key): [a]\n"))
            #expect(reading.findings == ["\(place) error[unknown-key]"], "\(key)")
        }
    }

    @Test("a byte-order mark and CRLF change nothing, and lines and columns are those of an editor")
    func windows() throws {
        let text =
            "\u{FEFF}" + HostileReading.notice("tags: [a, B]\r\nsevrity: é\r\n")
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(
            separator: "\r\n")
        let reading = HostileReading(lines)
        #expect(reading.findings == ["8:11 error[malformed]", "9:1 error[unknown-key]"])
        let sound = HostileReading(
            "\u{FEFF}" + HostileReading.notice("").split(separator: "\n").joined(separator: "\r\n"))
        #expect(sound.findings.isEmpty)
        #expect(sound.record?.record.id == "ABC-2026-0001")
        #expect(sound.record?.record.disclosed.text == "2026-02-21")
    }

    @Test("a lone CR ends a line as well, and a mark within a text is a character of it")
    func otherLineEnds() {
        let lines = HostileReading.notice("tags: [a, B]").split(separator: "\n").joined(separator: "\r")
        #expect(HostileReading(lines).findings == ["8:11 error[malformed]"])
        let inner = HostileReading(HostileReading.notice("x-a: \"a\u{FEFF}b\"\n"))
        #expect(inner.findings.isEmpty)
        #expect(inner.record?.record.extensions.first?.value == .text("a\u{FEFF}b"))
    }

    @Test(
        "a tab may part words and may not indent",
        arguments: [
            ("timeline:\n\t- at: 2026-02-21\n\t  text: a", "9:1 error[tab-indentation]"),
            ("root_cause:\n  category: unknown\n\tconfidence: likely", "10:1 error[tab-indentation]"),
        ])
    func tabs(lines: String, finding: String) {
        #expect(HostileReading(HostileReading.notice(lines + "\n")).findings == [finding])
    }

    @Test("a tab behind a colon or within a text is a blank")
    func tabsWithin() {
        let reading = HostileReading(HostileReading.notice("x-a:\ta\tb\t# remark\n"))
        #expect(reading.findings.isEmpty)
        #expect(reading.record?.record.extensions.first?.value == .text("a\tb"))
    }
}
