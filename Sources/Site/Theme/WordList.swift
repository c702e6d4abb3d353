/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Word.RawValue == String {
    private let texts: [Word: String]

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> String?) {
        var texts: [Word: String] = [:]
        for word in Word.allCases {
            texts[word] =
                text("\(group).\(word.rawValue)")
                ?? String(decoding: word.rawValue.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
        }
        self.texts = texts
    }

    subscript(word: Word) -> String {
        texts[word] ?? word.rawValue
    }
}
