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

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let updates = file.record.updates
        guard updates.count > 1 else { return }
        var newest = 0
        for index in updates.indices.dropFirst() {
            guard updates[index].at.isWhollyBefore(updates[newest].at) else {
                newest = index
                continue
            }
            guard file.isSound("updates", .index(index), "at"), file.isSound("updates", .index(newest), "at")
            else { continue }
            report.add(
                Self.finding(
                    "update `\(updates[index].id)` is older than the one above it",
                    at: file.span("updates", .index(index), "at"),
                    secondary: [Label(file.span("updates", .index(newest), "at"), "told later")],
                    help: "updates ascend in time: move it up, or mend its time"))
        }
    }
}
