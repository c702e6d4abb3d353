import Diagnostics
import Incidents

/// An incident that is resolved with money at large says what is still promised.
///
/// "Resolved" while millions are out of reach makes those who lost them ask whether anybody still looks. A commitment
/// answers: who traces, who pays, until when.
///
/// ```yaml
/// status: resolved
/// losses: [{token: ETH, amount: "310.5", at_large: "310.5"}]
/// mitigations:
///   - {id: tracing, action: Trace what is at large, status: in_progress, owner: Security team, due: 2026-12-31}
/// ```
///
/// If nothing more will be done, say so: a mitigation with `status: dropped`, in the open, ends it as well.
struct MoneyAtLarge: Rule {
    static let code = "money-at-large"
    static let title = "an incident that is resolved with money at large says what is still promised"
    static let severity = Severity.warning
    static let concerns: RecordParts = .losses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let incident = file.incident, let stage = file.record.status.stage, stage >= 3,
            file.record.withdrawn == nil, file.isSound("status"), file.isSound("mitigations"),
            case let rows = incident.losses.rows,
            let index = rows.indices.first(where: { rows[$0].atLarge?.high.map { !$0.isZero } ?? false }),
            file.isSound("losses", .index(index), "at_large"),
            case let mitigations = incident.mitigations,
            !mitigations.indices.contains(where: {
                mitigations[$0].status?.isCommitment == true || mitigations[$0].status == .dropped
            })
        else { return }
        let row = rows[index]
        let amount = row.atLarge?.high?.formatted(grouping: ",") ?? ""
        report.add(
            Self.finding(
                "`\(file.record.status.rawValue)` with \(amount) \(row.token ?? "") at large, and nothing is promised",
                at: file.span("status"),
                secondary: [Label(file.span("losses", .index(index), "at_large"), "still at large")],
                help:
                    "add a mitigation that is planned or in_progress, with owner and due; or one with  status: dropped  that says nothing more will be done"
            ))
    }
}
