/// Prose that is one line of words without any mark: a paragraph as it stands, for which cmark need not be asked.
///
/// Most values of a record are such a line. Tests hold what is made of it against what cmark makes of it.
struct PlainLine {
    /// The words, without the line end behind them.
    let words: ArraySlice<UInt8>

    /// Nil for any text in which CommonMark or an extension could see more than words: it begins with a letter, has no
    /// blank at its end, and holds letters, digits and marks that mean nothing within a line.
    init?(_ markdown: [UInt8]) {
        var end = markdown.count
        if end > 0, markdown[end - 1] == 0x0A { end -= 1 }
        guard end > 0, markdown[0] >= 0x80 || Self.isLetter(markdown[0]), markdown[end - 1] != 0x20 else {
            return nil
        }
        let text = markdown.span
        if Self.holdsCommonMarks(text, end) { return nil }
        for index in 0..<end {
            switch text[index] {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x20, UInt8(ascii: ","), UInt8(ascii: ";"),
                UInt8(ascii: "'"),
                UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"),
                UInt8(ascii: "$"),
                UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                continue
            case UInt8(ascii: "."):
                // `www.` begins a link.
                if Self.isWWW(text, before: index) { return nil }
            case UInt8(ascii: ":"):
                // So does `https:`, but not a colon between words.
                if index + 1 < end, text[index + 1] != 0x20 { return nil }
            case 0xC2...0xEE: continue
            case 0x80...0xBF where index > 0: continue
            default: return nil
            }
        }
        guard Self.isUTF8(text, end) else { return nil }
        words = markdown[..<end]
    }

    /// Whether a text has a bracket, an asterisk, a backtick or a further line, as most have that are no such line: a no
    /// tells nothing.
    private static func holdsCommonMarks(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var place = 0
        while place + 16 <= end {
            let bytes = text.sixteen(at: place)
            let marks = (bytes .== .each(0x5B)) .| (bytes .== .each(0x2A)) .| (bytes .== .each(0x60))
            if (marks .| (bytes .< .each(0x20))).isAny { return true }
            place += 16
        }
        return false
    }

    static func isWWW(_ text: Span<UInt8>, before place: Int) -> Bool {
        guard place >= 3 else { return false }
        let w = UInt8(ascii: "w")
        return text[place - 1] == w && text[place - 2] == w && text[place - 3] == w
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether every character of two or three bytes is whole and none that cmark would replace.
    private static func isUTF8(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var index = 0
        while index < end {
            let lead = text[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let width = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 0
            guard width > 0, index + width <= end else { return false }
            for step in 1..<max(1, width) where text[index + step] & 0xC0 != 0x80 { return false }
            if lead == 0xE0, text[index + 1] < 0xA0 { return false }
            if lead == 0xED, text[index + 1] >= 0xA0 { return false }
            index += width
        }
        return true
    }
}
