import Diagnostics

extension Fix {
    /// What `did you mean` offers: the place rewritten to the word that is near, never unasked.
    static func replacing(_ span: SourceSpan, with word: String?) -> [Fix] {
        guard let word, !span.range.isEmpty else { return [] }
        return [Fix("write \(word)", edits: [.init(span, word)], isSafe: false)]
    }
}

/// Words as a sentence lists them: `a, b and c`.
func listed(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

extension String {
    /// The text on one line, its words one space apart.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The text in quotes, cut where it is long.
    var quotedBriefly: String {
        guard unicodeScalars.count > 60 else { return "\"\(self)\"" }
        return "\"" + String(String.UnicodeScalarView(unicodeScalars.prefix(57))) + "…\""
    }
}

extension Collection<UInt8> {
    /// Whether the bytes hold a text somewhere.
    func containsText(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        var index = startIndex
        while index != endIndex {
            if self[index] == first, self[index...].starts(with: wanted) { return true }
            index = self.index(after: index)
        }
        return false
    }
}
