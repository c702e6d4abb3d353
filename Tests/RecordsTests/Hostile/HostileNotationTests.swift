import Testing

/// What YAML can do beyond a record's needs: each accepted for what it says, or refused at its place.
@Suite("Hostile notation")
struct HostileNotationTests {
    private func findings(_ more: String) -> [String] {
        HostileReading(HostileReading.notice(more + "\n")).findings
    }

    @Test(
        "a second document is refused where it begins, and nothing is read",
        arguments: [
            ("---\nid: ABC-2026-0002", "8:1"), ("...\n---\nid: ABC-2026-0002", "9:1"), ("--- {}", "8:1"),
            ("...\nid: ABC-2026-0002", "9:1"),
        ])
    func documents(more: String, place: String) {
        let reading = HostileReading(HostileReading.notice(more + "\n"))
        #expect(reading.findings == ["\(place) error[multiple-documents]"])
        #expect(reading.record == nil)
    }

    @Test("one document may have its marks, and a line that says which YAML it is")
    func marks() {
        for text in [
            "---\n" + HostileReading.notice("...\n"), "%YAML 1.2\n---\n" + HostileReading.notice(""),
        ] {
            #expect(HostileReading(text).findings.isEmpty)
        }
    }

    @Test(
        "merge keys, tags and keys that are no text are refused where they stand",
        arguments: [
            ("x-a: &a {b: 1}\nx-c: {<<: *a}", "9:7 error[merge-key]"),
            ("<<: {tags: [a]}", "8:1 error[merge-key]"),
            ("tags: !!seq [a]", "8:7 error[yaml-tag]"), ("x-a: !ruby/object:Gem a", "8:6 error[yaml-tag]"),
            ("x-a: !<tag:example.org,2026:x> a", "8:6 error[yaml-tag]"),
            ("x-a: !!binary aGk=", "8:6 error[yaml-tag]"),
            ("x-a: {? [a, b] : c}", "8:9 error[complex-key]"), ("? {a: b}\n: c", "8:3 error[complex-key]"),
        ])
    func refused(more: String, finding: String) {
        #expect(findings(more) == [finding])
    }

    @Test(
        "an alias needs its anchor above it and outside of itself",
        arguments: [
            ("tags: *nothing", "8:7 error[unknown-anchor]"),
            ("x-a: *b\nx-b: &b c", "8:6 error[unknown-anchor]"),
            ("x-a: &a [b, *a]", "8:13 error[alias-cycle]"),
            ("x-a: &a {b: [{c: *a}]}", "8:18 error[alias-cycle]"),
        ])
    func aliases(more: String, finding: String) {
        #expect(findings(more).first == finding)
    }

    @Test("anchors that nobody repeats, and values that are repeated, are taken as written")
    func anchors() {
        let reading = HostileReading(
            HostileReading.notice("tags: &tags [&one bridge]\nx-tags: *tags\nx-one: *one\n"))
        #expect(reading.findings.isEmpty)
        #expect(
            reading.record?.record.extensions.map(\.value) == [.list([.text("bridge")]), .text("bridge")])
    }

    @Test("a fault in a value that aliases repeat is told at each field, and stands where it is written")
    func repeatedFaults() {
        #expect(
            findings("tags: &tags [Bridge]\naliases: *tags\nrelated: [\"\"]")
                == ["8:14 error[malformed]", "10:11 error[empty-text]"])
    }

    @Test(
        "a key that is given twice is refused the second time, however it is quoted",
        arguments: [
            ("title: Again", "8:1"), ("\"title\": Again", "8:1"), ("'title': Again", "8:1"),
            ("tags: [a]\nx-a: 1\ntags: [b]", "10:1"), ("x-a: {b: 1, \"b\": 2}", "8:13"),
            ("\"ti\\u0074le\": Again", "8:1"),
        ])
    func repeatedKeys(more: String, place: String) {
        #expect(findings(more) == ["\(place) error[duplicate-key]"])
    }

    @Test("each of many repetitions is told, and the first value counts")
    func manyRepetitions() {
        let reading = HostileReading(
            HostileReading.notice(String(repeating: "title: Again\n", count: 300)))
        #expect(reading.findings.count == 300)
        #expect(reading.findings.first == "8:1 error[duplicate-key]")
        #expect(reading.findings.last == "307:1 error[duplicate-key]")
        #expect(reading.record?.record.title == "Bridge drained")
    }

    @Test(
        "a file that is no mapping is no record",
        arguments: [
            ("", "1:1 error[empty-file]"), ("# nothing\n\n", "1:1 error[empty-file]"),
            ("---\n...\n", "1:1 error[empty-file]"),
            ("- a\n- b\n", "1:3 error[wrong-type]"), ("just words\n", "1:1 error[wrong-type]"),
            ("[]", "1:1 error[wrong-type]"), ("\"\"", "1:1 error[wrong-type]"),
            ("~", "1:1 error[wrong-type]"),
        ])
    func noMapping(text: String, finding: String) {
        let reading = HostileReading(text)
        #expect(reading.findings == [finding])
        #expect(reading.record == nil)
    }

    @Test(
        "a break of the grammar is told at its place, and nothing is read",
        arguments: [
            "x-a: [b", "x-a: {b: c", "x-a: \"b", "x-a: b: c", "x-a: @b", "x-a: 'b", "x-a: - b", " x-a: b",
            "x-a: %b",
        ])
    func grammar(more: String) {
        let reading = HostileReading(HostileReading.notice(more + "\n"))
        #expect(reading.findings.count == 1)
        #expect(
            reading.findings.first.map { $0.hasPrefix("8:") || $0.hasPrefix("9:") } == true,
            "\(reading.findings)")
        #expect(reading.findings.first?.hasSuffix("error[yaml-syntax]") == true, "\(reading.findings)")
        #expect(reading.record == nil)
    }
}
