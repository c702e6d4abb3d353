/// Punycode (RFC 3492), one way: a host's label as people see it.
enum Punycode {
    /// The letters of a label without its `xn--`; nil where it is no Punycode.
    static func decode(_ label: some StringProtocol) -> String? {
        let bytes = Array(label.utf8)
        let split = bytes.lastIndex(of: UInt8(ascii: "-"))
        var output: [UInt32] = bytes[..<(split ?? 0)].map(UInt32.init)
        guard output.allSatisfy({ $0 < 0x80 }) else { return nil }
        var index = split.map { $0 + 1 } ?? 0
        var (code, position, bias): (UInt32, UInt32, UInt32) = (128, 0, 72)
        while index < bytes.count {
            let start = position
            var weight: UInt32 = 1
            var base: UInt32 = 36
            while true {
                guard index < bytes.count, let digit = digit(bytes[index]) else { return nil }
                index += 1
                let (product, overflows) = digit.multipliedReportingOverflow(by: weight)
                guard !overflows, position <= UInt32.max - product else { return nil }
                position += product
                let threshold = base <= bias ? 1 : min(26, base - bias)
                if digit < threshold { break }
                let (next, isTooLarge) = weight.multipliedReportingOverflow(by: 36 - threshold)
                guard !isTooLarge else { return nil }
                weight = next
                base += 36
            }
            let count = UInt32(output.count + 1)
            bias = adapted(position - start, count, isFirst: start == 0)
            guard code <= 0x10FFFF - position / count else { return nil }
            code += position / count
            position %= count
            output.insert(code, at: Int(position))
            position += 1
        }
        var text = String.UnicodeScalarView()
        for value in output {
            guard let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte | 0x20 {
        case 0x61...0x7A: UInt32(byte | 0x20) - 0x61
        case _ where byte.isDigit: UInt32(byte) - 0x30 + 26
        default: nil
        }
    }

    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps: UInt32 = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
