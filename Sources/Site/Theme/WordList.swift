/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Equatable & Sendable>: Sendable
where Word.RawValue == String {
    private let words: [Word]
    private let texts: [String]

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> String?) {
        words = Array(Word.allCases)
        texts = Word.allCases.map { word in
            text("\(group).\(word.rawValue)")
                ?? String(decoding: word.rawValue.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
        }
    }

    subscript(word: Word) -> String {
        for index in words.indices where words[index] == word { return texts[index] }
        return word.rawValue
    }
}
