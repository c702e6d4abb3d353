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
    static let concerns: RecordParts = .corrections

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for entry in Self.misplaced(file, site) {
            report.add(
                Self.finding(
                    entry.isLate
                        ? "this correction is newer than the one below it"
                        : "this correction is older than the one above it",
                    at: file.span("corrections", .index(entry.index), "at"),
                    secondary: [
                        Label(
                            file.span("corrections", .index(entry.other), "at"),
                            entry.isLate ? "made earlier" : "made later")
                    ],
                    help: "move it \(entry.isLate ? "down" : "up"), or mend its time"))
        }
    }

    /// The corrections whose time contradicts their neighbours'.
    static func misplaced(_ file: RecordFile, _ site: SiteUnderCheck) -> [MisplacedEntry] {
        MisplacedEntry.found(in: "corrections", at: file.record.corrections.map(\.at), file, site)
    }
}
