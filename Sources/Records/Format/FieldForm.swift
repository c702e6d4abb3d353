import Syntax

/// A shape made ready to be held against values, so that one look tells most of them sound.
final class FieldForm: Sendable {
    enum Kind: Sendable {
        case text(TextForm)
        case prose, moment, amount, bool
        /// What only a closer look can tell sound, words apart.
        case other
    }

    let shape: Shape
    /// What a scalar that is none of the words is held against.
    let kind: Kind
    /// The words that answer for the whole value.
    let words: YAMLKeyTable?
    /// What stands where no word does.
    let full: FieldForm?
    /// The form of a list's entries.
    let item: FieldForm?
    /// The mapping behind lists, shared names and words, if there is one.
    let object: ObjectShape?

    /// The form of a list's entries, the list being all of the value or what stands where no word does.
    var entry: FieldForm? { item ?? full?.entry }

    /// Whether a scalar is `true` or `false`.
    var isFlag: Bool { if case .bool = kind { true } else { false } }

    init(_ shape: Shape) {
        self.shape = shape
        object = shape.object
        var words: [String] = []
        var (full, item): (FieldForm?, FieldForm?) = (nil, nil)
        switch shape {
        case .text(let form): kind = .text(form)
        case .prose: kind = .prose
        case .moment(let other): (kind, words) = (.moment, other)
        case .amount(let other): (kind, words) = (.amount, other)
        case .bool: kind = .bool
        case .word(let own): (kind, words) = (.other, own)
        case .wordOrText(let own): (kind, words) = (.text(.line), own)
        case .wordOrProse(let own): (kind, words) = (.prose, own)
        case .wordOr(let own, let shape):
            (kind, words) = (.other, own)
            full = FieldForm(shape)
        case .list(let shape):
            kind = .other
            item = FieldForm(shape)
        case .integer, .object, .shared: kind = .other
        }
        self.words = words.isEmpty ? nil : YAMLKeyTable(words)
        self.full = full
        self.item = item
    }
}
