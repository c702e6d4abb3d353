import Incidents
import Syntax

/// A field's path as corrections and questions write it: `title`, `root_cause.category`, `losses#iotx.amount`,
/// `update:u1` (which is `updates#u1`).
///
/// In a timeline the name of a milestone stands for its event, whether the event has that id, another or none:
/// `timeline#contained.at`.
struct FieldReference: Equatable {
    enum Step: Equatable {
        case key(String)
        /// The id of a row in the list before it.
        case row(String)
    }

    /// Where a path leads in one record.
    enum Resolution: Equatable {
        /// The format has the field; the path is nil where this record gives it no value.
        case field(FieldPath?)
        /// `range` counts UTF-8 bytes of the reference's text.
        case unknownKey(String, range: Range<Int>, known: [String])
        case unknownRow(String, range: Range<Int>, list: String, known: [String])
    }

    let steps: [Step]
    private let ranges: [Range<Int>]

    static func == (left: FieldReference, right: FieldReference) -> Bool { left.steps == right.steps }

    /// Reads a path that `TextForm.fieldPath` accepts.
    init(_ text: String) {
        var steps: [Step] = []
        var ranges: [Range<Int>] = []
        var start = 0
        var isRow = false
        let bytes = Array(text.utf8)
        for (index, byte) in (bytes + [UInt8(ascii: ".")]).enumerated() {
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") else {
                continue
            }
            let name = String(decoding: bytes[start..<index], as: UTF8.self)
            // `update:u1` is how people say `updates#u1`.
            let key = byte == UInt8(ascii: ":") && name == "update" && steps.isEmpty ? "updates" : name
            steps.append(isRow ? .row(name) : .key(key))
            ranges.append(start..<index)
            start = index + 1
            isRow = byte != UInt8(ascii: ".")
        }
        self.steps = steps
        self.ranges = ranges
    }

    /// Whether this path leads to, through or into another: a question about `losses` is also one about
    /// `losses#iotx.amount`, and the other way round. Where one of the two names no row, any row is meant.
    func touches(_ other: FieldReference) -> Bool {
        var mine = steps[...]
        var others = other.steps[...]
        while let left = mine.first, let right = others.first {
            switch (left, right) {
            case (.row, .key): mine = mine.dropFirst()
            case (.key, .row): others = others.dropFirst()
            default:
                guard left == right else { return false }
                mine = mine.dropFirst()
                others = others.dropFirst()
            }
        }
        return true
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
                let rows = node.map(file.document.items) ?? []
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
        of id: String, in rows: [YAMLDocument.NodeID], _ list: String, _ document: YAMLDocument
    ) -> Int? {
        func first(_ key: String) -> Int? {
            rows.firstIndex { row in
                document.value(row, key: key).map { document.scalarEquals($0, id) } ?? false
            }
        }
        return first("id") ?? (list == "timeline" ? first("milestone") : nil)
    }

    private static func ids(_ rows: [YAMLDocument.NodeID], _ document: YAMLDocument) -> [String] {
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
