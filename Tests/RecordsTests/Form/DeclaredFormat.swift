import Diagnostics
import Incidents
import Records
import Syntax
import TestKit
import Testing

/// One of the formats that a writer writes, with its declaration, its reader and its schema.
enum DeclaredFormat: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case incident, statement, advisory, site

    var testDescription: String { rawValue }

    private var kind: RecordKind? { RecordKind(rawValue: rawValue) }

    var shape: ObjectShape { kind.map { RecordFormat.of($0).shape } ?? SiteFormat.shape }

    var validator: SchemaValidator {
        SchemaValidator(kind.map { RecordSchema.of($0) } ?? RecordSchema.site())
    }

    /// What reading finds, without any rule.
    func findings(in text: String) -> [Diagnostic] {
        var report = Report()
        if kind == nil {
            _ = SiteReader().read(SourceFile(path: "aboveboard.yml", text: text), into: &report)
        } else {
            _ = RecordReader().read(SourceFile(path: "incidents/sample.yml", text: text), into: &report)
        }
        return report.sorted
    }

    /// Every field at every place where the format declares it.
    var places: [FieldPlace] {
        func collect(_ object: ObjectShape, _ path: [String]) -> [FieldPlace] {
            object.fields.flatMap { field in
                let own = FieldPlace(format: self, path: path + [field.name], field: field, object: object)
                return [own] + (field.shape.object.map { collect($0, own.path) } ?? [])
            }
        }
        return collect(shape, [])
    }
}

/// A field with the keys that lead to it from the top; lists on the way are entered at their first entry.
struct FieldPlace {
    let format: DeclaredFormat
    let path: [String]
    let field: Field
    /// The mapping that holds the field.
    let object: ObjectShape

    var name: String { "\(format.rawValue): \(path.joined(separator: "."))" }

    /// The smallest sound document that holds the field, with `value` in its place, or without it.
    func document(_ value: JSONValue?) -> JSONValue {
        .object(Self.members(of: format.shape, toward: path[...], value))
    }

    /// The same as YAML, with a snippet that holds one «mark» in the field's place.
    func text(_ marked: String) -> MarkedText {
        let text = YAMLText.file(document(.string("the value")))
        guard let place = text.firstRange(of: "\"the value\"") else { return MarkedText(text) }
        return MarkedText(text[..<place.lowerBound] + marked + text[place.upperBound...])
    }

    /// The smallest sound value of a mapping: what is needed, and the way to a field in it.
    static func members(
        of object: ObjectShape, toward path: ArraySlice<String> = [], _ value: JSONValue? = nil
    ) -> [JSONValue.Member] {
        let wanted = path.first
        var keys = Set(object.fields.filter(\.isRequired).map(\.name))
        for choice in object.choices {
            let fitting = choice.alternatives.first { $0.contains { $0 == wanted } }
            keys.formUnion(fitting ?? (choice.isRequired ? choice.alternatives[0] : []))
        }
        if let unless = object.unless { keys.insert(unless.key) }
        if let wanted { keys.insert(wanted) }
        if keys.isEmpty, let first = object.fields.first { keys.insert(first.name) }
        return object.fields.filter { keys.contains($0.name) }.compactMap { field in
            guard field.name == wanted else {
                return field.example.flatMap(YAMLCore.value(ofSnippet:)).map { .init(field.name, $0) }
            }
            guard path.count > 1 else { return value.map { .init(field.name, $0) } }
            return .init(field.name, wrapped(field.shape, toward: path.dropFirst(), value))
        }
    }

    /// A value of a shape that holds a mapping, entered toward a field in it.
    static func wrapped(_ shape: Shape, toward path: ArraySlice<String> = [], _ value: JSONValue? = nil)
        -> JSONValue
    {
        switch shape {
        case .list(let item): .array([wrapped(item, toward: path, value)])
        case .wordOr(_, let other): wrapped(other, toward: path, value)
        case .object(let object), .shared(_, let object): .object(members(of: object, toward: path, value))
        default: .null
        }
    }

    /// A value of a shape that holds a mapping, with that mapping's members changed.
    static func wrapped(_ shape: Shape, _ members: [JSONValue.Member]) -> JSONValue {
        switch shape {
        case .list(let item): .array([wrapped(item, members)])
        case .wordOr(_, let other): wrapped(other, members)
        default: .object(members)
        }
    }
}
