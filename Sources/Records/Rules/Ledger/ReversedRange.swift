import Diagnostics
import Incidents

/// A range begins with its lower bound.
///
/// Totals are made bound by bound; with the two swapped every sum is wrong.
///
/// ```yaml
/// losses: [{token: CIOTX, low: 821000000, high: 111000000}]   # wrong
/// losses: [{token: CIOTX, low: 111000000, high: 821000000}]   # right
/// ```
///
/// The same holds for a `value` and for `users_affected`.
struct ReversedRange: Rule {
    static let code = "reversed-range"
    static let title = "a range begins with its lower bound"
    static let concerns: RecordParts = [.incident, .claims]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let losses = file.incident?.losses.rows ?? []
        for index in losses.indices {
            check(losses[index].quantity, Place("losses", index), file, into: &report)
        }
        RecordWalk(file).money { value, place in check(value.quantity, place, file, into: &report) }
        if case .count(let quantity, _)? = file.incident?.usersAffected {
            check(quantity, Place("users_affected"), file, into: &report)
        }
    }

    private func check(_ quantity: Quantity, _ place: Place, _ file: RecordFile, into report: inout Report) {
        guard case .range(let low, let high) = quantity, low > high else { return }
        let path = place.path
        let (lowPath, highPath) = (path.appending("low"), path.appending("high"))
        guard file.isSound(lowPath), file.isSound(highPath) else { return }
        let (lowSpan, highSpan) = (file.span(lowPath), file.span(highPath))
        report.add(
            Self.finding(
                "low is \(low.formatted(grouping: ",")), more than high", at: lowSpan,
                secondary: [Label(highSpan, "high is \(high.formatted(grouping: ","))")],
                help: "swap the two, or mend the one that is wrong",
                fixes: [
                    Fix(
                        "swap the two",
                        edits: [.init(lowSpan, highSpan.text), .init(highSpan, lowSpan.text)], isSafe: false)
                ]))
    }
}
