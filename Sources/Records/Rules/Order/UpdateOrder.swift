import Diagnostics

/// Updates stand in the order in which they were told.
///
/// Readers read them from the newest, and the feed publishes them in this order. One that is older than the update above
/// it makes the story run backwards.
///
/// ```yaml
/// updates:
///   - {id: u1, at: 2026-02-24, status: resolved, body: Operations are back.}
///   - {id: u2, at: 2026-02-21, status: investigating, body: We are looking into it.}   # wrong
/// ```
///
/// Put the update in its place, or mend its time. Two of the same moment keep the file's order.
struct UpdateOrder: Rule {
    static let code = "update-order"
    static let title = "updates stand in the order in which they were told"
    static let concerns: RecordParts = .updates

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let updates = file.record.updates
        for entry in Self.misplaced(file, site) {
            report.add(
                Self.finding(
                    entry.isLate
                        ? "update `\(updates[entry.index].id)` is newer than the one below it"
                        : "update `\(updates[entry.index].id)` is older than the one above it",
                    at: file.span("updates", .index(entry.index), "at"),
                    secondary: [
                        Label(
                            file.span("updates", .index(entry.other), "at"),
                            entry.isLate ? "told earlier" : "told later")
                    ],
                    help: "updates ascend in time: move it \(entry.isLate ? "down" : "up"), or mend its time")
            )
        }
    }

    /// The updates whose time contradicts their neighbours': what else their time contradicts follows from that.
    static func misplaced(_ file: RecordFile, _ site: SiteUnderCheck) -> [MisplacedEntry] {
        MisplacedEntry.found(in: "updates", at: file.record.updates.map(\.at), file, site)
    }
}
