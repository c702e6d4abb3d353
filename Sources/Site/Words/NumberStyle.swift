import Incidents

/// How a language writes numbers: what stands between groups of three digits and what before a fraction.
final class NumberStyle: Sendable {
    private let group: [UInt8]
    private let point: [UInt8]

    init(group: String, point: String) {
        self.group = Array(group.utf8)
        self.point = Array(point.utf8)
    }

    func text(_ number: Int) -> String {
        var bytes: [UInt8] = []
        append(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(_ number: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(UInt128(number.magnitude), to: &bytes)
    }

    /// All digits of an amount, with as many behind the point as were written.
    func text(_ amount: Amount) -> String {
        var bytes: [UInt8] = []
        append(amount, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(_ amount: Amount, to bytes: inout [UInt8]) {
        append(amount.whole, to: &bytes)
        guard amount.fractionDigits > 0, !amount.isZero else { return }
        bytes += point
        Self.append(amount.writtenFraction, digits: amount.fractionDigits, to: &bytes)
    }

    private func append(_ number: UInt128, to bytes: inout [UInt8]) {
        if number < 1000 { return Self.appendPlain(UInt64(number), to: &bytes) }
        // Division of 128 bits is slow, and most amounts fit into 64.
        let (higher, last) =
            number > UInt128(UInt64.max)
            ? number.quotientAndRemainder(dividingBy: 1000)
            : {
                let (quotient, remainder) = UInt64(number).quotientAndRemainder(dividingBy: 1000)
                return (UInt128(quotient), UInt128(remainder))
            }()
        append(higher, to: &bytes)
        bytes += group
        let digits = UInt64(last)
        bytes.append(0x30 + UInt8(digits / 100))
        bytes.append(0x30 + UInt8(digits / 10 % 10))
        bytes.append(0x30 + UInt8(digits % 10))
    }

    /// Appends the last `digits` digits of a number, with zeros before them.
    private static func append(_ number: UInt128, digits: Int, to bytes: inout [UInt8]) {
        var rest = number
        // Division of 128 bits is slow, and most fractions fit into 64: 18 digits at a time do.
        if digits > 18 {
            let (higher, last) = number.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
            append(higher, digits: digits - 18, to: &bytes)
            rest = last
        }
        bytes.append(decimal: Int(rest), width: min(digits, 18))
    }

    private static func appendPlain(_ number: UInt64, to bytes: inout [UInt8]) {
        if number >= 100 { bytes.append(0x30 + UInt8(number / 100)) }
        if number >= 10 { bytes.append(0x30 + UInt8(number / 10 % 10)) }
        bytes.append(0x30 + UInt8(number % 10))
    }
}
