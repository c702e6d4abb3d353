import Diagnostics
import Incidents

/// An advisory says what is affected.
///
/// It is the first thing that a reader looks for: is it mine?
///
/// ```yaml
/// affected:
///   - asset: sdk
///     versions: {introduced: 2.0.0, fixed: 2.3.1}
/// ```
struct AdvisoryWithoutAffected: Rule {
    static let code = "advisory-without-affected"
    static let title = "an advisory says what is affected"
    static let severity = Severity.warning
    static let concerns: RecordParts = .advisory

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let advisory = file.record.advisory, advisory.affected.isEmpty, file.isSound("kind"),
            file.isSound("affected")
        else { return }
        report.add(
            Self.finding(
                "an advisory without `affected` does not say whom it concerns", at: file.span("kind"),
                help: "write  affected: [{asset: ID, versions: {introduced: …, fixed: …}}]"))
    }
}
