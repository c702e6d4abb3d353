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
                JSONWriter.appendString(document.text(node), to: &bytes)
            }
        case .sequence:
            bytes.append(literal: "[")
            for (place, item) in document.items(node).enumerated() {
                if place > 0 { bytes.append(literal: ",") }
                append(item, in: document, as: shape?.item, to: &bytes)
            }
            bytes.append(literal: "]")
        case .mapping:
            let object = shape?.object
            var members = document.pairs(node).map { (name: document.text($0.0), node: $0.1) }
            members.sort { JSONWriter.precedes($0.name, $1.name) }
            bytes.append(literal: "{")
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(literal: ",") }
                JSONWriter.appendString(member.name, to: &bytes)
                bytes.append(literal: ":")
                append(member.node, in: document, as: object?.field(member.name)?.shape, to: &bytes)
            }
            bytes.append(literal: "}")
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
