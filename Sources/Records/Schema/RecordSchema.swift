import Incidents
import Syntax

/// The JSON Schemas of the record format and of `aboveboard.yml`, made from the declarations that the decoder reads, so
/// that an editor underlines what `check` refuses and nothing else.
///
/// They are labelled draft-07 and keep to what reads the same under 2020-12: no `$ref` with siblings, no keyword whose
/// meaning changed between the two. What a schema cannot see is the spelling of an unquoted value: `50` and `50.0` are
/// one number to it, `true` and `True` one flag.
package enum RecordSchema {
    /// Where `build` publishes the union of all kinds, from the site's address.
    package static let recordPath = "schema/record.schema.json"
    /// Where `build` publishes the schema of `aboveboard.yml`, from the site's address.
    package static let sitePath = "schema/site.schema.json"

    /// The schema of one kind of record; `id` is the absolute address at which it is found, where it is.
    package static func of(_ kind: RecordKind, id: String? = nil) -> JSONValue {
        var shapes = SchemaShapes()
        let record = shapes.object(RecordFormat.of(kind).shape)
        return document(
            id: id, title: "Aboveboard: \(kind.rawValue)", description: meaning(of: kind), record,
            definitions: shapes.definitions)
    }

    package static func incident(id: String? = nil) -> JSONValue { of(.incident, id: id) }
    package static func statement(id: String? = nil) -> JSONValue { of(.statement, id: id) }
    package static func advisory(id: String? = nil) -> JSONValue { of(.advisory, id: id) }

    /// The schema of any record: the kind that it names decides which fields it may have.
    package static func union(id: String? = nil) -> JSONValue {
        var shapes = SchemaShapes()
        var branches: [JSONValue] = []
        var kinds: [JSONValue.Member] = []
        for kind in RecordKind.allCases {
            kinds.append(.init(kind.rawValue, .object(shapes.object(RecordFormat.of(kind).shape))))
            branches.append([
                "if": ["properties": ["kind": ["const": .string(kind.rawValue)]], "required": ["kind"]],
                "then": ["$ref": .string("#/definitions/\(kind.rawValue)")],
            ])
        }
        let record: [JSONValue.Member] = [
            .init("type", "object"),
            .init("properties", .object(commonFields.map(hint))),
            .init("required", .array(commonFields.filter(\.isRequired).map { .string($0.name) })),
            .init("allOf", .array(branches)),
        ]
        return document(
            id: id, title: "Aboveboard: record",
            description: "An incident, a statement or an advisory; `kind` says which.", record,
            definitions: kinds + shapes.definitions)
    }

    /// The schema of `aboveboard.yml`.
    package static func site(id: String? = nil) -> JSONValue {
        var shapes = SchemaShapes()
        let site = shapes.object(SiteFormat.shape)
        return document(
            id: id, title: "Aboveboard: site",
            description: "The configuration of a site, aboveboard.yml. A file with title and url is a site.",
            site, definitions: shapes.definitions)
    }

    private static func document(
        id: String?, title: String, description: String, _ body: [JSONValue.Member],
        definitions: [JSONValue.Member]
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("$schema", "http://json-schema.org/draft-07/schema#")
        ]
        if let id { members.append(.init("$id", .string(id))) }
        members += [.init("title", .string(title)), .init("description", .string(description))]
        members += body.filter { $0.key != "title" }
        members.append(.init("definitions", .object(definitions)))
        return .object(members)
    }

    /// The fields that every kind has, which editors offer before the kind is written.
    private static var commonFields: [Field] {
        RecordFormat.incident.shape.fields.filter { field in
            RecordKind.allCases.allSatisfy { RecordFormat.of($0).shape.field(field.name) != nil }
        }
    }

    /// Only what the field is for: its form is told once, by the kind.
    private static func hint(_ field: Field) -> JSONValue.Member {
        var members: [JSONValue.Member] = [.init("description", .string(field.meaning))]
        if field.name == "kind" {
            members.append(.init("enum", .array(RecordKind.allCases.map { .string($0.rawValue) })))
        }
        return .init(field.name, .object(members))
    }

    private static func meaning(of kind: RecordKind) -> String {
        switch kind {
        case .incident: "Something that happened here: from the first notice to the post-mortem."
        case .statement: "An answer to the question: are you affected by somebody else's incident?"
        case .advisory: "A warning: what is vulnerable, what mends it, until when."
        }
    }
}
