/// How many terminal columns a text takes, by the rules that terminals share.
package enum DisplayWidth {
    /// The columns of a whole text, which must be visible already.
    package static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// An emoji sequence takes two columns whatever it is made of; else the scalars add up, combining ones to nothing.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.isASCII, scalars.count == 1 { return 1 }
        if isEmoji(first, followedBy: scalars.dropFirst()) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    private static func isEmoji(
        _ first: Unicode.Scalar, followedBy rest: Substring.UnicodeScalarView
    ) -> Bool {
        if (0x1F1E6...0x1F1FF).contains(first.value) { return !rest.isEmpty }
        if first.properties.isEmojiPresentation { return true }
        return first.properties.isEmoji && rest.contains { $0.value == 0xFE0F }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // The middle and final letters of a Hangul syllable stand inside the block of its first one.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return WideCharacters.contains(scalar) ? 2 : 1
    }
}
