import Diagnostics
import Incidents

/// A value's basis fits its figure: a range is a range, and an exact figure is one.
///
/// The page says "estimate" or "exact" beside the figure, and totals say whether all of their parts were exact.
///
/// ```yaml
/// value: {currency: USD, low: 900000, high: 950000, basis: exact}    # wrong
/// value: {currency: USD, low: 900000, high: 950000, basis: range}    # right
/// ```
struct ValueBasis: Rule {
    static let code = "value-basis"
    static let title = "a value's basis fits its figure"
    static let severity = Severity.warning
    static let concerns: RecordParts = [.claims, .losses]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        RecordWalk(file).money { value, place in
            let isRange: Bool
            switch (value.basis, value.quantity) {
            case (.exact?, .range): isRange = true
            case (.range?, .exact): isRange = false
            default: return
            }
            let path = place.path.appending("basis")
            guard file.isSound(place.path) else { return }
            let span = file.span(path)
            let word = isRange ? "range" : "estimate"
            report.add(
                Self.finding(
                    isRange
                        ? "basis is `exact`, and the figure is a range"
                        : "basis is `range`, and the figure is one number",
                    at: span,
                    help: isRange ? "write  basis: range" : "write `low` and `high`, or  basis: estimate",
                    fixes: Fix.replacing(span, with: word)))
        }
    }
}
