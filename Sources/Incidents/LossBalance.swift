/// What is told of one token's loss, with silence and "unknown" kept apart: the figures of a picture and its table.
///
/// A loss that is told only as a value has a balance of its own, whose gross figure is that value.
package struct LossBalance: Sendable, Hashable {
    /// What a figure counts in.
    package enum Unit: Sendable, Hashable {
        case token
        case money(currency: String)
    }

    package struct Figure: Sendable, Hashable {
        /// Nil where nothing is stated.
        package let quantity: Quantity?
        package let unit: Unit
        /// Whether some of the rows say nothing, so that the figure tells only of the others.
        package let isInPart: Bool
    }

    /// What became of a part of the gross amount.
    package enum Fate: String, Sendable, CaseIterable {
        case returned, recovered, frozen
        case atLarge = "at_large"
        /// What no disposition speaks of.
        case unaccounted
    }

    package struct Part: Sendable, Hashable {
        package let kind: Fate
        /// From 1, in the order of `Fate`: what stands for the part in a picture.
        package let number: Int
        /// Nil where nothing is stated.
        package let quantity: Quantity?
        /// Thousandths of an exact gross amount, rounded; nil where they cannot be told.
        package let share: Int?
        package let isMoreThanNothing: Bool
    }

    package let token: String?
    package let rows: [Loss]
    package let gross: Figure
    package let net: Figure
    package let atLarge: Figure
    package let parts: [Part]

    /// One balance for each token, in the order of the rows, and one for each row that has a value and no token.
    package static func balances(of rows: [Loss]) -> [LossBalance] {
        var groups: [[Loss]] = []
        for row in rows {
            if row.token != nil, let index = groups.firstIndex(where: { $0[0].token == row.token }) {
                groups[index].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups.map(LossBalance.init)
    }

    private init(_ rows: [Loss]) {
        self.rows = rows
        token = rows[0].token
        var sum = LossSum()
        for row in rows { sum.add(row) }
        let total = sum.total
        if token == nil, !total.isKnown, let value = rows[0].value {
            gross = Figure(quantity: value.quantity, unit: .money(currency: value.currency), isInPart: false)
        } else {
            gross = Figure(quantity: total, unit: .token, isInPart: false)
        }
        atLarge = sum[.atLarge]
        net = sum.net
        let told: [(Fate, Quantity?)] = [
            (.returned, sum[.returned].quantity), (.recovered, sum[.recovered].quantity),
            (.frozen, sum[.frozen].quantity),
            (.atLarge, atLarge.quantity),
        ]
        // Without one word about what became of it, all of it is unaccounted.
        let unaccounted = told.reduce(total) { $0.subtracting($1.1 ?? .exact(.zero)) }
        parts = (told + [(.unaccounted, unaccounted)]).enumerated().map { index, part in
            Part(
                kind: part.0, number: index + 1, quantity: part.1, share: Self.share(part.1, of: total),
                isMoreThanNothing: part.1?.high?.isZero == false)
        }
    }

    /// Thousandths, for exact amounts alone.
    private static func share(_ quantity: Quantity?, of total: Quantity) -> Int? {
        guard case .exact(let part) = quantity, case .exact(let whole) = total else { return nil }
        return part.millionths(of: whole).map { Int(($0 + 500) / 1000) }
    }
}
