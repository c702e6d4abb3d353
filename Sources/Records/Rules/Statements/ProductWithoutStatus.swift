import Diagnostics
import Incidents

/// A product in a statement has an answer.
///
/// A product that is named and not answered for looks like an oversight, or like something to hide.
///
/// ```yaml
/// products:
///   - {asset: wallet}                                    # wrong
///   - {asset: wallet, status: under_investigation}       # right
/// ```
struct ProductWithoutStatus: Rule {
    static let code = "product-without-status"
    static let title = "a product in a statement has an answer"
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, product) in (file.record.statement?.products ?? []).enumerated()
        where product.status == nil && file.isSound("products", .index(index)) {
            report.add(
                Self.finding(
                    "\(product.asset) is named without an answer",
                    at: file.span("products", .index(index), "asset"),
                    help:
                        "write its status: not_affected, affected, fixed, or  status: under_investigation  while nobody knows"
                ))
        }
    }
}
