import Syntax

/// The writing of one document's canonical JSON, by the places of its fields: no key is looked for, and a mapping's fields
/// come in the order that its shape knows.
struct CanonicalWriting: ~Copyable {
    private let document: YAMLDocument
    private let places: FieldPlaces
    private var output: JSONOutput

    init(document: YAMLDocument, places: FieldPlaces) {
        self.document = document
        self.places = places
        output = JSONOutput(room: document.file.bytes.count + document.file.bytes.count / 4)
    }

    /// The JSON of the outermost mapping.
    mutating func bytes(of root: YAMLDocument.NodeID, as object: ObjectShape) -> [UInt8] {
        writeMapping(root, object, places.first(in: FieldPlaces.outermost))
        return output.bytes
    }

    /// Writes a value, whatever stands there. `cell` is its place; nil where it has none.
    private mutating func write(_ node: YAMLDocument.NodeID, _ form: FieldForm?, _ cell: Int?) {
        if document.isScalar(node) {
            if let form, form.isFlag {
                writeFlag(node)
            } else {
                document.write(node, to: &output)
            }
        } else if document.isList(node) {
            writeList(node, form?.entry, cell)
        } else {
            writeMapping(node, form?.object, first(in: cell))
        }
    }

    private mutating func writeFlag(_ node: YAMLDocument.NodeID) {
        output.append(literal: document.text(node).lowercased() == "true" ? "true" : "false")
    }

    private mutating func writeList(_ node: YAMLDocument.NodeID, _ entry: FieldForm?, _ cell: Int?) {
        let children = document.children(of: node)
        let object = entry?.object
        let first = object == nil ? nil : first(in: cell)
        output.append(0x5B)
        for place in 0..<children.count {
            if place > 0 { output.append(0x2C) }
            let item = document.child(children.lowerBound + place)
            if let object, let first, document.isMapping(item) {
                writeMapping(item, object, places.first(in: first + place))
            } else {
                write(item, entry, first.map { $0 + place })
            }
        }
        output.append(0x5D)
    }

    private func first(in cell: Int?) -> Int? {
        guard let cell else { return nil }
        return places.first(in: cell)
    }

    /// `first` is the place of the shape's first field.
    private mutating func writeMapping(
        _ node: YAMLDocument.NodeID, _ object: ObjectShape?, _ first: Int?
    ) {
        output.append(0x7B)
        if let object, let first,
            2 * places.count(from: first, object.fields.count) == document.children(of: node).count
        {
            writeFields(of: object, first)
        } else {
            writePairs(document.pairs(node), object, first)
        }
        output.append(0x7D)
    }

    /// What a mapping holds where each key is a field's.
    private mutating func writeFields(of object: ObjectShape, _ first: Int) {
        var isFirst = true
        let keys = object.canonicalKeys
        let (order, text) = (keys.keys.span, keys.text.span)
        for number in order.indices {
            let key = order[number]
            guard let node = places.node(at: first + key.field) else { continue }
            output.append(isFirst ? key.place.dropFirst() : key.place, of: text)
            isFirst = false
            if document.isScalar(node), !key.isFlag {
                document.write(node, to: &output)
            } else {
                write(node, object.forms[key.field], first + key.field)
            }
        }
    }

    /// What any mapping holds.
    private mutating func writePairs(_ pairs: YAMLPairs, _ object: ObjectShape?, _ first: Int?) {
        let members = pairs.map { (name: document.text($0.key), node: $0.value) }
            .sorted { JSONWriter.precedes($0.name, $1.name) }
        for (place, member) in members.enumerated() {
            if place > 0 { output.append(0x2C) }
            let name = Array(member.name.utf8)
            output.append(string: 0..<name.count, of: name.span)
            output.append(0x3A)
            let field = object?.index(of: member.name)
            write(
                member.node, field.flatMap { object?.forms[$0] },
                first.flatMap { first in field.map { first + $0 } })
        }
    }
}
