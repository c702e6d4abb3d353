/// How much: exactly, between two bounds, or not known.
package enum Quantity: Sendable, Hashable {
    case exact(Amount)
    /// Both bounds are included. It is kept apart, since a loss has room for six quantities and most are exact.
    indirect case range(low: Amount, high: Amount)
    case unknown

    package var low: Amount? {
        switch self {
        case .exact(let amount): amount
        case .range(let low, _): low
        case .unknown: nil
        }
    }

    package var high: Amount? {
        switch self {
        case .exact(let amount): amount
        case .range(_, let high): high
        case .unknown: nil
        }
    }

    package var isKnown: Bool { if case .unknown = self { false } else { true } }

    /// The sum, bound by bound; unknown as soon as one side is.
    package static func + (left: Quantity, right: Quantity) -> Quantity {
        guard let low = left.low, let otherLow = right.low, let high = left.high, let otherHigh = right.high
        else { return .unknown }
        return Quantity(low: low + otherLow, high: high + otherHigh)
    }

    package init(low: Amount, high: Amount) {
        self = low == high ? .exact(low) : .range(low: low, high: high)
    }

    /// What is left: the lowest possible and the highest possible rest, never below zero.
    package func subtracting(_ other: Quantity) -> Quantity {
        guard let low, let high, let otherLow = other.low, let otherHigh = other.high else { return .unknown }
        return Quantity(
            low: low.subtracting(otherHigh) ?? .zero, high: high.subtracting(otherLow) ?? .zero)
    }
}
