import Syntax

/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: Sendable
where Word.RawValue == String {
    private struct Entry: Sendable {
        let text: String
        let html: [UInt8]
        let value: TemplateValue
        let badge: TemplateValue
    }

    private let table: CaseTable<Word, Entry>

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> String?) {
        self.init(begin: group + ".", text)
    }

    /// Reads the text for each word whose name begins so and ends with the word.
    init(begin: String, _ text: (String) -> String?) {
        table = CaseTable { word in
            let text =
                text(begin + word.rawValue)
                ?? String(decoding: word.rawValue.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
            let value = TemplateValue.constant(text)
            var html: [UInt8] = []
            HTMLText.append(text, to: &html)
            return Entry(
                text: text, html: html, value: value,
                badge: .object([.word: .constant(word.rawValue), .text: value]))
        }
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
