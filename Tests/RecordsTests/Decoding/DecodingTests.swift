import Diagnostics
import Incidents
import Records
import Syntax
import TestKit
import Testing

/// What is written is what is decoded. The fields are taken from the declarations, so that a field which is declared and
/// never decoded fails here.
@Suite("Decoding")
struct DecodingTests {
    private func decoded(_ format: DeclaredFormat, _ text: String, _ report: inout Report) -> Any? {
        if format == .site {
            return SiteReader().read(SourceFile(path: "aboveboard.yml", text: text), into: &report)?
                .configuration
        }
        return RecordReader().read(SourceFile(path: "incidents/a.yml", text: text), into: &report)?.record
    }

    private func record(_ text: String, path: String = "incidents/2026/token-safe.yml") throws -> RecordFile {
        var report = Report()
        return try #require(RecordReader().read(SourceFile(path: path, text: text), into: &report))
    }

    @Test(
        "every field and every word of a format is decoded to what was written",
        arguments: DeclaredFormat.allCases)
    func everyField(format: DeclaredFormat) throws {
        var records = WrittenRecords()
        for _ in 0..<14 {
            let text = YAMLText.file(records.next(format))
            var report = Report()
            let value = try #require(decoded(format, text, &report))
            for finding in report.sorted {
                Issue.record("\(finding.code) at \"\(finding.primary.span.text)\": \(finding.message)")
            }
            let found = DecodedValues(value).texts
            for (place, text) in records.expected.sorted(by: { $0.key < $1.key }) {
                #expect(found[place] == text, "\(format.rawValue): \(place)")
            }
        }
        let forgotten = WrittenRecords.all(of: format).subtracting(records.written).sorted()
        #expect(forgotten.isEmpty, "\(forgotten)")
    }

    @Test("what is not written has its default, or says that nothing is stated")
    func defaults() throws {
        let record = try record(Sample.record()).record
        #expect(record.slug == "token-safe")
        #expect(record.voice == .own && !record.isDraft && record.issuer == nil && record.lang == nil)
        #expect(record.advice == .notStated && record.incident?.losses.areStated == false)
        #expect(record.incident?.usersAffected == .notStated && record.incident?.rootCause == nil)
        #expect(record.lastWord == record.disclosed)
    }

    @Test("a step that says do and one that says don't are told apart")
    func prohibitions() throws {
        let record = try record(Sample.record("incident", "advice: [{do: Move}, {dont: Open}]")).record
        guard case .steps(let steps) = record.advice else {
            Issue.record("no steps")
            return
        }
        #expect(steps.map(\.isProhibition) == [false, true])
        #expect(steps.map(\.text) == ["Move", "Open"])
    }

    @Test("rows that could not be read keep their place, so that those behind them keep theirs")
    func positions() throws {
        let file = try record(
            Sample.record(
                "incident", "timeline: [nonsense, {at: never, text: Second}, {at: 2026-02-21, text: Third}]"))
        #expect(file.record.incident?.timeline.map(\.text) == ["", "Second", "Third"])
        #expect(!file.isSound(.key("timeline"), .index(0)))
        #expect(!file.isSound(.key("timeline"), .index(1), .key("at")))
        #expect(file.isSound(.key("timeline"), .index(1), .key("text")))
        #expect(file.isSound(.key("timeline"), .index(2)))
    }

    @Test("the writer's own keys are kept in their order and as they were written")
    func extensions() throws {
        let record = try record(
            Sample.record("incident", "x-b: 007\nx-a: {list: [yes, ~, 1e3], text: \"two lines\"}\n")
        ).record
        #expect(record.extensions.map(\.key) == ["x-b", "x-a"])
        #expect(record.extensions[0].value == .text("007"))
        #expect(
            record.extensions[1].value
                == .map([
                    ExtensionPair(key: "list", value: .list([.text("yes"), .text("~"), .text("1e3")])),
                    ExtensionPair(key: "text", value: .text("two lines")),
                ]))
    }

    @Test("no scalar is read by what YAML would guess it to be")
    func guesses() throws {
        let record = try record(
            Sample.record(
                title: "no", summary: "1e5",
                "tags: [on, 0x1f, 12, 0o7]\naliases: [null1, \"~\", 2026-02-21]\n")
        )
        .record
        #expect(record.title == "no" && record.summary == "1e5")
        #expect(record.tags == ["on", "0x1f", "12", "0o7"])
        #expect(record.aliases == ["null1", "~", "2026-02-21"])
    }

    @Test("a value that an alias repeats is decoded wherever it is repeated")
    func aliases() throws {
        let record = try record(
            Sample.record("incident", "tags: &tags [bridge, keys]\naliases: *tags\n")
        ).record
        #expect(record.tags == ["bridge", "keys"] && record.aliases == record.tags)
    }
}
