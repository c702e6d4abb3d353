import Syntax

/// What of a form most values are told sound by, in a few bytes, so that a mapping's forms are looked at in a row and none
/// is held.
struct QuickForm: Sendable {
    enum Kind: UInt8, Sendable {
        case line, patterned, prose, moment, amount, bool
        /// What only a closer look can tell sound, words apart.
        case other
    }

    let kind: Kind
    /// By which a patterned text may be told.
    let sure: SureText
    /// In Unicode scalars, of a line or a patterned text.
    let maxLength: Int32
    /// The group of a table in which the words stand that answer for the whole value; -1 where there are none.
    var words: Int32
}

/// A shape made ready to be held against values, so that one look tells most of them sound.
final class FieldForm: Sendable {
    let shape: Shape
    /// What a scalar is held against first, its words being the first group of `table`.
    let quick: QuickForm
    /// The words that answer for the whole value.
    let words: [String]
    /// The same, to be found by their bytes.
    let table: YAMLKeyTable?
    /// The form of a text.
    let text: TextForm?
    /// What stands where no word does.
    let full: FieldForm?
    /// The form of a list's entries.
    let item: FieldForm?
    /// The mapping behind lists, shared names and words, if there is one.
    let object: ObjectShape?
    /// The mapping that the value itself may be.
    let mapping: ObjectShape?

    /// The form of a list's entries, the list being all of the value or what stands where no word does.
    var entry: FieldForm? { item ?? full?.entry }

    /// Whether a scalar is `true` or `false`.
    var isFlag: Bool { quick.kind == .bool }

    init(_ shape: Shape) {
        self.shape = shape
        object = shape.object
        var (text, words): (TextForm?, [String]) = (nil, [])
        var (full, item): (FieldForm?, FieldForm?) = (nil, nil)
        let kind: QuickForm.Kind
        switch shape {
        case .text(let form): (kind, text) = (form.isAnyLine ? .line : .patterned, form)
        case .prose: kind = .prose
        case .moment(let other): (kind, words) = (.moment, other)
        case .amount(let other): (kind, words) = (.amount, other)
        case .bool: kind = .bool
        case .word(let own): (kind, words) = (.other, own)
        case .wordOrText(let own): (kind, text, words) = (.line, .line, own)
        case .wordOrProse(let own): (kind, words) = (.prose, own)
        case .wordOr(let own, let shape):
            (kind, words) = (.other, own)
            full = FieldForm(shape)
        case .list(let shape):
            kind = .other
            item = FieldForm(shape)
        case .integer, .object, .shared: kind = .other
        }
        quick = QuickForm(
            kind: kind, sure: text?.sure ?? .none, maxLength: Int32(text?.maxLength ?? 0),
            words: words.isEmpty ? -1 : 0)
        table = words.isEmpty ? nil : YAMLKeyTable(words)
        mapping =
            switch shape {
            case .object(let object), .shared(_, let object): object
            default: full?.mapping
            }
        (self.text, self.words, self.full, self.item) = (text, words, full, item)
    }
}
