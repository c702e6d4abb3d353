/// An exact decimal that is never negative and never a float: up to 38 digits before the point and 30 behind it.
///
/// A record's amounts have at most 30 digits before the point, so that sums of a hundred million of them still hold.
package struct Amount: Sendable, Hashable, Comparable {
    /// The whole units.
    package let whole: UInt128
    /// The part behind the point in units of 10^-30.
    package let fraction: UInt128
    /// How many digits stood behind the point: `1.50` keeps its 2. Equality ignores it.
    package let fractionDigits: Int

    private static let one: UInt128 = 1_000_000_000_000_000_000_000_000_000_000
    package static let zero = Amount(whole: 0, fraction: 0, fractionDigits: 0)

    /// From its parts; `fraction` counts units of 10^-30.
    package init(whole: UInt128, fraction: UInt128, fractionDigits: Int) {
        self.whole = whole
        self.fraction = fraction
        self.fractionDigits = fractionDigits
    }

    /// A whole number of units.
    package init(_ whole: UInt64) {
        self.init(whole: UInt128(whole), fraction: 0, fractionDigits: 0)
    }

    /// Reads `^(0|[1-9]\d{0,29})(\.\d{1,30})?$`; nil for any other text.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(utf8: bytes[...])
    }

    /// Reads the same from UTF-8.
    package init?(utf8 bytes: ArraySlice<UInt8>) { self.init(utf8: bytes.span) }

    /// Reads the same from UTF-8 that stands elsewhere.
    package init?(utf8 bytes: Span<UInt8>) {
        // Of few digits, as most have, narrow numbers are told sooner.
        if bytes.count < 20 {
            guard let digits = Digits<UInt64>(bytes) else { return nil }
            self.init(digits)
        } else {
            guard let digits = Digits<UInt128>(bytes) else { return nil }
            self.init(digits)
        }
    }

    private init(_ digits: Digits<some FixedWidthInteger & UnsignedInteger>) {
        var fraction = UInt128(digits.fraction)
        if fraction > 0 { fraction *= Self.powers[30 - digits.fractionCount] }
        self.init(whole: UInt128(digits.whole), fraction: fraction, fractionDigits: digits.fractionCount)
    }

    /// The digits of an amount as two numbers that hold them.
    private struct Digits<Number: FixedWidthInteger & UnsignedInteger> {
        var whole: Number = 0
        var fraction: Number = 0
        var fractionCount = 0

        init?(_ bytes: Span<UInt8>) {
            var wholeCount = 0
            var leadsWithZero = false
            var isBehindPoint = false
            for place in bytes.indices {
                let byte = bytes[place]
                if byte == UInt8(ascii: "."), !isBehindPoint, wholeCount > 0 {
                    isBehindPoint = true
                    continue
                }
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                let digit = Number(truncatingIfNeeded: byte - 0x30)
                if isBehindPoint {
                    fractionCount += 1
                    guard fractionCount <= 30 else { return nil }
                    fraction = fraction * 10 + digit
                } else {
                    guard wholeCount < 30, !leadsWithZero else { return nil }
                    leadsWithZero = wholeCount == 0 && digit == 0
                    wholeCount += 1
                    whole = whole * 10 + digit
                }
            }
            guard wholeCount > 0, !isBehindPoint || fractionCount > 0 else { return nil }
        }
    }

    package var isZero: Bool { whole == 0 && fraction == 0 }

    package static func == (left: Amount, right: Amount) -> Bool {
        left.whole == right.whole && left.fraction == right.fraction
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(whole)
        hasher.combine(fraction)
    }

    package static func < (left: Amount, right: Amount) -> Bool {
        left.whole == right.whole ? left.fraction < right.fraction : left.whole < right.whole
    }

    package static func + (left: Amount, right: Amount) -> Amount {
        let fraction = left.fraction + right.fraction
        let carry: UInt128 = fraction >= one ? 1 : 0
        return Amount(
            whole: left.whole + right.whole + carry, fraction: carry == 1 ? fraction - one : fraction,
            fractionDigits: max(left.fractionDigits, right.fractionDigits))
    }

    /// What is left after taking `other` away, exact; nil where `other` is more than this.
    package func subtracting(_ other: Amount) -> Amount? {
        guard other <= self else { return nil }
        let borrow: UInt128 = fraction < other.fraction ? 1 : 0
        return Amount(
            whole: whole - other.whole - borrow,
            fraction: borrow == 1 ? fraction + Self.one - other.fraction : fraction - other.fraction,
            fractionDigits: max(fractionDigits, other.fractionDigits))
    }

    /// This amount's share of `total` between 0 and 1, for pictures only; 0 where the total is 0.
    package func share(of total: Amount) -> Double {
        total.isZero ? 0 : approximate / total.approximate
    }

    /// The nearest floating-point number, for the geometry of pictures only and never for a figure that is told.
    package var approximate: Double {
        Self.double(whole) + (fraction == 0 ? 0 : Self.double(fraction) / 1e30)
    }

    /// The nearest floating-point number to a whole one, as `Double` itself rounds it; that takes its time with 128 bits.
    static func double(_ number: UInt128) -> Double {
        guard number > UInt128(UInt64.max) else { return Double(UInt64(number)) }
        // 64 leading bits say how to round to 53, if the last of them tells that something was left behind them.
        let shift = 64 - UInt64(truncatingIfNeeded: number >> 64).leadingZeroBitCount
        var leading = UInt64(truncatingIfNeeded: number >> UInt128(shift))
        if UInt128(leading) << UInt128(shift) != number { leading |= 1 }
        return Double(leading) * Double(sign: .plus, exponent: shift, significand: 1)
    }

    /// The digits behind the point as they were written, as a number: 5 of `1.05`.
    package var writtenFraction: UInt128 {
        fraction / Self.powers[30 - min(30, fractionDigits)]
    }

    private static let powers: [UInt128] = (0...30).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    /// The digits as a record writes them: `4300000`, `0.50`.
    package var text: String { formatted(grouping: "") }

    /// The digits with `grouping` between groups of three, and as many digits behind the point as were written.
    package func formatted(grouping: String, point: String = ".") -> String {
        let digits = String(whole)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += grouping }
            text.append(digit)
        }
        guard fractionDigits > 0 else { return text }
        let behind = String(fraction)
        let padded = String(repeating: "0", count: 30 - behind.count) + behind
        return text + point + padded.prefix(fractionDigits)
    }
}

extension Amount: CustomStringConvertible {
    package var description: String { text }
}
