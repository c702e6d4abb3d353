import Diagnostics
import Incidents

/// A next word that was promised is given, or promised anew.
///
/// Whoever waits for a word at 18:00 and finds the page unchanged at 20:00 stops believing it. `--as-of now` tells it in
/// time; the workflow that `init` writes runs daily.
///
/// ```yaml
/// updates:
///   - {id: u1, at: 2026-02-21T12:20:00Z, status: investigating, body: …, next_update: 2026-02-21T18:00:00Z}
///   # 20:00, and nothing follows
/// ```
///
/// `aboveboard update ID` adds a word. "There is nothing new; the next word comes at 22:00" is one.
struct OverdueUpdate: Rule {
    static let code = "overdue-update"
    static let title = "a next word that was promised is given, or promised anew"
    static let severity = Severity.warning
    static let concerns: RecordParts = .updates

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let last = file.record.updates.count - 1
        guard let newest = file.record.updates.last, case .at(let promised)? = newest.next,
            site.hasPassed(promised),
            file.record.withdrawn == nil, !promised.isWhollyBefore(newest.at),
            file.isSound("updates", .index(last), "next_update"),
            !UpdateOrder.misplaced(file, site).contains(where: { $0.index == last })
        else { return }
        report.add(
            Self.finding(
                "next word was promised for \(promised.text), and none has come",
                at: file.span("updates", .index(last), "next_update"),
                notes: ["told as of \(site.asOf.text)"],
                help:
                    "`aboveboard update \(file.record.id)` adds one; \"nothing new, the next at 22:00\" is a word too"
            ))
    }
}
