import Diagnostics
import Records
import TestKit
import Testing

/// A message is one line, whatever of the writer's text it quotes: what reads findings reads them line by line.
@Suite("Messages on one line")
struct OneLineMessageTests {
    @Test(
        "words that a writer broke over two lines are quoted on one",
        arguments: [
            ("reassuring-word", "summary: |\n  No user\n  funds were touched."),
            ("reassuring-word", "assurances:\n  - says: nothing left\n      the safe\n"),
            ("figure-contradicts-losses", "summary: |\n  They took $9.9\n  million.\nlosses: none\n"),
        ])
    func broken(code: String, fields: String) throws {
        let hasSummary = fields.hasPrefix("summary:")
        let text = Sample.record("incident", hasSummary ? "" : fields)
        let sample = hasSummary ? text.replacing("summary: Somebody emptied the bridge.", with: fields) : text
        let findings = try findings(in: [sample]).report.sorted
        #expect(findings.contains { $0.code == code }, "\(findings.map(\.code))")
        for finding in findings {
            let lines = finding.message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            #expect(lines.count == 1, "\(finding.code): \(finding.message)")
        }
    }
}
