import Diagnostics
import Incidents

/// What is to be looked at again by a day is looked at again.
///
/// A statement's `review` and a question's `revisit` are promises: "not affected" was true on the day on which it was
/// checked, and "we cannot tell yet" holds until the day that was named.
///
/// ```yaml
/// review: 2025-10-01   # has passed
/// questions:
///   - {asks: How was the key lost?, about: root_cause.summary, withheld: law_enforcement, revisit: 2026-03-15}
/// ```
///
/// Look, say what you found, and set the next day or take it away.
struct OverdueReview: Rule {
    static let code = "overdue-review"
    static let title = "what is to be looked at again by a day is looked at again"
    static let severity = Severity.warning
    static let concerns: RecordParts = [.statement, .questions]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.record.withdrawn == nil else { return }
        if let review = file.record.statement?.review, site.hasPassed(review), file.isSound("review") {
            report.add(
                Self.finding(
                    "review was promised for \(review.text), which has passed", at: file.span("review"),
                    notes: ["told as of \(site.asOf.text)"],
                    help: "look again, say it in an update, and set the next `review` or take it away"))
        }
        for (index, question) in file.record.questions.enumerated() where question.isOpen {
            guard let revisit = question.revisit, site.hasPassed(revisit),
                file.isSound("questions", .index(index), "revisit")
            else { continue }
            report.add(
                Self.finding(
                    "question was to be looked at again on \(revisit.text), which has passed",
                    at: file.span("questions", .index(index), "revisit"),
                    notes: ["told as of \(site.asOf.text)"],
                    help: "answer it, or set the next `revisit`"))
        }
    }
}
