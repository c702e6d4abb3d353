import Incidents
import Syntax

/// A mapping that was held against its shape, read value by value. A value that broke its form reads as nil: it was
/// reported, and its path is a fault.
struct Row {
    private let checked: CheckedDocument
    private let shape: ObjectShape
    /// The cell of the shape's first field; nil where there is no such mapping.
    private var first: Int?

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
        guard let cell = cell(key) else { return nil }
        return checked.places.node(at: cell)
    }

    func text(_ key: YAMLKeyName) -> String? {
        guard let value = value(key) else { return nil }
        return document.textIfAny(value)
    }

    func moment(_ key: YAMLKeyName) -> Moment? {
        guard let cell = cell(key), let node = checked.places.node(at: cell) else { return nil }
        return checked.places.moment(at: cell) ?? (try? Moment(utf8: document.bytes(node)))
    }

    func word<Word: ListedWord>(_ key: YAMLKeyName) -> Word? {
        guard let value = value(key), let place = document.position(of: value, in: Word.list.keys) else {
            return nil
        }
        return Word.list.words[place]
    }

    func says(_ key: YAMLKeyName, _ word: StaticString) -> Bool {
        guard let value = value(key) else { return false }
        return document.says(value, word)
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
        let items = document.items(list)
        var texts: [String] = []
        texts.reserveCapacity(items.count)
        for place in 0..<items.count where document.isScalar(items[place]) {
            texts.append(document.text(items[place]))
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
        let count = document.items(list).count
        var values: [Value] = []
        values.reserveCapacity(count)
        // One row for all of them: each of its own would hold the document anew.
        var row = Row(checked, object, nil)
        for index in 0..<count {
            row.first = checked.places.first(in: entries + index)
            values.append(make(row))
        }
        return values
    }

    func isList(_ key: YAMLKeyName) -> Bool {
        guard let value = value(key) else { return false }
        return document.isList(value)
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
