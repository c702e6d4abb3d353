import Diagnostics

/// A currency is one that ISO 4217 lists.
///
/// Totals are made by currency. A misspelt code would make a total of its own and leave its row out of the real one.
///
/// ```yaml
/// value: {currency: UDS, amount: 4300000}   # wrong
/// value: {currency: USD, amount: 4300000}   # right
/// ```
///
/// A token's ticker is no currency: `USDT` has its rows under `losses`, and its `value` is in dollars.
struct UnknownCurrency: Rule {
    static let code = "unknown-currency"
    static let title = "a currency is one that ISO 4217 lists"
    static let concerns: RecordParts = [.claims, .losses]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        RecordWalk(file).money { value, place in
            guard !Currency.isKnown(value.currency) else { return }
            let path = place.path.appending("currency")
            guard file.isSound(path) else { return }
            let span = file.span(path)
            let near = NearMiss.nearest(to: value.currency, among: Currency.common)
            report.add(
                Self.finding(
                    "`\(value.currency)` is no currency of ISO 4217", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "write its three letters, such as USD or EUR",
                    fixes: Fix.replacing(span, with: near)))
        }
    }
}
