import Diagnostics
import Incidents

/// A promise whose day has passed is kept, moved or dropped.
///
/// The page of commitments shows it as overdue. A date that is moved in the open costs less trust than one that passes in
/// silence.
///
/// ```yaml
/// mitigations:
///   - id: audit
///     action: Have the bridge audited
///     status: planned
///     due: 2026-05-01       # has passed
///     due: 2026-06-01       # right, with its trace:
///     moved: [{at: 2026-04-29, from: 2026-05-01, to: 2026-06-01, why: The auditor begins in May.}]
/// ```
struct OverdueCommitment: Rule {
    static let code = "overdue-commitment"
    static let title = "a promise whose day has passed is kept, moved or dropped"
    static let severity = Severity.warning
    static let concerns: RecordParts = .mitigations

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let mitigations = file.incident?.mitigations ?? []
        for index in mitigations.indices {
            guard let status = mitigations[index].status, status.isCommitment,
                let due = mitigations[index].due, site.hasPassed(due), file.record.withdrawn == nil,
                file.isSound("mitigations", .index(index), "due"),
                file.isSound("mitigations", .index(index), "status")
            else { continue }
            report.add(
                Self.finding(
                    "promised until \(due.text), and still `\(status.rawValue)`",
                    at: file.span("mitigations", .index(index), "due"),
                    notes: ["told as of \(site.asOf.text)"],
                    help:
                        "write  status: done  with the day, or  status: dropped , or a new `due` with the old one under `moved`"
                ))
        }
    }
}
