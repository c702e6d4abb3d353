/// Text made safe and honest to show: what a terminal would obey or hide is spelled out.
///
/// Control characters, bidirectional overrides, invisible characters and line separators become `<U+202E>`; all else stays
/// as it is. A record is a stranger's text, and a diagnostic that prints it must not move the cursor or reverse the line.
package enum VisibleText {
    /// A text for one line: nothing in it breaks the line or steers the terminal.
    package static func of(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
        var shown = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if isHidden(scalar, after: previous) {
                shown += spelled(scalar)
            } else {
                shown.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return shown
    }

    /// `<U+202E>`: the scalar's number in at least four digits.
    static func spelled(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// Whether a scalar would be obeyed or vanish on a terminal; joiners count where nothing before needs them.
    static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        case 0x200C, 0x200D: previous.map { $0.isASCII } ?? true
        default: false
        }
    }
}

extension VisibleText {
    /// A visible text in lines of at most `width` columns, broken at spaces; a longer word stands alone in its line.
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        let bytes = Array(text.utf8)
        return isPlain(bytes) ? wrapped(plain: bytes, to: width) : wrapped(byCharacter: text, to: width)
    }

    /// Whether a text is of letters and marks that take one column each and join no other: ASCII, U+00A1 to U+017F
    /// without the soft hyphen, and the dashes, quotation marks and ellipses from U+2010 to U+2027.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            switch (bytes[index], next) {
            case (0x20...0x7E, _): index += 1
            case (0xC2, 0xA1...0xAC), (0xC2, 0xAE...), (0xC3...0xC5, _): index += 2
            case (0xE2, 0x80) where (0x90...0xA7).contains(third): index += 3
            default: return false
            }
        }
        return true
    }

    /// The same for letters and marks that take one column each.
    private static func wrapped(plain bytes: [UInt8], to width: Int) -> [String] {
        var lines: [String] = []
        var start = 0
        var end = 0
        var index = 0
        // Bytes that go on with a letter take no column: all so far, and those before the line.
        var continued = 0
        var before = 0
        while true {
            let word = (start: index, continued: continued)
            while index < bytes.count, bytes[index] != 0x20 {
                if bytes[index] & 0xC0 == 0x80 { continued += 1 }
                index += 1
            }
            if end > start, index - start - (continued - before) > width {
                lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
                (start, before) = word
            } else if end == start {
                // Blanks before a line's first word are left out.
                (start, before) = word
            }
            end = index
            guard index < bytes.count else { break }
            index += 1
        }
        return lines + [String(decoding: bytes[start..<end], as: UTF8.self)]
    }

    static func wrapped(byCharacter text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in of(text).split(separator: " ", omittingEmptySubsequences: false) {
            let columns = DisplayWidth.of(word)
            if line.isEmpty {
                line = String(word)
                used = columns
            } else if used + 1 + columns > width {
                lines.append(line)
                line = String(word)
                used = columns
            } else {
                line += " " + word
                used += 1 + columns
            }
        }
        return lines + [line]
    }

    /// A visible text cut to a width, with an ellipsis where something was cut; tabs stand as blanks.
    static func clipped(_ text: String, to width: Int) -> String {
        let visible = text.split(separator: "\t", omittingEmptySubsequences: false)
            .map { of($0) }.joined(separator: String(repeating: " ", count: DisplayLine.tabStop))
        if DisplayWidth.of(visible) <= width { return visible }
        var shown = ""
        var used = 0
        for character in visible {
            used += DisplayWidth.of(character)
            if used > width - 1 { break }
            shown.append(character)
        }
        return shown + "…"
    }
}
