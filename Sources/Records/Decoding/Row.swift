import Incidents
import Syntax

/// A mapping that was held against its shape, read value by value. A value that broke its form reads as nil: it was
/// reported, and its path is a fault.
struct Row {
    let document: YAMLDocument
    let node: YAMLDocument.NodeID?
    private let keys: YAMLKeyMask

    init(document: YAMLDocument, node: YAMLDocument.NodeID?) {
        self.document = document
        self.node = node
        keys = node.map(document.keyMask) ?? YAMLKeyMask()
    }

    private func value(_ key: YAMLKey) -> YAMLDocument.NodeID? {
        guard let node, keys.mayHold(key) else { return nil }
        return document.value(node, of: key)
    }

    private func scalar(_ key: YAMLKey) -> YAMLDocument.NodeID? {
        guard let value = value(key), document.isScalar(value), !document.isNull(value) else {
            return nil
        }
        return value
    }

    func text(_ key: YAMLKey) -> String? {
        scalar(key).map(document.text)
    }

    func moment(_ key: YAMLKey) -> Moment? {
        scalar(key).flatMap { try? Moment(utf8: document.bytes($0)) }
    }

    func word<Word: RawRepresentable & CaseIterable>(_ key: YAMLKey) -> Word? where Word.RawValue == String {
        guard let node = scalar(key) else { return nil }
        return Word.allCases.first { document.scalarEquals(node, $0.rawValue) }
    }

    func says(_ key: YAMLKey, _ word: String) -> Bool {
        scalar(key).map { document.scalarEquals($0, word) } ?? false
    }

    func flag(_ key: YAMLKey) -> Bool? {
        switch text(key)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    func integer(_ key: YAMLKey) -> Int? {
        text(key).flatMap { Int($0) }
    }

    /// An amount; `.unknown` for the word `unknown`; nil where nothing is said.
    func quantity(_ key: YAMLKey) -> Quantity? {
        guard let node = scalar(key) else { return nil }
        return Amount(utf8: document.bytes(node)).map(Quantity.exact)
            ?? (document.scalarEquals(node, "unknown") ? .unknown : nil)
    }

    /// `amount`, or `low` with `high`.
    func quantity(_ exact: YAMLKey, orRange low: YAMLKey, _ high: YAMLKey) -> Quantity? {
        if let quantity = quantity(exact) { return quantity }
        guard let low = scalar(low).flatMap({ Amount(utf8: document.bytes($0)) }),
            let high = scalar(high).flatMap({ Amount(utf8: document.bytes($0)) })
        else { return nil }
        return .range(low: low, high: high)
    }

    func texts(_ key: YAMLKey) -> [String] {
        guard let list = value(key) else { return [] }
        return document.items(list).filter(document.isScalar).map(document.text)
    }

    func row(_ key: YAMLKey) -> Row? {
        guard let value = value(key), document[value].kind == .mapping else {
            return nil
        }
        return Row(document: document, node: value)
    }

    /// One value for each entry of a list, so that positions in the record are positions in the file; an entry that is
    /// no mapping reads as an empty one.
    func rows<Value>(_ key: YAMLKey, _ make: (Row) -> Value) -> [Value] {
        guard let list = value(key) else { return [] }
        return document.items(list).map {
            make(Row(document: document, node: document[$0].kind == .mapping ? $0 : nil))
        }
    }

    func isList(_ key: YAMLKey) -> Bool {
        guard let value = value(key) else { return false }
        return document[value].kind == .sequence
    }

    func money(_ key: YAMLKey) -> Money? {
        guard let row = row(key), let currency = row.text("currency"),
            let quantity = row.quantity("amount", orRange: "low", "high")
        else { return nil }
        return Money(
            currency: currency, quantity: quantity, at: row.moment("at"), source: row.text("source"),
            basis: row.word("basis"))
    }

    /// The writer's own `x-` keys, as written.
    var extensions: [(key: String, value: ExtensionValue)] {
        guard let node else { return [] }
        return document.pairs(node).compactMap { key, value in
            let name = document.text(key)
            return name.hasPrefix("x-") ? (name, extensionValue(value)) : nil
        }
    }

    private func extensionValue(_ node: YAMLDocument.NodeID) -> ExtensionValue {
        switch document[node].kind {
        case .scalar: .text(document.text(node))
        case .sequence: .list(document.items(node).map(extensionValue))
        case .mapping:
            .map(
                document.pairs(node).map {
                    ExtensionPair(key: document.text($0.key), value: extensionValue($0.value))
                })
        }
    }
}
