/// What other tools make of unquoted YAML.
enum PlainScalar {
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
}
