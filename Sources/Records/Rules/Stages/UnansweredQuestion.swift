import Diagnostics
import Incidents

/// A stage's questions are answered from that stage on, if only by an honest "unknown".
///
/// Readers ask the same things of every incident, and silence frightens more than "we do not know yet". Each status owes
/// answers: `investigating` what to do (`advice`), what is affected (`assets`) and when the next word comes (the newest
/// update's `next_update`, until `resolved`); `identified` the `losses`, the milestone `detected` and a `root_cause`;
/// `monitoring` what "contained" means (`assurances` and the milestone `contained`) and what was done (`mitigations`);
/// `resolved` since when it was (the milestone `started`) and what became of each loss (`frozen`, `recovered`, `returned`
/// or `at_large`); `postmortem` the cause in full (`root_cause.summary`), `lessons`, the milestone `resolved`,
/// `references`, and `confidence` on losses and cause.
///
/// ```yaml
/// status: identified
/// # wrong: nothing about losses
/// losses: unknown                        # right
/// losses: none                           # right
/// questions:                             # right
///   - {asks: How much was taken?, about: losses, withheld: law_enforcement, revisit: 2026-03-15}
/// ```
///
/// A question answers for the field that its `about` leads to, for what holds it and for what it holds, whether it is open,
/// withheld or answered. In a draft the finding is a warning. A record that is withdrawn owes nothing.
struct UnansweredQuestion: Rule {
    static let code = "unanswered-question"
    static let title = "a stage's questions are answered, if only by an honest \"unknown\""
    static let concerns: RecordParts = .incident

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let stage = Self.stage(of: file), let gaps = StageGaps(file) else { return }
        for gap in gaps.gaps(asksNextWord: stage < 3, dueAt: { ($0.stage ?? 0) <= stage }) {
            report.add(
                Self.finding(
                    "\(listed(gap.fields)) \(gap.fields.count == 1 ? "is" : "are") owed from `\(gap.dueAt.rawValue)` on: \(gap.question.asks)",
                    at: gap.place.map { Self.opening(of: $0, in: file) } ?? file.span("status"),
                    label: gap.place == nil ? "this stage owes an answer" : "",
                    severity: file.record.isDraft ? .warning : .error, help: gap.help))
        }
    }

    /// The stage of an incident that owes answers; nil for any other record.
    static func stage(of file: RecordFile) -> Int? {
        guard file.incident != nil, file.record.withdrawn == nil, file.isSound("kind"),
            file.isSound("status")
        else { return nil }
        return file.record.status.stage
    }

    /// What stands for a whole row under a message.
    static func opening(of path: FieldPath, in file: RecordFile) -> SourceSpan {
        file.document.node(at: path).map(file.document.openingSpan) ?? file.span(path)
    }
}
