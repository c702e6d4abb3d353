import Diagnostics
import Incidents

/// A promise lies behind the word that gives it.
///
/// A next update that is due before the update that promises it was broken when it was given: mostly the day or the zone
/// is wrong.
///
/// ```yaml
/// updates:
///   - id: u1
///     at: 2026-02-21T12:20:00Z
///     next_update: 2026-02-21T08:00:00Z   # wrong
///     next_update: 2026-02-21T18:00:00Z   # right
/// ```
struct PromiseOrder: Rule {
    static let code = "promise-order"
    static let title = "a promise lies behind the word that gives it"
    static let concerns: RecordParts = .updates

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        lazy var misplaced = Set(UpdateOrder.misplaced(file, site).map(\.index))
        let updates = file.record.updates
        for index in updates.indices {
            guard case .at(let next)? = updates[index].next, next.isWhollyBefore(updates[index].at),
                file.isSound("updates", .index(index), "at"),
                file.isSound("updates", .index(index), "next_update")
            else { continue }
            // Where the update's own time is wrong the promise need not be.
            guard
                !FutureMoment.blames(
                    updates[index].at, FieldPath("updates", .index(index), "at"), file, site),
                !misplaced.contains(index)
            else { continue }
            report.add(
                Self.finding(
                    "next update is promised for a time before this update",
                    at: file.span("updates", .index(index), "next_update"),
                    secondary: [Label(file.span("updates", .index(index), "at"), "told here")],
                    help: "check day, hour and offset; `unknown` is an honest answer"))
        }
    }
}
