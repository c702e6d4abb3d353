/// Looks that tell the usual texts of a form from their bytes. Where one says no, `accepts` decides.
enum SureText {
    /// Small letters, digits and hyphens.
    static let isRowID: @Sendable (ArraySlice<UInt8>) -> Bool = { bytes in
        !bytes.isEmpty && bytes.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    /// Small letters and digits, with single hyphens between them.
    static let isSlug: @Sendable (ArraySlice<UInt8>) -> Bool = { bytes in
        var previous = UInt8(ascii: "-")
        for byte in bytes {
            guard byte.isLowerLetter || byte.isDigit || (byte == 0x2D && previous != 0x2D) else {
                return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    /// A host over https, and behind it what every address may hold.
    static let isURL: @Sendable (ArraySlice<UInt8>) -> Bool = { bytes in
        guard bytes.starts(with: "https://".utf8) else { return false }
        let rest = bytes.dropFirst(8)
        guard let first = rest.first, first.isLetter || first.isDigit else { return false }
        var isHost = true
        for byte in rest {
            if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                continue
            }
            if byte == UInt8(ascii: "/") {
                isHost = false
            } else if isHost || !"_~%?=&#+:".utf8.contains(byte) {
                return false
            }
        }
        return true
    }
}
