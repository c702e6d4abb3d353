import Diagnostics
import Incidents

/// A warning says what to do: a fix, a workaround or advice.
///
/// An advisory without any of them tells attackers where to look and users nothing.
///
/// ```yaml
/// kind: advisory
/// status: active
/// workaround: Switch the part off in the settings.   # right
/// advice: unknown                                    # right, where nobody knows yet
/// ```
struct AdvisoryWithoutWayOut: Rule {
    static let code = "advisory-without-way-out"
    static let title = "a warning says what to do: a fix, a workaround or advice"
    static let severity = Severity.warning
    static let concerns: RecordParts = .advisory

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let advisory = file.record.advisory, file.record.status == .active,
            file.record.withdrawn == nil,
            advisory.fix == nil, advisory.workaround == nil, file.record.advice == .notStated,
            ["kind", "status", "fix", "workaround", "advice"].allSatisfy({ file.isSound(.key($0)) })
        else { return }
        report.add(
            Self.finding(
                "an active advisory without `fix`, `workaround` or `advice` gives readers nothing to do",
                at: file.span("status"), help: "write  advice: unknown  while nobody knows"))
    }
}
