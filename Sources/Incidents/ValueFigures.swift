/// The fiat value of many losses of one class in one currency, and what became of it.
///
/// What was returned, recovered, frozen or is at large is told in tokens; its value is the same share of the row's value,
/// at the row's own price. Rows that do not tell it leave a bound, never a guess.
package struct ValueFigures: Sendable, Hashable {
    package let currency: String
    /// The sum of all rows' values, bound by bound.
    package private(set) var gross = Quantity.exact(.zero)
    /// What came back, as far as it is told.
    package private(set) var back = Quantity.exact(.zero)
    package private(set) var frozen = Quantity.exact(.zero)
    package private(set) var atLarge = Quantity.exact(.zero)
    /// Whether each row tells what came back, and how much is at large.
    package private(set) var tellsAllBack = true
    package private(set) var tellsAllAtLarge = true
    /// Rows that went in, and rows of the class that have no value in the currency.
    package private(set) var counted = 0
    package private(set) var leftOut = 0

    package init(currency: String) {
        self.currency = currency
    }

    /// Gross less what is told to have come back: the most that net can be where not each row tells it.
    package var net: Quantity { gross.subtracting(back) }

    package mutating func add(_ row: Loss) {
        guard let value = row.value, value.currency == currency, value.quantity.isKnown else {
            leftOut += 1
            return
        }
        counted += 1
        gross = gross + value.quantity
        func part(_ quantity: Quantity?) -> Quantity? {
            guard case .exact(let part) = quantity, case .exact(let whole) = row.quantity else {
                return quantity == .exact(.zero) ? .exact(.zero) : nil
            }
            return value.quantity.scaled(part, of: whole)
        }
        if let returned = part(row.returned ?? .exact(.zero)),
            let recovered = part(row.recovered ?? .exact(.zero))
        {
            back = back + returned + recovered
            if row.returned == nil && row.recovered == nil { tellsAllBack = false }
        } else {
            tellsAllBack = false
        }
        if let part = part(row.frozen ?? .exact(.zero)) { frozen = frozen + part }
        if row.atLarge != nil, let part = part(row.atLarge) {
            atLarge = atLarge + part
        } else {
            tellsAllAtLarge = false
        }
    }

    /// Adds what was summed up of other rows in the same currency.
    package mutating func add(_ other: ValueFigures) {
        gross = gross + other.gross
        back = back + other.back
        frozen = frozen + other.frozen
        atLarge = atLarge + other.atLarge
        tellsAllBack = tellsAllBack && other.tellsAllBack
        tellsAllAtLarge = tellsAllAtLarge && other.tellsAllAtLarge
        counted += other.counted
        leftOut += other.leftOut
    }

    /// Counts further rows of the class that have no value in the currency.
    package mutating func leaveOut(_ count: Int) { leftOut += count }
}

extension Quantity {
    /// The same share of each bound as `part` is of `whole`, to a millionth of it, in whole units.
    func scaled(_ part: Amount, of whole: Amount) -> Quantity? {
        guard let millionths = part.millionths(of: whole), let low, let high else { return nil }
        return Quantity(low: low.scaled(millionths: millionths), high: high.scaled(millionths: millionths))
    }
}

extension Amount {
    /// This amount as millionths of `whole`, rounded; nil where `whole` is nothing or less than this.
    package func millionths(of whole: Amount) -> UInt64? {
        guard !whole.isZero, self <= whole else { return nil }
        // Most parts are all of it or nothing, and division of 128 bits is slow.
        if whole.whole > 0, isZero || self == whole { return isZero ? 0 : 1_000_000 }
        // Both are brought to one scale: nine digits behind the point for amounts that leave room for them, and nine
        // fewer before it for sums that would leave none for a factor of a million.
        func scaled(_ amount: Amount) -> UInt128 {
            switch whole.whole {
            case ..<1_000_000_000_000:
                amount.whole * 1_000_000_000 + amount.fraction / 1_000_000_000_000_000_000_000
            case ..<1_000_000_000_000_000_000_000_000_000_000: amount.whole
            default: amount.whole / 1_000_000_000
            }
        }
        let divisor = scaled(whole)
        return divisor == 0 ? nil : UInt64((scaled(self) * 1_000_000 + divisor / 2) / divisor)
    }

    /// The largest that a record can tell: thirty digits.
    private static let mostOfRecord: UInt128 = 999_999_999_999_999_999_999_999_999_999

    fileprivate func scaled(millionths: UInt64) -> Amount {
        if millionths == 1_000_000 { return self }
        let rounded = (whole * UInt128(millionths) + 500_000) / 1_000_000
        return rounded <= Self.mostOfRecord ? Amount(whole: rounded, fraction: 0, fractionDigits: 0) : .zero
    }
}
