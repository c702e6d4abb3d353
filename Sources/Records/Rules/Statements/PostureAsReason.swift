import Diagnostics
import Incidents

/// Cold storage is no reason why a product is not affected.
///
/// General safeguards are true and comforting, and say nothing about this attack: funds in cold storage do not keep a
/// malicious package out of an app. They stand under `posture`, and the reason stands in `impact`.
///
/// ```yaml
/// products:
///   - asset: app
///     status: not_affected
///     justification: inline_mitigations_already_exist
///     impact: 95 % of assets are in cold storage, and two-factor authentication is mandatory.   # no reason
///     impact: The packages are in none of its builds; we searched every lock file.              # a reason
/// ```
struct PostureAsReason: Rule {
    static let code = "posture-as-reason"
    static let title = "general safeguards are no reason why a product is not affected"
    static let severity = Severity.warning
    static let concerns: RecordParts = .statement

    private static let words = [
        "cold storage", "cold wallet", "two-factor", "2fa", "multi-factor", "mfa", "multisig", "multi-sig",
        "several signatures", "insured", "insurance", "semi-offline", "encrypted at rest",
        "take security seriously",
        "highest security", "best practice", "audited regularly", "threat detection", "penetration test",
    ]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let statement = file.record.statement else { return }
        if file.record.status == .notAffected, statement.products.isEmpty, !statement.posture.isEmpty,
            file.isSound("products"), file.isSound("status"), file.isSound("posture")
        {
            report.add(
                Self.finding(
                    "`posture` is the only reason given, and justifies nothing", at: file.keySpan("posture"),
                    secondary: [Label(file.span("status"), "what it is to justify")],
                    help: "name each product under `products` with a `justification` and an `impact`"))
        }
        for (index, product) in statement.products.enumerated() where product.status == .notAffected {
            guard let impact = product.impact, file.isSound("products", .index(index), "impact"),
                Self.isPosture(impact, statement.posture)
            else { continue }
            report.add(
                Self.finding(
                    "general safeguards are no reason why \(product.asset) is not affected",
                    at: file.span("products", .index(index), "impact"),
                    help:
                        "say why this attack does not reach it; what is true in general stands under `posture`"
                ))
        }
    }

    /// Whether each sentence speaks of general safeguards alone.
    private static func isPosture(_ impact: String, _ posture: [String]) -> Bool {
        let folded = impact.lowercased()
        if posture.contains(where: { $0.lowercased() == folded }) { return true }
        guard words.contains(where: { folded.utf8.containsText($0) }) else { return false }
        let sentences = folded.split(whereSeparator: { ".;!\n".contains($0) }).filter { $0.utf8.count > 12 }
        return sentences.allSatisfy { sentence in words.contains { sentence.utf8.containsText($0) } }
    }
}
