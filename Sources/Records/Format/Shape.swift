import Syntax

/// What a field may hold. The one declaration that the decoder, the JSON Schema and the reference page read, so that
/// they cannot disagree.
package indirect enum Shape: Sendable {
    /// One line of plain text in a form.
    case text(TextForm)
    /// Markdown; at least one character that can be seen.
    case prose
    /// A moment, or one of some words such as `unknown`.
    case moment(or: [String])
    /// An exact decimal, or one of some words such as `unknown`.
    case amount(or: [String])
    /// A whole number within bounds, both included.
    case integer(ClosedRange<Int>)
    /// `true` or `false` without quotes.
    case bool
    /// One of the words of a vocabulary.
    case word([String])
    /// One of the words, or the writer's own line of text.
    case wordOrText([String])
    /// One of the words, or prose.
    case wordOrProse([String])
    case list(of: Shape)
    case object(ObjectShape)
    /// One word that answers for the whole field, or the field in full: `none`, `unknown` or a list.
    case wordOr([String], Shape)
    /// A whole object that several fields share, named so that schema and reference page tell it once.
    case shared(String, ObjectShape)

    package static let moment = Shape.moment(or: [])
    package static let amount = Shape.amount(or: [])

    package static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> Shape
    where Word.RawValue == String {
        .word(Word.allCases.map(\.rawValue))
    }

    package static func rows(_ name: String, _ fields: [Field], choices: [Choice] = []) -> Shape {
        .list(of: .object(ObjectShape(name, fields, choices: choices)))
    }

    /// The object behind lists, shared names and words, if there is one.
    package var object: ObjectShape? {
        switch self {
        case .object(let object), .shared(_, let object): object
        case .list(let item): item.object
        case .wordOr(_, let shape): shape.object
        default: nil
        }
    }
}

/// One key of a mapping: what it is called, what it may hold and what it is for.
package struct Field: Sendable {
    package let name: String
    package let shape: Shape
    package let isRequired: Bool
    /// One or two sentences for editors and the reference page: meaning, units, default.
    package let meaning: String
    /// What the field's value looks like, as YAML.
    package let example: String?

    package init(
        _ name: String, _ shape: Shape, needed isRequired: Bool = false, _ meaning: String,
        example: String? = nil
    ) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.meaning = meaning
        self.example = example
    }
}

/// Keys of which a mapping has one or the other: `amount`, or `low` and `high`.
package struct Choice: Sendable {
    /// Each alternative's keys, all of which it needs.
    package let alternatives: [[String]]
    package let isRequired: Bool

    package init(_ alternatives: [[String]], needed isRequired: Bool = false) {
        self.alternatives = alternatives
        self.isRequired = isRequired
    }

    package var keys: [String] { alternatives.flatMap { $0 } }
}

/// A mapping: its keys, and which of them exclude or need each other. Keys that start with `x-` are always allowed.
package final class ObjectShape: Sendable {
    /// What a message calls it: `loss`, `update`, `record`.
    package let name: String
    package let fields: [Field]
    package let choices: [Choice]
    /// A key that is needed unless another one holds a certain word: `token`, unless `amount` is `unknown`.
    package let unless: (key: String, other: String, word: String)?
    private let indexes: [String: Int]
    /// The fields' shapes, ready to be held against values.
    let forms: [FieldForm]
    /// What of them is held against values first, with their words among the groups of `keys`.
    let quickForms: [QuickForm]
    /// The fields' names for lookup by the bytes of a document, and behind this group the words of fields.
    let keys: YAMLKeyTable
    let canonicalKeys: CanonicalKeys
    private let required: FieldSet
    private let quickChoices: [QuickChoice]

    package init(
        _ name: String, _ fields: [Field], choices: [Choice] = [],
        unless: (key: String, other: String, word: String)? = nil
    ) {
        self.name = name
        self.fields = fields
        self.choices = choices
        self.unless = unless
        indexes = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        forms = fields.map { FieldForm($0.shape) }
        var groups = [fields.map(\.name)]
        quickForms = forms.map { form in
            var quick = form.quick
            if !form.words.isEmpty {
                quick.words = Int32(groups.count)
                groups.append(form.words)
            }
            return quick
        }
        keys = YAMLKeyTable(groups: groups)
        canonicalKeys = CanonicalKeys(fields, forms)
        let indexes = indexes
        required = FieldSet(fields.indices.filter { fields[$0].isRequired })
        quickChoices = choices.map { choice in
            QuickChoice(
                keys: FieldSet(choice.keys.compactMap { indexes[$0] }),
                alternatives: choice.alternatives.map { FieldSet($0.compactMap { indexes[$0] }) },
                isRequired: choice.isRequired)
        }
    }

    private struct QuickChoice {
        let keys: FieldSet
        let alternatives: [FieldSet]
        let isRequired: Bool
    }

    /// Whether fields are all that a mapping needs, with one of each choice; false also where only a look at other
    /// values can tell.
    func isComplete(_ present: FieldSet) -> Bool {
        guard present.isSuperset(of: required) else { return false }
        if let unless, indexes[unless.key].map(present.contains) != true { return false }
        return quickChoices.allSatisfy { choice in
            let given = present.intersection(choice.keys)
            return given.isEmpty ? !choice.isRequired : choice.alternatives.contains(given)
        }
    }

    /// What messages call one of these objects: `an incident`, `a loss`, `lessons`.
    var nameWithArticle: String {
        let isUncounted = name == "advice" || (name.hasSuffix("s") && !name.hasSuffix("ss"))
        if isUncounted { return name }
        return (name.first.map { "aeio".contains($0) } ?? false ? "an " : "a ") + name
    }

    package func field(_ name: String) -> Field? {
        indexes[name].map { fields[$0] }
    }

    package func index(of name: String) -> Int? { indexes[name] }

    /// Whether nothing is needed in it, so that only a rule of its own can refuse `{}`.
    package var tellsNothingWhenEmpty: Bool {
        !fields.contains(where: \.isRequired) && !choices.contains(where: \.isRequired) && unless == nil
    }
}
