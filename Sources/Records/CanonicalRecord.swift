import Incidents
import Syntax

/// A record as JSON, taken from what the writer wrote: every scalar as its text, flags as true and false, keys as the
/// format names them. Layout, comments, quoting and the order of keys leave no trace in it.
///
/// Serialized by JCS (RFC 8785) it is `record.json`, and what the public log hashes.
package enum CanonicalRecord {
    /// The JSON of a file whose form was found sound.
    package static func value(of file: RecordFile) -> JSONValue {
        guard let root = file.document.root else { return .object([]) }
        return value(of: root, in: file.document, as: .object(RecordFormat.of(file.record.kind).shape))
    }

    /// The canonical bytes: members sorted by UTF-16 code units, no white space. They are written from what the writer
    /// wrote, without the tree between.
    package static func bytes(of file: RecordFile) -> [UInt8] {
        guard let root = file.document.root else { return Array("{}".utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.file.bytes.count)
        append(root, in: file.document, as: .object(RecordFormat.of(file.record.kind).shape), to: &bytes)
        return bytes
    }

    private static func append(
        _ node: YAMLDocument.NodeID, in document: YAMLDocument, as shape: Shape?, to bytes: inout [UInt8]
    ) {
        switch document[node].kind {
        case .scalar:
            if case .bool = shape {
                bytes.append(literal: document.text(node).lowercased() == "true" ? "true" : "false")
            } else {
                JSONWriter.appendString(document.bytes(node), to: &bytes)
            }
        case .sequence:
            bytes.append(0x5B)
            let item = shape?.item
            for (place, node) in document.items(node).enumerated() {
                if place > 0 { bytes.append(0x2C) }
                append(node, in: document, as: item, to: &bytes)
            }
            bytes.append(0x5D)
        case .mapping:
            bytes.append(0x7B)
            for (place, member) in members(of: node, in: document, as: shape?.object).enumerated() {
                if place > 0 { bytes.append(0x2C) }
                JSONWriter.appendString(document.bytes(member.key), to: &bytes)
                bytes.append(0x3A)
                append(member.value, in: document, as: member.shape, to: &bytes)
            }
            bytes.append(0x7D)
        }
    }

    private typealias Member = (key: YAMLDocument.NodeID, value: YAMLDocument.NodeID, shape: Shape?)

    /// What a mapping holds, in canonical order. Where each key is a field's, the shape knows that order.
    private static func members(
        of node: YAMLDocument.NodeID, in document: YAMLDocument, as object: ObjectShape?
    ) -> [Member] {
        let pairs = document.pairs(node)
        let fields = object.map { document.positions(in: $0.keys, ofKeysOf: node) } ?? []
        if let object, !fields.contains(nil) {
            var places = [Int?](repeating: nil, count: object.fields.count)
            for (place, field) in fields.enumerated() { if let field { places[field] = place } }
            return object.canonicalOrder.compactMap { field in
                places[field].map { (pairs[$0].key, pairs[$0].value, object.fields[field].shape) }
            }
        }
        return pairs.enumerated()
            .map { place, pair in
                let field = fields.isEmpty ? nil : fields[place]
                return (pair.key, pair.value, field.flatMap { object?.fields[$0].shape })
            }
            .sorted { JSONWriter.precedes(document.text($0.key), document.text($1.key)) }
    }

    /// What stands under an `x-` key has no shape: its scalars are texts.
    private static func value(of node: YAMLDocument.NodeID, in document: YAMLDocument, as shape: Shape?)
        -> JSONValue
    {
        switch document[node].kind {
        case .scalar:
            if case .bool = shape { return .bool(document.text(node).lowercased() == "true") }
            return .string(document.text(node))
        case .sequence:
            return .array(document.items(node).map { value(of: $0, in: document, as: shape?.item) })
        case .mapping:
            let object = shape?.object
            return .object(
                document.pairs(node).map { key, child in
                    let name = document.text(key)
                    return JSONValue.Member(
                        name, value(of: child, in: document, as: object?.field(name)?.shape))
                })
        }
    }
}

extension Shape {
    /// The shape of a list's entries.
    fileprivate var item: Shape? {
        switch self {
        case .list(let item): item
        case .wordOr(_, let shape): shape.item
        default: nil
        }
    }
}
