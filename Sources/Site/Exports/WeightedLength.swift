/// How short posts are counted: links at a fixed length, characters by weight.
enum WeightedLength {
    /// What a link counts, however long it is: X's `transformedURLLength`, and Mastodon's.
    static let link = 23

    /// X (twitter-text, configuration 3): 1 for what stands in the ranges of light characters, 2 for others and for a
    /// whole emoji, 23 for a link.
    static func x(_ text: String) -> Int {
        measure(text, takesBareHosts: true) { character in
            if let emoji = emoji(character) { return emoji }
            return character.unicodeScalars.reduce(0) { $0 + (isLight($1) ? 1 : 2) }
        }
    }

    /// Mastodon: 1 for a character as people see it, 23 for a link.
    static func mastodon(_ text: String) -> Int {
        measure(text, takesBareHosts: false) { _ in 1 }
    }

    private static func measure(_ text: String, takesBareHosts: Bool, _ weight: (Character) -> Int) -> Int {
        func plain(_ part: Substring) -> Int { part.reduce(0) { $0 + weight($1) } }
        func words(_ part: Substring) -> Int {
            guard takesBareHosts else { return plain(part) }
            // What may be made a link never counts for less than it would as one.
            return part.split(omittingEmptySubsequences: true) { $0.isWhitespace || PostLink.separates($0) }
                .filter(PostLink.isBareHost)
                .reduce(plain(part)) { length, word in
                    // `file.name.js` is a link and three characters: `name` is a real last label.
                    let behind = PostLink.behindTwoLabels(word)
                    return length + max(0, link + plain(behind) - plain(word))
                }
        }
        var length = 0
        var rest = text[...]
        while let found = PostLink.first(in: rest) {
            length += words(rest[..<found.startIndex]) + link
            rest = rest[found.endIndex...]
        }
        return length + words(rest)
    }

    private static func isLight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }

    /// 2 for a whole emoji, and what else stands on it by its weight; nil for any other character.
    private static func emoji(_ character: Character) -> Int? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, first.properties.isEmoji,
            first.properties.isEmojiPresentation || !first.isASCII || scalars.contains("\u{FE0F}")
        else { return nil }
        // An accent on an emoji is no part of it, and neither is a joiner that joins nothing.
        let others = scalars.filter { !belongsToEmoji($0) }.reduce(0) { $0 + (isLight($1) ? 1 : 2) }
        return 2 + others + (scalars.last == "\u{200D}" ? 1 : 0)
    }

    private static func belongsToEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D, 0x20E3, 0xFE0F, 0xE0020...0xE007F: true
        default: scalar.properties.isEmoji
        }
    }
}
