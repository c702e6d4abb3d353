import Diagnostics
import Incidents

/// A statement's status is the worst of its products'.
///
/// Whoever reads no further than the first line must not read "not affected" where one product is. From bad to good:
/// `affected`, `under_investigation`, `fixed`, `not_affected`.
///
/// ```yaml
/// status: not_affected                            # wrong: affected
/// products:
///   - {asset: sdk, status: affected, action: Update to 2.3.1.}
///   - {asset: web-app, status: not_affected, justification: component_not_present, impact: Native code.}
/// ```
struct StatementStatus: Rule {
    static let code = "statement-status"
    static let title = "a statement's status is the worst of its products'"
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let products = file.record.statement?.products, file.isSound("status"), file.isSound("products")
        else {
            return
        }
        guard
            let worst = products.indices.filter({ products[$0].status != nil })
                .min(by: { Self.rank(products[$0].status) < Self.rank(products[$1].status) }),
            let status = products[worst].status, status != file.record.status
        else { return }
        let span = file.span("status")
        report.add(
            Self.finding(
                "status is `\(file.record.status.rawValue)`, and \(products[worst].asset) is `\(status.rawValue)`",
                at: span,
                secondary: [Label(file.span("products", .index(worst), "status"), "the worst answer")],
                help: "a statement's status is the worst of its products': write \(status.rawValue)",
                fixes: [Fix("write \(status.rawValue)", edits: [.init(span, status.rawValue)], isSafe: false)]
            ))
    }

    private static func rank(_ status: RecordStatus?) -> Int {
        switch status {
        case .affected: 0
        case .underInvestigation: 1
        case .fixed: 2
        default: 3
        }
    }
}
