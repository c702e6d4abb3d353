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
            appendMembers(of: node, in: document, as: shape?.object, to: &bytes)
            bytes.append(0x7D)
        }
    }

    /// What a mapping holds, in canonical order. Where each key is a field's, the shape knows that order.
    private static func appendMembers(
        of node: YAMLDocument.NodeID, in document: YAMLDocument, as object: ObjectShape?,
        to bytes: inout [UInt8]
    ) {
        let pairs = document.pairs(node)
        let start = bytes.count
        if let object, let places = document.places(ofKeysOf: node, in: object.keys) {
            for (field, key) in object.canonicalKeys where places[field] >= 0 {
                if bytes.count > start { bytes.append(0x2C) }
                bytes += key
                let value = pairs[places[field]].value
                append(value, in: document, as: object.fields[field].shape, to: &bytes)
            }
            return
        }
        let members = pairs.map { (name: document.text($0.key), node: $0.value) }
        for member in members.sorted(by: { JSONWriter.precedes($0.name, $1.name) }) {
            if bytes.count > start { bytes.append(0x2C) }
            JSONWriter.appendString(member.name, to: &bytes)
            bytes.append(0x3A)
            append(member.node, in: document, as: object?.field(member.name)?.shape, to: &bytes)
        }
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
