import Diagnostics
import Incidents

/// A measure that is done says when, and only such a measure does.
///
/// "Done" without a day cannot be told from a hope, and a day of completion on a measure that is planned says two things
/// at once.
///
/// ```yaml
/// mitigations:
///   - {id: pause, action: Pause the bridge, status: done}                       # a warning
///   - {id: pause, action: Pause the bridge, status: done, done: 2026-02-21}     # right
///   - {id: audit, action: Audit, status: planned, done: 2026-04-30}             # wrong: `due` is meant
/// ```
///
/// A month or a year will do: `done: 2026-02`. Where nobody knows, ask it under `questions` with
/// `about: mitigations#pause.done`.
struct DoneDate: Rule {
    static let code = "done-date"
    static let title = "a measure that is done says when, and only such a measure does"
    static let concerns: RecordParts = .mitigations

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let mitigations = file.incident?.mitigations else { return }
        lazy var answers = AskedFields(file.record)
        for index in mitigations.indices {
            guard file.isSound("mitigations", .index(index), "done"),
                file.isSound("mitigations", .index(index), "status")
            else { continue }
            switch (mitigations[index].status, mitigations[index].done) {
            case (.done, nil):
                guard !answers.isAsked("mitigations", row: mitigations[index].id, "done") else {
                    continue
                }
                report.add(
                    Self.finding(
                        "done, and not when", at: file.span("mitigations", .index(index), "status"),
                        severity: .warning,
                        help: "write  done: 2026-02-21 , or a month or a year where that is all you know"))
            case (let status?, _?) where status != .done && status != .unknown:
                report.add(
                    Self.finding(
                        "`\(status.rawValue)` has no day on which it was done",
                        at: file.span("mitigations", .index(index), "done"),
                        secondary: [
                            Label(file.span("mitigations", .index(index), "status"), "not done here")
                        ],
                        help: status.isCommitment
                            ? "write  status: done , or `due` where the day is a promise"
                            : "write  status: done , or take the day away"))
            default: continue
            }
        }
    }
}
