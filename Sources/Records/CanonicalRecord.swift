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
    ///
    /// `places` are those of the file's fields where they are at hand; else they are found again.
    package static func bytes(of file: RecordFile, at places: FieldPlaces? = nil) -> [UInt8] {
        guard let root = file.document.root else { return Array("{}".utf8) }
        let object = RecordFormat.of(file.record.kind).shape
        var writing = CanonicalWriting(
            document: file.document, places: places ?? FieldPlaces(of: file.document, root, as: object))
        return writing.bytes(of: root, as: object)
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
