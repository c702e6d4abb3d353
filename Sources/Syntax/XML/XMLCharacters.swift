/// The characters that XML 1.0 lets into a document (production `Char`), and what is written instead of the others.
enum XMLCharacters {
    /// U+FFFD in UTF-8, which stands for every character that XML forbids.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Whether a scalar may stand in a document, as itself or as a character reference.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD: true
        case 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// The text with each forbidden character replaced by U+FFFD.
    static func cleaned(_ text: String) -> String {
        guard mayHoldForbidden(text) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }

    /// False where no byte of the text could belong to a forbidden character: C0 controls, U+FFFE and U+FFFF.
    private static func mayHoldForbidden(_ text: String) -> Bool {
        for byte in text.utf8 where byte < 0x20 || byte == 0xEF {
            if byte != 0x09 && byte != 0x0A && byte != 0x0D { return true }
        }
        return false
    }
}
