import Syntax

/// What a language calls each word of one of the format's enumerations.
struct WordList<Word: RawRepresentable & CaseIterable & Equatable & Sendable>: Sendable
where Word.RawValue == String {
    private struct Entry: Sendable {
        let word: Word
        let text: String
        let html: [UInt8]
        let value: TemplateValue
        let badge: TemplateValue
    }

    // Few enough that comparing them one by one is quicker than computing a hash.
    private let entries: [Entry]

    /// Reads `group.word` for each word; a text that is missing is the format's own word with spaces.
    init(_ group: String, _ text: (String) -> String?) {
        self.init(begin: group + ".", text)
    }

    /// Reads the text for each word whose name begins so and ends with the word.
    init(begin: String, _ text: (String) -> String?) {
        entries = Word.allCases.map { word in
            let text =
                text(begin + word.rawValue)
                ?? String(decoding: word.rawValue.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
            let value = TemplateValue.constant(text)
            var html: [UInt8] = []
            HTMLText.append(text, to: &html)
            return Entry(
                word: word, text: text, html: html, value: value,
                badge: .object([.word: .constant(word.rawValue), .text: value]))
        }
    }

    subscript(word: Word) -> String {
        for index in entries.indices where Self.isSame(entries[index].word, word) {
            return entries[index].text
        }
        return word.rawValue
    }

    /// The word's text as HTML; nothing for a word that is none of the list.
    func html(_ word: Word) -> [UInt8] {
        for index in entries.indices where Self.isSame(entries[index].word, word) {
            return entries[index].html
        }
        return []
    }

    /// The word's text for a template.
    func value(_ word: Word) -> TemplateValue {
        for index in entries.indices where Self.isSame(entries[index].word, word) {
            return entries[index].value
        }
        return .text(word.rawValue)
    }

    /// The word for a style sheet with its text for readers; nothing for no word.
    func badge(_ word: Word?) -> TemplateValue {
        guard let word else { return .null }
        for index in entries.indices where Self.isSame(entries[index].word, word) {
            return entries[index].badge
        }
        return .null
    }

    /// As the enumeration itself compares its cases, without a look at their words.
    private static func isSame<Case: Equatable>(_ left: Case, _ right: Case) -> Bool { left == right }
}
