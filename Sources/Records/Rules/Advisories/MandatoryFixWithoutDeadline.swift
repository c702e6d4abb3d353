import Diagnostics
import Incidents

/// A fix that everybody must take says until when.
///
/// "Mandatory" without a day is read as "some time". What happens after it, and whether a version stops working, depends
/// on it.
///
/// ```yaml
/// fix: {version: 2.3.1, mandatory: true}                          # until when?
/// fix: {version: 2.3.1, mandatory: true, deadline: 2026-06-10}    # right
/// ```
struct MandatoryFixWithoutDeadline: Rule {
    static let code = "mandatory-fix-without-deadline"
    static let title = "a fix that everybody must take says until when"
    static let severity = Severity.warning
    static let concerns: RecordParts = .advisory

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let fix = file.record.advisory?.fix, fix.isMandatory == true, fix.deadline == nil,
            file.isSound("fix"),
            file.record.status == .active
        else { return }
        report.add(
            Self.finding(
                "a mandatory fix without a `deadline` does not say until when",
                at: file.span("fix", "mandatory"),
                help: "write  deadline: 2026-06-10 , or the day on which older versions stop working"))
    }
}
