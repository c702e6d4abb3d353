/// How short posts are counted: links at a fixed length, characters by weight.
enum WeightedLength {
    /// What a link counts, however long it is: X's `transformedURLLength`, and Mastodon's.
    static let link = 23

    /// X (twitter-text, configuration 3): 1 for what stands in the ranges of light characters, 2 for others and for a
    /// whole emoji, 23 for a link.
    static func x(_ text: String) -> Int {
        measure(text, takesBareHosts: true) { character in
            if isEmoji(character) { return 2 }
            return character.unicodeScalars.reduce(0) { $0 + (isLight($1) ? 1 : 2) }
        }
    }

    /// Mastodon: 1 for a character as people see it, 23 for a link.
    static func mastodon(_ text: String) -> Int {
        measure(text, takesBareHosts: false) { _ in 1 }
    }

    private static func measure(_ text: String, takesBareHosts: Bool, _ weight: (Character) -> Int) -> Int {
        var length = 0
        func plain(_ part: Substring) -> Int { part.reduce(0) { $0 + weight($1) } }
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { !$0.isWhitespace }
            if word.isEmpty {
                length += plain(rest.prefix(1))
                rest = rest.dropFirst()
                continue
            }
            rest = rest[word.endIndex...]
            if let start = linkStart(in: word) {
                let address = word[start...].dropTrailing { ".,;:!?)]}'\"”’…".contains($0) }
                length += plain(word[..<start]) + link + plain(word[address.endIndex...])
            } else if takesBareHosts, let host = bareHost(in: word) {
                // It may be made a link, and never counts for less than it would as one.
                length +=
                    plain(word[..<host.startIndex]) + max(link, plain(host)) + plain(word[host.endIndex...])
            } else {
                length += plain(word)
            }
        }
        return length
    }

    private static func linkStart(in word: Substring) -> Substring.Index? {
        var index = word.startIndex
        while index < word.endIndex {
            let rest = word[index...]
            if rest.hasPrefix("https://") || rest.hasPrefix("http://") { return index }
            index = word.index(after: index)
        }
        return nil
    }

    /// What in a word looks like a host, such as `example.org` or `example.org/status`.
    private static func bareHost(in word: Substring) -> Substring? {
        let address = word.drop { !$0.isLetter && !$0.isNumber }.dropTrailing {
            !$0.isLetter && !$0.isNumber && $0 != "/"
        }
        let labels = address.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
            .split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.utf8.count >= 2, last.allSatisfy(\.isLetter)
        else {
            return nil
        }
        let isHost = labels.allSatisfy {
            !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
        return isHost ? address : nil
    }

    private static func isLight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }

    private static func isEmoji(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, first.properties.isEmoji else { return false }
        return first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}")
    }
}

extension Substring {
    fileprivate func dropTrailing(while isDropped: (Character) -> Bool) -> Substring {
        var part = self
        while let last = part.last, isDropped(last) { part.removeLast() }
        return part
    }
}
