import Diagnostics
import Incidents

/// What became of a loss is never more than the loss.
///
/// `frozen`, `recovered`, `returned` and `at_large` are parts of one amount, in the same token; what they leave over is
/// shown as unaccounted. Of a range the higher bound counts. The arithmetic is exact to the last digit.
///
/// ```yaml
/// losses:
///   - {token: USDC, amount: 1000000, frozen: 700000, at_large: 400000}   # wrong: 1,100,000 of 1,000,000
///   - {token: USDC, amount: 1100000, frozen: 700000, at_large: 400000}   # right
/// ```
///
/// Mostly a token was counted twice, as frozen and as at large, or a figure is of another unit.
struct DispositionsExceedAmount: Rule {
    static let code = "dispositions-exceed-amount"
    static let title = "what became of a loss is never more than the loss"
    static let concerns: RecordParts = .losses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let rows = file.incident?.losses.rows ?? []
        // A row is large, so that it is looked at where it stands.
        let losses = rows.span
        for index in losses.indices {
            guard let most = losses[index].quantity.high, losses[index].statedSum > most,
                file.isSound("losses", .index(index))
            else {
                continue
            }
            if case .range(let low, let high) = losses[index].quantity, low > high { continue }
            check(rows[index], most, FieldPath("losses", .index(index)), file, into: &report)
        }
    }

    private func check(
        _ row: Loss, _ most: Amount, _ path: FieldPath, _ file: RecordFile, into report: inout Report
    ) {
        let parts = Disposition.allCases.compactMap { disposition in
            row[disposition]?.low.map { (disposition: disposition, amount: $0) }
        }.filter { !$0.amount.isZero }
        let sum = parts.reduce(Amount.zero) { $0 + $1.amount }
        guard sum > most, let over = sum.subtracting(most) else { return }
        let isRange = row.quantity.low != row.quantity.high
        let whole = Label(
            file.span(path.appending(isRange ? "high" : "amount")),
            "\(isRange ? "at most " : "")\(most.formatted(grouping: ",")) in all")
        let tooMuch = parts.filter { $0.amount > most }
        if !tooMuch.isEmpty {
            for part in tooMuch {
                report.add(
                    Self.finding(
                        "\(part.disposition.words) is \(part.amount.formatted(grouping: ",")), more than was lost",
                        at: file.span(path.appending(.key(part.disposition.rawValue))), secondary: [whole],
                        help: "all parts together are at most the amount, in the same token and unit"))
            }
            return
        }
        let places = parts.map { part in
            Label(
                file.span(path.appending(.key(part.disposition.rawValue))),
                part.amount.formatted(grouping: ","))
        }.sorted { $0.span.start < $1.span.start }
        guard let last = places.last else { return }
        report.add(
            Self.finding(
                "\(listed(parts.map(\.disposition.words))) are \(sum.formatted(grouping: ",")) together, \(over.formatted(grouping: ",")) more than was lost",
                at: last.span, label: last.text, secondary: [whole] + places.dropLast(),
                help: "a token is in one of them only: mend the figure that counts twice"))
    }
}

extension Disposition {
    /// As a sentence says it.
    var words: String { self == .atLarge ? "at large" : rawValue }
}
