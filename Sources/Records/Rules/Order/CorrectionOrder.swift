import Diagnostics

/// Corrections stand in the order in which they were made.
///
/// Where a field was corrected twice, the order tells which words are the newer ones.
///
/// ```yaml
/// corrections:
///   - {at: 2026-02-26, of: title, kind: typo, was: Ethreum, now: Ethereum}
///   - {at: 2026-02-24, of: summary, kind: typo, was: teh, now: the}   # wrong
/// ```
struct CorrectionOrder: Rule {
    static let code = "correction-order"
    static let title = "corrections stand in the order in which they were made"
    static let severity = Severity.warning

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let corrections = file.record.corrections
        for index in corrections.indices.dropFirst()
        where corrections[index].at.isWhollyBefore(corrections[index - 1].at) {
            guard file.isSound("corrections", .index(index), "at"),
                file.isSound("corrections", .index(index - 1), "at")
            else { continue }
            report.add(
                Self.finding(
                    "this correction is older than the one above it",
                    at: file.span("corrections", .index(index), "at"),
                    secondary: [Label(file.span("corrections", .index(index - 1), "at"), "made later")],
                    help: "move it up, or mend its time"))
        }
    }
}
