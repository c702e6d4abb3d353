import Diagnostics
import Incidents

/// A statement names at least one source.
///
/// It speaks of somebody else's incident: readers, and the CSAF document that is made of it, need to know which.
///
/// ```yaml
/// references:
///   - {id: advisory, title: Advisory of the npm team, url: "https://example.org/advisory", type: advisory}
/// ```
struct StatementWithoutReference: Rule {
    static let code = "statement-without-reference"
    static let title = "a statement names at least one source"
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.record.statement != nil, file.record.references.isEmpty, file.isSound("references"),
            file.isSound("kind"), !AskedFields(file.record).isAsked("references")
        else { return }
        report.add(
            Self.finding(
                "a statement without `references` does not say what it answers", at: file.span("kind"),
                help: "write  references: [{id: advisory, title: …, url: \"https://…\"}]"))
    }
}
