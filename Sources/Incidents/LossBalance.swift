/// What is told of one token's loss, with silence and "unknown" kept apart: the figures of a picture and its table.
///
/// A loss that is told only as a value has a balance of its own, whose gross figure is that value.
package final class LossBalance: Sendable {
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

        /// Whether it is a fate that has a figure.
        fileprivate var isToldFate: Bool {
            guard case .unaccounted = kind else { return quantity?.isKnown == true }
            return false
        }
    }

    package let token: String?
    package let rows: ArraySlice<Loss>
    package let gross: Figure
    package let net: Figure
    package let atLarge: Figure
    package let parts: [Part]

    /// Whether any fate has a figure.
    package var tellsFates: Bool { parts.indices.contains { parts[$0].isToldFate } }

    /// One balance for each token, in the order of the rows, and one for each row that has a value and no token.
    package static func balances(of rows: [Loss]) -> [LossBalance] {
        var balances: [LossBalance] = []
        balances.reserveCapacity(rows.count)
        for index in rows.indices {
            let token = rows[index].token
            if token != nil, rows[..<index].contains(where: { $0.token == token }) { continue }
            // A row that is alone with its token, as most are, stays where it is.
            let isAlone = token == nil || !rows[(index + 1)...].contains { $0.token == token }
            balances.append(
                LossBalance(isAlone ? rows[index...index] : rows.filter { $0.token == token }[...]))
        }
        return balances
    }

    private init(_ rows: ArraySlice<Loss>) {
        let first = rows.startIndex
        self.rows = rows
        token = rows[first].token
        var sum = LossSum()
        for index in rows.indices { sum.add(rows[index]) }
        let total = sum.total
        if token == nil, !total.isKnown, let value = rows[first].value {
            gross = Figure(quantity: value.quantity, unit: .money(currency: value.currency), isInPart: false)
        } else {
            gross = Figure(quantity: total, unit: .token, isInPart: false)
        }
        atLarge = sum[.atLarge]
        net = sum.net
        // Without one word about what became of it, all of it is unaccounted.
        var unaccounted = total
        var parts: [Part] = []
        parts.reserveCapacity(Fate.allCases.count)
        func add(_ kind: Fate, _ quantity: Quantity?) {
            parts.append(
                Part(
                    kind: kind, number: parts.count + 1, quantity: quantity,
                    share: Self.share(quantity, of: total),
                    isMoreThanNothing: quantity?.high?.isZero == false))
            unaccounted = unaccounted.subtracting(quantity ?? .exact(.zero))
        }
        add(.returned, sum[.returned].quantity)
        add(.recovered, sum[.recovered].quantity)
        add(.frozen, sum[.frozen].quantity)
        add(.atLarge, atLarge.quantity)
        add(.unaccounted, unaccounted)
        self.parts = parts
    }

    /// Thousandths, for exact amounts alone.
    private static func share(_ quantity: Quantity?, of total: Quantity) -> Int? {
        guard case .exact(let part) = quantity, case .exact(let whole) = total else { return nil }
        return part.millionths(of: whole).map { Int(($0 + 500) / 1000) }
    }
}
