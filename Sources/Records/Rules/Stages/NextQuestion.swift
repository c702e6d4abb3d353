import Diagnostics
import Incidents

/// What the next status will ask is known one status before.
///
/// A note, never more: it tells what to find out before the status moves on, so that nobody is held up at three in the
/// morning. `explain unanswered-question` lists what each status asks.
///
/// ```yaml
/// status: investigating   # identified will ask: how much, of what, whose?
/// ```
///
/// Answer it when you know, or say `unknown`; nothing is wrong until then.
struct NextQuestion: Rule {
    static let code = "next-question"
    static let title = "what the next status will ask is known one status before"
    static let severity = Severity.note
    static let concerns: RecordParts = .incident

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let stage = UnansweredQuestion.stage(of: file),
            RecordStatus.allCases.contains(where: { $0.stage == stage + 1 }), let gaps = StageGaps(file)
        else { return }
        for gap in gaps.gaps(dueAt: { $0.stage == stage + 1 }) {
            report.add(
                Self.finding(
                    "`\(gap.dueAt.rawValue)` will ask: \(gap.question.asks)", at: file.span("status"),
                    notes: ["\(listed(gap.fields)) would answer it"], help: gap.help))
        }
    }
}
