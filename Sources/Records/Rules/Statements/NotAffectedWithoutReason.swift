import Diagnostics
import Incidents

/// "Not affected" says why, as a label and in words.
///
/// Anybody can write "not affected". The label (one of VEX's five) lets tools compare answers, and the words let people
/// judge them.
///
/// ```yaml
/// products:
///   - {asset: app, status: not_affected}             # wrong
///   - asset: app                                     # right
///     status: not_affected
///     justification: component_not_present
///     impact: The app is built from native frameworks; the packages are in none of its builds.
/// ```
///
/// The labels are `component_not_present`, `vulnerable_code_not_present`, `vulnerable_code_not_in_execute_path`,
/// `vulnerable_code_cannot_be_controlled_by_adversary` and `inline_mitigations_already_exist`. If none fits, the honest
/// status is `under_investigation`. General safeguards belong under `posture` and justify nothing.
struct NotAffectedWithoutReason: Rule {
    static let code = "not-affected-without-reason"
    static let title = "\"not affected\" says why, as a label and in words"
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, product) in (file.record.statement?.products ?? []).enumerated()
        where product.status == .notAffected {
            var missing: [String] = []
            if product.justification == nil { missing.append("justification") }
            if product.impact == nil { missing.append("impact") }
            missing.removeAll { !file.isSound("products", .index(index), .key($0)) }
            guard !missing.isEmpty else { continue }
            report.add(
                Self.finding(
                    "`not_affected` needs \(missing == ["impact"] ? "an" : "a") \(listed(missing.map { "`\($0)`" })): why is \(product.asset) not affected?",
                    at: file.span("products", .index(index), "status"),
                    help: missing.contains("justification")
                        ? "write one of VEX's five labels, such as  justification: component_not_present , and the reason in words as `impact`; if none fits, write  status: under_investigation"
                        : "write the reason in words:  impact: The packages are in none of its builds."))
        }
    }
}
