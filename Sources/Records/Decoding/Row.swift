import Incidents
import Syntax

/// A mapping that was held against its shape, read value by value. A value that broke its form reads as nil: it was
/// reported, and its path is a fault.
struct Row {
    private let checked: CheckedDocument
    private let shape: ObjectShape
    /// The cell of the shape's first field; nil where there is no such mapping.
    private let first: Int?

    init(_ checked: CheckedDocument, _ shape: ObjectShape, _ first: Int?) {
        self.checked = checked
        self.shape = shape
        self.first = first
    }

    private var document: YAMLDocument { checked.document }

    /// Whether some key of a mapping is none of its shape's fields: the writer's own, or a mistake.
    func hasOtherKeys(_ node: YAMLDocument.NodeID) -> Bool {
        guard let first else { return true }
        return checked.places.count(from: first, shape.fields.count) != document.pairs(node).count
    }

    private func cell(_ key: YAMLKeyName) -> Int? {
        guard let first, let field = shape.keys.position(of: key) else { return nil }
        return first + field
    }

    private func value(_ key: YAMLKeyName) -> YAMLDocument.NodeID? {
        cell(key).flatMap(checked.places.node)
    }

    func text(_ key: YAMLKeyName) -> String? {
        value(key).flatMap(document.textIfAny)
    }

    func moment(_ key: YAMLKeyName) -> Moment? {
        guard let cell = cell(key), let node = checked.places.node(at: cell) else { return nil }
        return checked.places.moment(at: cell) ?? (try? Moment(utf8: document.bytes(node)))
    }

    func word<Word: ListedWord>(_ key: YAMLKeyName) -> Word? {
        value(key).flatMap { document.position(of: $0, in: Word.list.keys) }.map { Word.list.words[$0] }
    }

    func says(_ key: YAMLKeyName, _ word: StaticString) -> Bool {
        value(key).map { document.says($0, word) } ?? false
    }

    func flag(_ key: YAMLKeyName) -> Bool? {
        switch text(key)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    func integer(_ key: YAMLKeyName) -> Int? {
        text(key).flatMap { Int($0) }
    }

    /// An amount; `.unknown` for the word `unknown`; nil where nothing is said.
    func quantity(_ key: YAMLKeyName) -> Quantity? {
        guard let cell = cell(key), let node = checked.places.node(at: cell) else { return nil }
        return amount(at: cell, node).map(Quantity.exact) ?? (document.says(node, "unknown") ? .unknown : nil)
    }

    private func amount(at cell: Int, _ node: YAMLDocument.NodeID) -> Amount? {
        checked.places.amount(at: cell) ?? Amount(utf8: document.bytes(node))
    }

    /// `amount`, or `low` with `high`.
    func quantity(_ exact: YAMLKeyName, orRange low: YAMLKeyName, _ high: YAMLKeyName) -> Quantity? {
        if let quantity = quantity(exact) { return quantity }
        guard case .exact(let low)? = quantity(low), case .exact(let high)? = quantity(high) else {
            return nil
        }
        return .range(low: low, high: high)
    }

    func texts(_ key: YAMLKeyName) -> [String] {
        guard let list = value(key) else { return [] }
        var texts: [String] = []
        for entry in document.items(list) where document.isScalar(entry) {
            texts.append(document.text(entry))
        }
        return texts
    }

    func row(_ key: YAMLKeyName) -> Row? {
        guard let first, let field = shape.keys.position(of: key), let object = shape.forms[field].object,
            let inner = checked.places.first(in: first + field)
        else { return nil }
        return Row(checked, object, inner)
    }

    /// One value for each entry of a list, so that positions in the record are positions in the file; an entry that is
    /// no mapping reads as an empty one.
    func rows<Value>(_ key: YAMLKeyName, _ make: (Row) -> Value) -> [Value] {
        guard let first, let field = shape.keys.position(of: key), let object = shape.forms[field].object,
            let list = checked.places.node(at: first + field),
            let entries = checked.places.first(in: first + field)
        else { return [] }
        return (0..<document.items(list).count).map { index in
            make(Row(checked, object, checked.places.first(in: entries + index)))
        }
    }

    func isList(_ key: YAMLKeyName) -> Bool {
        value(key).map(document.isList) ?? false
    }

    func money(_ key: YAMLKeyName) -> Money? {
        guard let row = row(key), let currency = row.text("currency"),
            let quantity = row.quantity("amount", orRange: "low", "high")
        else { return nil }
        return Money(
            currency: currency, quantity: quantity, at: row.moment("at"), source: row.text("source"),
            basis: row.word("basis"))
    }
}
