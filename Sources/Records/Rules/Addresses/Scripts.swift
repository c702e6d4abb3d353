/// What a letter looks like to a reader: enough of Unicode's scripts to tell a disguise from a language.
enum Script {
    case latin, greek, cyrillic, armenian, other
    /// Digits, hyphens and marks that every script shares.
    case common
    /// Takes no room at all: zero-width spaces, joiners, soft hyphens, variation selectors, tags.
    case invisible
    /// Full-width, mathematical and enclosed letters: ASCII in costume.
    case costume

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        case 0x530...0x58F: self = .armenian
        case 0xAD, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE01EF:
            self = .invisible
        case 0xFF01...0xFF5E, 0x1D400...0x1D7FF, 0x2460...0x24FF, 0x2100...0x214F: self = .costume
        case 0...0x7F: self = .common
        default: self = .other
        }
    }

    /// Letters of other scripts that are drawn as Latin ones are, with those.
    static let doubles: [Unicode.Scalar: Character] = [
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
        "һ": "h",
        "ӏ": "l", "ԁ": "d", "ԛ": "q", "ԝ": "w", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "А": "A",
        "В": "B",
        "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X",
        "І": "I",
        "Ј": "J", "Ѕ": "S", "α": "a", "ο": "o", "ν": "v", "ρ": "p", "υ": "u", "ι": "i", "κ": "k", "τ": "t",
        "χ": "x",
        "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
        "Ρ": "P",
        "Τ": "T", "Υ": "Y", "Χ": "X", "օ": "o", "ս": "u", "ո": "n", "հ": "h",
    ]

    /// A text as people read it, letters in disguise as what they are taken for.
    static func asRead(_ text: String) -> String {
        String(
            text.unicodeScalars.compactMap { scalar -> Character? in
                if let double = doubles[scalar] { return double }
                if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
                {
                    return Character(ascii)
                }
                return Script(scalar) == .invisible ? nil : Character(scalar)
            })
    }
}
