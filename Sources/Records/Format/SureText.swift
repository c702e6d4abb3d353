/// Looks that tell the usual texts of a form from their bytes. Where one says no, `accepts` decides.
enum SureText: UInt8, Sendable {
    /// No text is told by its bytes.
    case none
    /// Small letters, digits and hyphens.
    case rowID
    /// Small letters and digits, with single hyphens between them.
    case slug
    /// A host over https, and behind it what every address may hold.
    case url

    /// Whether a text is surely of the form.
    func isOne(_ text: Span<UInt8>) -> Bool {
        switch self {
        case .none: false
        case .rowID: Self.isRowID(text)
        case .slug: Self.isSlug(text)
        case .url: Self.isURL(text)
        }
    }

    private static func isRowID(_ text: Span<UInt8>) -> Bool {
        for place in text.indices {
            let byte = text[place]
            guard byte.isLowerLetter || byte.isDigit || byte == UInt8(ascii: "-") else { return false }
        }
        return !text.isEmpty
    }

    private static func isSlug(_ text: Span<UInt8>) -> Bool {
        var previous = UInt8(ascii: "-")
        for place in text.indices {
            let byte = text[place]
            guard byte.isLowerLetter || byte.isDigit || (byte == 0x2D && previous != 0x2D) else {
                return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    private static let scheme: StaticString = "https://"

    private static func isURL(_ text: Span<UInt8>) -> Bool {
        guard text.count > 8, text.head(of: 0..<8) == Self.scheme.head, text[8].isLetter || text[8].isDigit
        else { return false }
        var isHost = true
        for place in 8..<text.count {
            let byte = text[place]
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
