import Diagnostics
import Incidents

/// A correction quotes what was said, what is said now, and why it changed.
///
/// "We corrected the title" hides more than it tells. Who read the old words recognises them in `was`.
///
/// ```yaml
/// corrections:
///   - {at: 2026-02-24, of: losses#iotx.amount, kind: factual}   # what was said?
///   - at: 2026-02-24                                             # right
///     of: losses#iotx.amount
///     kind: factual
///     was: "4300000"
///     now: "4400000"
///     reason: The first count left out UNI
/// ```
///
/// A retraction needs no `now`. A typo needs no reason.
struct IncompleteCorrection: Rule {
    static let code = "incomplete-correction"
    static let title = "a correction quotes what was said, what is said now, and why it changed"
    static let severity = Severity.warning
    static let concerns: RecordParts = .corrections

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, correction) in file.record.corrections.enumerated() {
            var missing: [String] = []
            if correction.was == nil { missing.append("was") }
            if correction.now == nil, correction.kind != .retraction { missing.append("now") }
            if correction.reason == nil, correction.kind != .typo { missing.append("reason") }
            missing.removeAll { !file.isSound("corrections", .index(index), .key($0)) }
            guard !missing.isEmpty, file.isSound("corrections", .index(index), "kind") else { continue }
            report.add(
                Self.finding(
                    "correction without \(listed(missing.map { "`\($0)`" }))",
                    at: file.span("corrections", .index(index), "of"),
                    help: missing == ["reason"]
                        ? "write why it changed, in one line:  reason: …"
                        : "quote the words that changed, as they stood and as they stand"))
        }
    }
}
