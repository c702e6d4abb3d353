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
    /// A namespace and a reference of CAIP-2.
    case chain
    /// Letters and digits, 32 or more.
    case hash
    /// Three capital letters.
    case currency
    /// Letters, digits and the marks that a ticker or an id of CAIP-19 may hold.
    case token

    /// Whether a text is surely of the form.
    func isOne(_ text: Span<UInt8>) -> Bool {
        switch self {
        case .none: false
        case .rowID: Self.isRowID(text)
        case .slug: Self.isSlug(text)
        case .url: Self.isURL(text)
        case .chain: Self.isChain(text)
        case .hash: text.count >= 32 && Self.holdsOnly(text) { $0.isLetter || $0.isDigit }
        case .currency: text.count == 3 && Self.holdsOnly(text, \.isUpperLetter)
        case .token:
            !text.isEmpty
                && Self.holdsOnly(text) { $0.isLetter || $0.isDigit || "-._:/%$+".utf8.contains($0) }
        }
    }

    @inline(__always)
    private static func holdsOnly(_ text: Span<UInt8>, _ isAllowed: (UInt8) -> Bool) -> Bool {
        for place in text.indices where !isAllowed(text[place]) { return false }
        return true
    }

    private static func isRowID(_ text: Span<UInt8>) -> Bool {
        !text.isEmpty
            && holdsOnly(text) { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    private static func isChain(_ text: Span<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":"), from: 0), 3...8 ~= colon,
            1...32 ~= text.count - colon - 1
        else { return false }
        return holdsOnly(text.extracting(0..<colon)) { $0.isLowerLetter || $0.isDigit || $0 == 0x2D }
            && holdsOnly(text.extracting(colon + 1..<text.count)) {
                $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F
            }
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
