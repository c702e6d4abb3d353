import Incidents
import Syntax

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
        guard number > UInt128(UInt64.max) else { return append(UInt64(number), to: &bytes) }
        // Division of 128 bits is slow, and most amounts fit into 64: 18 digits at a time do.
        let (higher, last) = number.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
        append(higher, to: &bytes)
        append(groups: 6, of: UInt64(last), to: &bytes)
    }

    private func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var groups = 0
        var first = number
        while first >= 1000 {
            first /= 1000
            groups += 1
        }
        bytes.append(number: Int(first))
        append(groups: groups, of: number, to: &bytes)
    }

    /// Appends the last groups of three digits, each behind what stands between groups.
    private func append(groups: Int, of number: UInt64, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: groups * (group.count + 3)) { bytes in
            for place in (0..<groups).reversed() {
                bytes.append(group, in: group.indices)
                let digits = number / Self.thousands[place] % 1000
                bytes.append(0x30 + UInt8(digits / 100))
                bytes.append(0x30 + UInt8(digits / 10 % 10))
                bytes.append(0x30 + UInt8(digits % 10))
            }
        }
    }

    /// What a group of three digits counts, the last one first.
    private static let thousands: [UInt64] = (0..<7).map { (0..<$0).reduce(1) { power, _ in power * 1000 } }

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
}
