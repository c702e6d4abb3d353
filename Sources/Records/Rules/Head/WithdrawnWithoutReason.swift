import Diagnostics

/// A record that is withdrawn says why.
///
/// A page that says "withdrawn" and nothing else makes readers believe the worst. The page stays, and the reason is all
/// that it tells.
///
/// ```yaml
/// withdrawn: {at: 2026-03-01}                                                      # wrong
/// withdrawn: {at: 2026-03-01, reason: The transfers were the treasury's own.}      # right
/// ```
struct WithdrawnWithoutReason: Rule {
    static let code = "withdrawn-without-reason"
    static let title = "a record that is withdrawn says why"
    static let concerns: RecordParts = .withdrawal

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let withdrawn = file.record.withdrawn, withdrawn.reason == nil,
            file.isSound("withdrawn", "reason")
        else { return }
        report.add(
            Self.finding(
                "withdrawn without a reason; readers need to know why", at: file.keySpan("withdrawn"),
                help: "write  reason:  under it, in one line"))
    }
}
