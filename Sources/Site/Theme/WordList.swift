import Syntax

/// What a language calls one word of the format, in the forms in which pages show it.
// Outside the list, so that it is one type for all enumerations and is not made anew for each at run time.
private struct NamedWord: Sendable {
    let text: String
    let html: [UInt8]
    let value: TemplateValue
    let badge: TemplateValue

    /// A text that is missing is the format's own word with spaces.
    init(_ word: String, _ phrase: Phrase?) {
        let phrase =
            phrase ?? Phrase(String(decoding: word.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self))
        text = phrase.source
        value = phrase.value
        var html: [UInt8] = []
        HTMLText.append(text, to: &html)
        self.html = html
        badge = .object([.word: .constant(word), .text: value])
    }
}

/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: Sendable
where Word.RawValue == String {
    private let table: CaseTable<Word, NamedWord>

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> Phrase?) {
        self.init(begin: group + ".", text)
    }

    /// Reads the text for each word whose name begins so and ends with the word.
    init(begin: String, _ text: (String) -> Phrase?) {
        table = CaseTable { NamedWord($0.rawValue, text(begin + $0.rawValue)) }
    }

    subscript(word: Word) -> String {
        table.place(of: word).map { table.entries[$0].text } ?? word.rawValue
    }

    /// The word's text as HTML; nothing for a word that is none of the list.
    func html(_ word: Word) -> [UInt8] {
        table.place(of: word).map { table.entries[$0].html } ?? []
    }

    /// The word's text for a template.
    func value(_ word: Word) -> TemplateValue {
        table.place(of: word).map { table.entries[$0].value } ?? .text(word.rawValue)
    }

    /// The word for a style sheet with its text for readers; nothing for no word.
    func badge(_ word: Word?) -> TemplateValue {
        word.flatMap(table.place).map { table.entries[$0].badge } ?? .null
    }
}
