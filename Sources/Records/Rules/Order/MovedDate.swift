import Diagnostics
import Incidents

/// A due date that moved leaves a trace that fits.
///
/// `moved` is how readers see that a promise was put off, from when to when and why. The trace ends at the date that is
/// `due` now, and each move begins where the one before it ended.
///
/// ```yaml
/// due: 2026-05-31                                       # wrong: the trace ends at 30 April
/// moved: [{at: 2026-03-25, from: 2026-03-31, to: 2026-04-30, why: The audit took longer.}]
/// ```
///
/// Add a row for each time that the date changed, with `at`, `from`, `to` and `why`.
struct MovedDate: Rule {
    static let code = "moved-date"
    static let title = "a due date that moved leaves a trace that fits"
    static let concerns: RecordParts = .mitigations

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, mitigation) in (file.incident?.mitigations ?? []).enumerated() {
            guard let last = mitigation.moved.indices.last, file.isSound("mitigations", .index(index)) else {
                continue
            }
            let path = FieldPath("mitigations", .index(index), "moved")
            for entry in mitigation.moved.indices.dropFirst() {
                guard let from = mitigation.moved[entry].from, let to = mitigation.moved[entry - 1].to,
                    from.start != to.start || from.precision != to.precision
                else { continue }
                report.add(
                    Self.finding(
                        "move begins at \(from.text), and the one before it ended at \(to.text)",
                        at: file.span(path.appending(.index(entry), "from")),
                        secondary: [
                            Label(file.span(path.appending(.index(entry - 1), "to")), "moved to here")
                        ],
                        help:
                            "each move begins where the one before it ended: mend one, or add the move between"
                    ))
            }
            guard let to = mitigation.moved[last].to, let due = mitigation.due,
                to.start != due.start || to.precision != due.precision
            else { continue }
            report.add(
                Self.finding(
                    "due \(due.text), and its last move ended at \(to.text)",
                    at: file.span("mitigations", .index(index), "due"),
                    secondary: [Label(file.span(path.appending(.index(last), "to")), "moved to here")],
                    help: "add the move to `moved`, with `at`, `from`, `to` and `why`"))
        }
    }
}
