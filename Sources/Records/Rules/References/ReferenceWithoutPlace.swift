import Diagnostics

/// A reference says where it can be read.
///
/// A source that nobody can look at is no source. A text that has gone from the web can stand beside the record.
///
/// ```yaml
/// references:
///   - {id: statement, title: Statement of 24 February}                               # wrong
///   - {id: statement, title: Statement of 24 February, url: "https://example.org/"}  # right
///   - {id: letter, title: Letter to users, file: sources/letter.txt}                 # right
/// ```
struct ReferenceWithoutPlace: Rule {
    static let code = "reference-without-place"
    static let title = "a reference says where it can be read"
    static let severity = Severity.warning
    static let concerns: RecordParts = .references

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, reference) in file.record.references.enumerated()
        where reference.url == nil && reference.archived == nil && reference.file == nil {
            guard file.isSound("references", .index(index)) else { continue }
            report.add(
                Self.finding(
                    "`\(reference.id)` says nowhere where it can be read",
                    at: file.span("references", .index(index), "id"),
                    help: "write its `url`, an `archived` copy, or a `file` beside the record"))
        }
    }
}
