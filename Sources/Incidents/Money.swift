/// A value in a fiat currency, with the moment it was true and who says so.
package struct Money: Sendable, Hashable {
    /// How the figure was come by.
    package enum Basis: String, Sendable, CaseIterable {
        case exact, estimate, range
    }

    /// ISO 4217, such as `USD`.
    package var currency: String
    package var quantity: Quantity
    /// The moment of the price; shown as undated where nil.
    package var at: Moment?
    /// The id of an entry under `references`.
    package var source: String?
    package var basis: Basis?

    package init(
        currency: String, quantity: Quantity, at: Moment? = nil, source: String? = nil, basis: Basis? = nil
    ) {
        self.currency = currency
        self.quantity = quantity
        self.at = at
        self.source = source
        self.basis = basis
    }
}

/// Money of one currency, added up; it refuses what must not be added and counts what it left out.
package struct MoneyTotal: Sendable, Hashable {
    package let currency: String
    package private(set) var quantity: Quantity = .exact(.zero)
    /// How many values went in.
    package private(set) var count = 0
    /// Whether each value was told with its moment.
    package private(set) var isDated = true
    /// Whether each value was told as exact.
    package private(set) var isExact = true

    package init(currency: String) {
        self.currency = currency
    }

    /// Adds a value of the same currency; false, and nothing is added, for another currency or an unknown amount.
    package mutating func add(_ money: Money) -> Bool {
        guard money.currency == currency, money.quantity.isKnown else { return false }
        quantity = quantity + money.quantity
        count += 1
        if money.at == nil { isDated = false }
        if money.basis != .exact { isExact = false }
        return true
    }
}
