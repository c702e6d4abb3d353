import Incidents
import Syntax

extension FieldReference {
    /// Where a path leads in one record.
    enum Resolution: Equatable {
        /// The format has the field; the path is nil where this record gives it no value.
        case field(FieldPath?)
        /// `range` counts UTF-8 bytes of the reference's text.
        case unknownKey(String, range: Range<Int>, known: [String])
        case unknownRow(String, range: Range<Int>, list: String, known: [String])
    }

    func resolve(in file: RecordFile) -> Resolution {
        var shape: Shape = .object(RecordFormat.of(file.record.kind).shape)
        var node = file.document.root
        var path: FieldPath? = FieldPath()
        var list = ""
        for (step, range) in zip(steps, ranges) {
            switch step {
            case .key(let key):
                guard let object = shape.object, let field = object.field(key) else {
                    return .unknownKey(key, range: range, known: shape.object?.fields.map(\.name) ?? [])
                }
                // Behind a list without a row no single place is meant.
                node = node.flatMap { file.document.value($0, key: key) }
                path = node == nil ? nil : path?.appending(.key(key))
                shape = field.shape
                list = key
            case .row(let id):
                guard let item = shape.row else {
                    return .unknownRow(id, range: range, list: list, known: [])
                }
                let rows = file.document.items(of: node)
                guard let index = Self.position(of: id, in: rows, list, file.document) else {
                    guard list == "timeline", Milestone(rawValue: id) != nil else {
                        return .unknownRow(id, range: range, list: list, known: Self.ids(rows, file.document))
                    }
                    (node, path, shape) = (nil, nil, item)
                    continue
                }
                node = rows[index]
                path = path?.appending(.index(index))
                shape = item
            }
        }
        return .field(path)
    }

    private static func position(
        of id: String, in rows: YAMLItems, _ list: String, _ document: YAMLDocument
    ) -> Int? {
        func first(_ key: String) -> Int? {
            rows.firstIndex { row in
                document.value(row, key: key).map { document.scalarEquals($0, id) } ?? false
            }
        }
        return first("id") ?? (list == "timeline" ? first("milestone") : nil)
    }

    private static func ids(_ rows: YAMLItems, _ document: YAMLDocument) -> [String] {
        rows.compactMap { document.value($0, key: "id").map(document.text) }
    }
}

extension Shape {
    /// The shape of a list's rows; nil for anything but a list of mappings.
    fileprivate var row: Shape? {
        switch self {
        case .list(let item): item.object == nil ? nil : item
        case .wordOr(_, let shape): shape.row
        default: nil
        }
    }
}
