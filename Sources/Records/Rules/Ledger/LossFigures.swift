import Diagnostics
import Incidents

/// Every amount that a record tells of its losses: rows, their values and dispositions, totals, and the claims beside
/// them that still stand. A figure in title or summary may stand for any of them.
struct LossFigures {
    typealias Bounds = (low: Amount, high: Amount)

    let file: RecordFile
    private let rows: [Loss]
    private let claims: [Claimed]
    private let site: SiteConfiguration

    /// What one claim tells in figures, and whether it still stands.
    private struct Claimed {
        let value: Money?
        let figures: [Figure]
        let fall: FallenClaim?

        func bounds(in unit: Figure.Unit) -> [Bounds] {
            let currency = unit.currency
            let told = figures.filter {
                $0.unit == unit || (currency != nil && $0.unit.currency == currency)
            }
            let worth = value.flatMap { $0.currency == currency ? LossFigures.bounds($0.quantity) : nil }
            return told.map { ($0.low, $0.high) } + (worth.map { [$0] } ?? [])
        }
    }

    init(_ file: RecordFile, _ site: SiteConfiguration) {
        self.file = file
        self.site = site
        let record = file.record
        rows = record.incident?.losses.rows ?? []
        claims = record.claims.indices.compactMap { index in
            let claim = record.claims[index]
            let figures = FigureReader.figures(in: claim.says ?? "")
            guard claim.value != nil || !figures.isEmpty else { return nil }
            return Claimed(
                value: claim.value, figures: figures, fall: FallenClaim(index, in: record))
        }
    }

    /// The claim that tells a figure which nothing else in the record bears out, where that claim does not hold any more.
    func fallenClaim(behind figure: Figure) -> FallenClaim? {
        func isTold(_ bounds: [Bounds]) -> Bool { bounds.contains { figure.fits($0.low, $0.high) } }
        guard let claim = claims.first(where: { $0.fall != nil && isTold($0.bounds(in: figure.unit)) }),
            !isTold(comparison(for: figure)?.candidates ?? standingClaims(in: figure.unit))
        else { return nil }
        return claim.fall
    }

    private func standingClaims(in unit: Figure.Unit) -> [Bounds] {
        claims.filter { $0.fall == nil }.flatMap { $0.bounds(in: unit) }
    }

    /// What a figure is held against.
    struct Comparison {
        var candidates: [Bounds] = []
        /// Where the first amount of the unit stands, and how it is told.
        var place: FieldPath?
        var words = ""
        /// Something of this unit is not known, or a row has no value: a figure may count it.
        var isOpen = false
        /// The sum over all classes, where minted supply is among them.
        var withMinted: Bounds?

        func contradicts(_ figure: Figure) -> Bool {
            guard place != nil, !candidates.contains(where: { figure.fits($0.low, $0.high) }) else {
                return false
            }
            // What the ledger leaves open can make the whole larger than any of its parts.
            let largest = candidates.map(\.high).max() ?? .zero
            return !(isOpen && figure.high > largest)
        }
    }

    /// Nil where nothing in the record can be held against the figure's unit.
    func comparison(for figure: Figure) -> Comparison? {
        switch figure.unit {
        case .dollar: return comparison(currency: "USD", figure)
        case .currency(let code): return comparison(currency: code, figure)
        case .word(let word): return comparison(token: word)
        }
    }

    private func comparison(currency: String, _ figure: Figure) -> Comparison? {
        var result = Comparison()
        for (index, row) in rows.enumerated() {
            let value = row.value.flatMap { $0.currency == currency ? $0.quantity : nil }
            let own =
                row.token.map { $0 == currency || (currency == "USD" && ($0.contains("USD") || $0 == "DAI")) }
                ?? false
            if let value, let bounds = Self.bounds(value) {
                result.candidates.append(bounds)
                see(
                    "losses", index, ["value", value.low == value.high ? "amount" : "low"], currency, value,
                    in: &result)
            } else if !own {
                result.isOpen = true
            }
            if own { addParts(of: row, to: &result) }
            if own, value == nil, let bounds = Self.bounds(row.quantity) {
                result.candidates.append(bounds)
                see(
                    "losses", index, [bounds.low == bounds.high ? "amount" : "low"], row.token ?? "",
                    row.quantity, in: &result)
            }
        }
        guard result.place != nil else { return nil }
        addTotals(to: &result) { row in
            if let value = row.value, value.currency == currency { return value.quantity }
            return row.token == currency ? row.quantity : nil
        }
        result.candidates += standingClaims(in: figure.unit)
        return result
    }

    private func comparison(token word: String) -> Comparison? {
        let caip = site.tokens.first { $0.id == word }?.caip19
        func isMeant(_ row: Loss) -> Bool { row.token == word || (caip != nil && row.token == caip) }
        var result = Comparison()
        for (index, row) in rows.enumerated() where isMeant(row) {
            guard let bounds = Self.bounds(row.quantity) else {
                result.isOpen = true
                continue
            }
            result.candidates.append(bounds)
            see(
                "losses", index, [bounds.low == bounds.high ? "amount" : "low"], word, row.quantity,
                in: &result)
            addParts(of: row, to: &result)
        }
        guard result.place != nil else { return nil }
        addTotals(to: &result) { isMeant($0) ? $0.quantity : nil }
        result.candidates += standingClaims(in: .word(word))
        return result
    }

    private func see(
        _ list: String, _ index: Int, _ keys: [String], _ unit: String, _ quantity: Quantity,
        in result: inout Comparison
    ) {
        guard result.place == nil else { return }
        let path = FieldPath(steps: [.key(list), .index(index)] + keys.map { .key($0) })
        guard file.isSound(path) else { return }
        result.place = path
        result.words = "\(unit) " + Self.words(quantity)
    }

    private func addParts(of row: Loss, to result: inout Comparison) {
        let parts =
            Disposition.allCases.compactMap { row[$0] } + [
                row.quantity.subtracting(row.recovered ?? .exact(.zero)).subtracting(
                    row.returned ?? .exact(.zero))
            ]
        result.candidates += parts.compactMap(Self.bounds)
    }

    /// Sums by class, and over all classes but minted supply, which is never added to the rest.
    private func addTotals(to result: inout Comparison, of amount: (Loss) -> Quantity?) {
        var byClass: [(LossClass?, Quantity)] = []
        for row in rows {
            guard let quantity = amount(row), quantity.isKnown else { continue }
            if let index = byClass.firstIndex(where: { $0.0 == row.lossClass }) {
                byClass[index].1 = byClass[index].1 + quantity
            } else {
                byClass.append((row.lossClass, quantity))
            }
        }
        result.candidates += byClass.compactMap { Self.bounds($0.1) }
        let real = byClass.filter { $0.0 != .minted }.map(\.1)
        if let sum = Self.sum(real) { result.candidates.append(sum) }
        if byClass.count > 1, real.count < byClass.count { result.withMinted = Self.sum(byClass.map(\.1)) }
    }

    private static func sum(_ quantities: [Quantity]) -> Bounds? {
        quantities.isEmpty ? nil : bounds(quantities.reduce(.exact(.zero), +))
    }

    private static func bounds(_ quantity: Quantity) -> Bounds? {
        guard let low = quantity.low, let high = quantity.high else { return nil }
        return (low, high)
    }

    private static func words(_ quantity: Quantity) -> String {
        switch quantity {
        case .exact(let amount): amount.formatted(grouping: ",")
        case .range(let low, let high): "\(low.formatted(grouping: ",")) to \(high.formatted(grouping: ","))"
        case .unknown: "unknown"
        }
    }
}
