import Incidents

/// How a language writes numbers: what stands between groups of three digits and what before a fraction.
struct NumberStyle: Sendable {
    private let group: [UInt8]
    private let point: [UInt8]

    init(group: String, point: String) {
        self.group = Array(group.utf8)
        self.point = Array(point.utf8)
    }

    func text(_ number: Int) -> String {
        var bytes: [UInt8] = []
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(UInt128(number.magnitude), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
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
        // The fraction counts units of 10^-30; the digits that were not written are dropped from its end.
        var rest = amount.fraction
        for _ in amount.fractionDigits..<30 { rest /= 10 }
        let start = bytes.count
        for _ in 0..<amount.fractionDigits {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
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

    private static func appendPlain(_ number: UInt64, to bytes: inout [UInt8]) {
        if number >= 100 { bytes.append(0x30 + UInt8(number / 100)) }
        if number >= 10 { bytes.append(0x30 + UInt8(number / 10 % 10)) }
        bytes.append(0x30 + UInt8(number % 10))
    }
}
