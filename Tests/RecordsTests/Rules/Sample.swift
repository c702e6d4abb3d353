import Diagnostics
import Incidents
import TestKit
import Testing

@testable import Records

/// Small records with a site around them, to break one thing at a time.
enum Sample {
    static let site = """
        title: Incidents
        url: https://abc.example.org/
        id_prefix: ABC
        issuers:
          - {id: eastwind, name: Eastwind}
        assets:
          - {id: bridge, name: Bridge}
          - {id: wallet, name: Wallet}
        tokens:
          - {id: CIOTX}
          - {id: ETH}
          - {id: USDT}
        """

    /// A record of a kind with more YAML behind its head. `status` may hold marks.
    static func record(
        _ kind: String = "incident", status: String = "investigating", id: String = "ABC-2026-0001",
        title: String = "Bridge drained", summary: String = "Somebody emptied the bridge.",
        disclosed: String = "2026-02-21", _ more: String = ""
    ) -> String {
        """
        id: \(id)
        kind: \(kind)
        title: \(title)
        summary: \(summary)
        status: \(status)
        \(kind == "statement" ? "" : "severity: high")
        disclosed: \(disclosed)
        \(more)
        """
    }

    static let asOf = "2026-03-01"
}

/// Everything that reading and checking find in one record, or in the last of several.
func findings(
    in records: [String], site siteText: String = Sample.site, asOf: String = Sample.asOf,
    options: CheckOptions = CheckOptions(), location: SourceLocation = #_sourceLocation
) throws -> (file: SourceFile, report: Report) {
    var report = Report()
    let site = try #require(
        SiteReader().read(SourceFile(path: "aboveboard.yml", text: siteText), into: &report),
        sourceLocation: location)
    let files = try records.enumerated().map { index, text in
        try #require(
            RecordReader().read(SourceFile(path: "incidents/r\(index).yml", text: text), into: &report),
            sourceLocation: location)
    }
    let check = SiteCheck(site: site, files: files, asOf: try Moment(parsing: asOf), options: options)
    let last = try #require(files.last, sourceLocation: location)
    report.add(contentsOf: check.check(last))
    expectNothing(ofUnaskedRules: last, check.site, location)
    return (last.file, report)
}

/// A rule that is not asked about a record, since it lacks what the rule is about, would have said nothing.
private func expectNothing(
    ofUnaskedRules file: RecordFile, _ site: SiteUnderCheck, _ location: SourceLocation
) {
    for rule in RuleBook.rules where type(of: rule).concerns.isDisjoint(with: file.parts) {
        var report = Report()
        rule.check(file, in: site, into: &report)
        #expect(report.isEmpty, "\(type(of: rule).code)", sourceLocation: location)
    }
}

/// Expects findings of a code at each mark and nowhere else, and returns them.
@discardableResult
func expect(
    _ code: String, in marked: String, after others: [String] = [], site: String = Sample.site,
    asOf: String = Sample.asOf, location: SourceLocation = #_sourceLocation
) throws -> [Diagnostic] {
    let text = MarkedText(marked)
    let found = try findings(in: others + [text.text], site: site, asOf: asOf, location: location)
    let judged = found.report.sorted.filter {
        $0.code == code && $0.primary.span.file.path == found.file.path
    }
    let places = judged.map(\.primary.span.range)
    #expect(
        places == text.marks, "found \(judged.map { "\"\($0.primary.span.text)\": \($0.message)" })",
        sourceLocation: location)
    for finding in judged { expectReadable(finding, location) }
    return judged
}

/// Expects no finding of a code, in a record whose form is sound.
func expectSilence(
    _ code: String, in text: String, after others: [String] = [], site: String = Sample.site,
    asOf: String = Sample.asOf, location: SourceLocation = #_sourceLocation
) throws {
    let found = try findings(in: others + [text], site: site, asOf: asOf, location: location)
    for finding in found.report.sorted where finding.code == code || RuleBook.formCodes.contains(finding.code)
    {
        Issue.record(
            "\(finding.code) at \"\(finding.primary.span.text)\": \(finding.message)",
            sourceLocation: location)
    }
}

/// What every message keeps to: a small first letter, no full stop, and a way out.
private func expectReadable(_ finding: Diagnostic, _ location: SourceLocation) {
    #expect(!finding.message.hasSuffix("."), sourceLocation: location)
    #expect(finding.help?.isEmpty == false, "\(finding.code) has no way out", sourceLocation: location)
    #expect(
        RuleBook.page(finding.code)?.text.isEmpty == false, "no page for \(finding.code)",
        sourceLocation: location)
}

/// Expects no finding of a code, whatever else is wrong with the record: a consequence is not a finding.
func expectSilenceOfRule(
    _ code: String, in text: String, location: SourceLocation = #_sourceLocation
) throws {
    for finding in try findings(in: [text], location: location).report.sorted where finding.code == code {
        Issue.record("\(finding.code): \(finding.message)", sourceLocation: location)
    }
}

extension String {
    /// The text with the first of some words replaced; they must be there.
    func replacing(_ words: String, with others: String, location: SourceLocation = #_sourceLocation)
        -> String
    {
        guard let range = firstRange(of: words) else {
            Issue.record("\"\(words)\" is not in the sample", sourceLocation: location)
            return self
        }
        return String(self[..<range.lowerBound]) + others + String(self[range.upperBound...])
    }

    private func firstRange(of words: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(words) { return index..<self.index(index, offsetBy: words.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
