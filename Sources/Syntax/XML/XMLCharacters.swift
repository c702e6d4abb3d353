/// The characters that XML 1.0 lets into a document (production `Char`); U+FFFD is written instead of the others.
enum XMLCharacters {
    /// Whether a scalar may stand in a document, as itself or as a character reference.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD: true
        case 0x1_0000...0x10_FFFF: true
        default: false
        }
    }
}
