/// What other tools make of unquoted YAML.
enum PlainScalar {
    /// Whether a text begins as all numbers do.
    static func mayBeNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first.isDigit || "+-.".utf8.contains(first)
    }

    /// Whether a YAML 1.1 or 1.2 resolver would make a number of a plain scalar: decimal, hexadecimal, octal, with an
    /// exponent, with underscores, or base 60.
    static func readsAsNumber(_ text: String) -> Bool {
        var bytes = Array(text.utf8)
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            bytes.removeFirst()
        }
        guard let first = bytes.first, first.isDigit || first == UInt8(ascii: ".") else { return false }
        if bytes.starts(with: Array("0x".utf8)) {
            return bytes.dropFirst(2).allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: "_") }
        }
        if bytes.starts(with: Array("0o".utf8)) { return bytes.dropFirst(2).allSatisfy(\.isDigit) }
        var sawExponent = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case _ where byte.isDigit, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): continue
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard !sawExponent, index + 1 < bytes.count else { return false }
                sawExponent = true
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard sawExponent else { return false }
            default: return false
            }
        }
        return true
    }

    /// Whether a YAML 1.2 resolver would make a number of a plain scalar that is too large to keep its digits: one of
    /// more than fifteen before the point. Addresses in hexadecimal are such numbers.
    static func losesDigits(_ text: String) -> Bool {
        // The shortest such numbers: `1e15`, `0x38d7ea4c68000`, `1000000000000000`.
        guard text.utf8.count >= 4, let number = coreNumber(text) else { return false }
        return number.magnitude > 999_999_999_999_999
    }

    /// The number that the core schema of YAML 1.2 (section 10.3.2) makes of a plain scalar; nil for `.inf` and `.nan`,
    /// which no other notation has.
    static func coreNumber(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        if bytes.starts(with: "0x".utf8), bytes.count > 2, bytes[2...].allSatisfy(\.isHexDigit) {
            return bytes[2...].reduce(0) { $0 * 16 + Double($1.isDigit ? $1 - 0x30 : ($1 | 0x20) - 0x57) }
        }
        if bytes.starts(with: "0o".utf8), bytes.count > 2,
            bytes[2...].allSatisfy({ (0x30...0x37).contains($0) })
        {
            return bytes[2...].reduce(0) { $0 * 8 + Double($1 - 0x30) }
        }
        var index = 0
        func digits() -> Int {
            let start = index
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            return index - start
        }
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { index = 1 }
        let whole = digits()
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 || whole > 0 else { return nil }
        } else if whole == 0 {
            return nil
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                index += 1
            }
            guard digits() > 0 else { return nil }
        }
        guard index == bytes.count else { return nil }
        return Double(text)
    }
}
