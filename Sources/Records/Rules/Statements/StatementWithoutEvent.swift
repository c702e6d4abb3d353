import Diagnostics

/// A statement names the incident that it answers.
///
/// "We are not affected": by what? The event's name is what readers search for.
///
/// ```yaml
/// event:
///   name: npm supply-chain attack of September 2025
///   source: advisory
/// ```
struct StatementWithoutEvent: Rule {
    static let code = "statement-without-event"
    static let title = "a statement names the incident that it answers"
    static let severity = Severity.warning
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let statement = file.record.statement, statement.event == nil, file.isSound("event"),
            file.isSound("kind")
        else { return }
        report.add(
            Self.finding(
                "a statement without `event` does not name the incident that it answers",
                at: file.span("kind"),
                help: "write  event: {name: npm supply-chain attack of September 2025}"))
    }
}
