import Syntax

/// The forms in which pages show one word of the format.
// Outside the list, so that it is one type for all enumerations and is not made anew for each at run time.
private enum NamedWord: Int {
    /// The format's own word, for style sheets.
    case word
    /// What the language calls it.
    case text
    /// Both.
    case badge

    static var count: Int { NamedWord.badge.rawValue + 1 }

    /// A text that is missing is the format's own word with spaces.
    static func phrase(_ word: String, _ phrase: Phrase?) -> Phrase {
        phrase ?? Phrase(String(decoding: word.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self))
    }

    /// Each word in all forms.
    static func shown(_ words: [String], _ phrases: [Phrase]) -> TemplateConstants {
        var shown: [TemplateValue] = []
        shown.reserveCapacity(count * words.count)
        for (word, phrase) in zip(words, phrases) {
            let word = TemplateValue.constant(word)
            shown += [word, phrase.value, .object([.word: word, .text: phrase.value])]
        }
        return TemplateConstants(shown)
    }
}

/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: Sendable
where Word.RawValue == String {
    private let phrases: CaseTable<Word, Phrase>
    // Each word in all forms, in the order of the table.
    private let shown: TemplateConstants

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> Phrase?) {
        self.init(begin: group + ".", text)
    }

    /// Reads the text for each word whose name begins so and ends with the word.
    init(begin: String, _ text: (String) -> Phrase?) {
        phrases = CaseTable { NamedWord.phrase($0.rawValue, text(begin + $0.rawValue)) }
        shown = NamedWord.shown(Word.allCases.map(\.rawValue), phrases.entries)
    }

    subscript(word: Word) -> String {
        phrases.place(of: word).map { phrases.entries[$0].source } ?? word.rawValue
    }

    /// The format's own word for a template, as style sheets have it.
    func word(_ word: Word) -> TemplateValue { shown(word, as: .word) ?? .text(word.rawValue) }

    /// The word's text for a template.
    func value(_ word: Word) -> TemplateValue { shown(word, as: .text) ?? .text(word.rawValue) }

    /// The word for a style sheet with its text for readers; nothing for no word.
    func badge(_ word: Word?) -> TemplateValue { word.flatMap { shown($0, as: .badge) } ?? .null }

    private func shown(_ word: Word, as form: NamedWord) -> TemplateValue? {
        phrases.place(of: word).map { shown[$0 * NamedWord.count + form.rawValue] }
    }
}
