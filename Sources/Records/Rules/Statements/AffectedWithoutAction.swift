import Diagnostics
import Incidents

/// A product that is affected says what its users should do.
///
/// "Affected" alone leaves a frightened reader with nothing to do.
///
/// ```yaml
/// products:
///   - {asset: sdk, status: affected}                                                    # wrong
///   - {asset: sdk, status: affected, action: Use version 1.9 until 2.3.2 is out.}       # right
/// ```
///
/// "There is nothing to do; we replaced it on our side" is an action too.
struct AffectedWithoutAction: Rule {
    static let code = "affected-without-action"
    static let title = "a product that is affected says what its users should do"
    static let concerns: RecordParts = .statement

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, product) in (file.record.statement?.products ?? []).enumerated()
        where product.status == .affected && product.action == nil {
            guard file.isSound("products", .index(index), "action") else { continue }
            report.add(
                Self.finding(
                    "`affected` needs an `action`: what should users of \(product.asset) do?",
                    at: file.span("products", .index(index), "status"),
                    help: "write  action: Update to 2.3.2.  or what they should leave until then"))
        }
    }
}
