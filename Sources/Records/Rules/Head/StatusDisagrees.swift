import Diagnostics

/// A record's status is the status of its newest update.
///
/// The list of incidents and the feeds show `status`; the page shows the updates. Where they differ, one reader hears
/// that it is over and the next that it is not.
///
/// ```yaml
/// status: monitoring       # wrong: the newest update says resolved
/// updates:
///   - {id: u1, at: 2026-02-21, status: monitoring, body: The bridge is paused.}
///   - {id: u2, at: 2026-02-24, status: resolved, body: Operations are back.}
/// ```
///
/// `aboveboard update` keeps the two together. By hand, change the one that is behind.
struct StatusDisagrees: Rule {
    static let code = "status-disagrees"
    static let title = "a record's status is that of its newest update"
    static let concerns: RecordParts = .updates

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let record = file.record
        let last = record.updates.count - 1
        guard last >= 0, file.isSound("status"), file.isSound("updates", .index(last), "status"),
            let newest = record.updates.last, newest.status != record.status
        else { return }
        // Out of its order the last update is not the newest.
        let misplaced = Set(UpdateOrder.misplaced(file, site).map(\.index))
        if misplaced.contains(last) {
            let newest = record.updates.indices.last { !misplaced.contains($0) }
            if newest.map({ record.updates[$0].status }) == record.status { return }
        }
        let span = file.span("status")
        report.add(
            Self.finding(
                "status is `\(record.status.rawValue)`, and the newest update says `\(newest.status.rawValue)`",
                at: span, secondary: [Label(file.span("updates", .index(last), "status"), "the newest word")],
                help: "they are the same: change the one that is behind",
                fixes: [
                    Fix(
                        "write \(newest.status.rawValue)", edits: [.init(span, newest.status.rawValue)],
                        isSafe: false)
                ]))
    }
}
