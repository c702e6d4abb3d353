import Diagnostics
import Incidents
import Records
import Testing

@Suite("silent edits")
struct SilentEditsTests {
    private func findings(_ text: String) throws -> [Diagnostic] {
        let file = try #require(PublishedSample.read(text))
        var report = Report()
        let rule = SilentEdits(
            in: file, since: "revision 2 of 2026-02-21T18:02:11Z", asOf: try Moment(parsing: "2026-02-24"))
        _ = rule.check(against: PublishedSample.published, into: &report)
        return report.sorted
    }

    private func applying(_ edit: Fix.Edit, to text: String) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[..<edit.span.start] + Array(edit.replacement.utf8) + bytes[edit.span.end...],
            as: UTF8.self)
    }

    @Test("the finding stands at the changed words, shows both, and offers the correction")
    func finding() throws {
        let text = PublishedSample.editing("    amount: 4300000", "    amount: 4400000")
        let all = try findings(text)
        let finding = try #require(all.first)
        #expect(all.count == 1 && finding.code == "silent-edit" && finding.severity == .error)
        #expect(finding.primary.span.text == "4400000")
        #expect(finding.message == "losses#usdc.amount is not what was published, and nothing says so")
        #expect(finding.notes[0] == "revision 2 of 2026-02-21T18:02:11Z said: [-4300000-] {+4400000+}")
        let edit = try #require(finding.fixes.first?.edits.first)
        #expect(
            edit.replacement == """
                  - at: 2026-02-24
                    of: losses#usdc.amount
                    kind: factual
                    was: "4300000"
                    now: "4400000"

                """)
        #expect(finding.fixes.first?.isSafe == false)
    }

    @Test(
        "the offered correction, with a reason, is all that the record needs",
        arguments: [
            ("    amount: 4300000", "    amount: 4400000"),
            ("4.3 million dollars from the", "4.4 million euros from a"),
            ("transfers from", "withdrawals from"), ("title: Token safe", "title: Safe"),
            ("12:00:00Z", "11:00:00Z"), ("    text: An analyst reports", "    text: A \"white hat\" reports"),
            ("    detail: It holds no keys of the bridge.\n", ""),
            ("not affected.", "not affected. Nothing else is known."),
        ])
    func fixSuffices(old: String, new: String) throws {
        let text = PublishedSample.editing(old, new)
        let finding = try #require(try findings(text).first)
        let edit = try #require(finding.fixes.first?.edits.first)
        let indent = edit.replacement.prefix { $0 == " " } + "  "
        let fixed = applying(
            Fix.Edit(edit.span, edit.replacement + indent + "reason: the analysts told us\n"), to: text)
        #expect(try findings(fixed).map(\.message) == [], "\(fixed.suffix(400))")
    }

    @Test("in a long text the changed words alone are underlined")
    func narrowPlace() throws {
        let finding = try #require(
            try findings(PublishedSample.editing("4.3 million dollars", "4.4 million dollars")).first)
        #expect(finding.primary.span.text == "4.4")
        let row = try #require(
            try findings(PublishedSample.editing("An analyst reports", "A friend reports")).first)
        #expect(row.primary.span.text == "A friend")
        #expect(
            row.fixes.first?.edits.first?.replacement.contains("now: \"A friend reports the transfers.\"")
                == true)
    }

    @Test("a record without corrections gets the list at its end")
    func noList() throws {
        let list =
            "corrections:\n  - at: 2026-02-22\n    of: title\n    kind: typo\n    was: Tokn\n    now: Token\n"
        let without = PublishedSample.editing(list, "")
        let text = without.split(separator: "An analyst reports", maxSplits: 1).joined(
            separator: "A friend reports")
        let edits = try findings(text).compactMap { $0.fixes.first?.edits.first }
        let edit = try #require(edits.first)
        #expect(
            edit.span.start == text.utf8.count
                && edit.replacement.hasPrefix("\ncorrections:\n  - at: 2026-02-24\n"))
        #expect(PublishedSample.read(applying(edit, to: text)) != nil)
    }

    @Test("what is gone is told at what stood around it")
    func removal() throws {
        let text = PublishedSample.editing("  - id: uni\n    amount: unknown\n    class: stolen\n", "")
        let finding = try #require(try findings(text).first)
        #expect(finding.message.hasPrefix("losses#uni "))
        #expect(finding.notes[0].hasSuffix("[-uni unknown stolen-]"))
    }
}
