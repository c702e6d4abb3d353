import Incidents
import Syntax

/// Shapes as JSON Schema, with the definitions that several of them point at.
struct SchemaShapes {
    private var shared: [JSONValue.Member] = []

    /// In the order in which shapes first asked for them.
    var definitions: [JSONValue.Member] { shared }

    /// A mapping: its keys, which of them it needs, and the writer's own `x-` keys.
    mutating func object(_ object: ObjectShape) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("title", .string(object.name)),
            .init("type", "object"),
            .init("properties", .object(object.fields.map { property($0) })),
        ]
        let needed = object.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !needed.isEmpty { members.append(.init("required", .array(needed))) }
        if object.tellsNothingWhenEmpty { members.append(.init("minProperties", 1)) }
        members.append(.init("patternProperties", .object([.init(SchemaPatterns.ownKey, own())])))
        members.append(.init("additionalProperties", false))
        let agreements = object.choices.map(choice) + (object.unless.map { [unless($0)] } ?? [])
        if !agreements.isEmpty { members.append(.init("allOf", .array(agreements))) }
        return members
    }

    private mutating func property(_ field: Field) -> JSONValue.Member {
        var members: [JSONValue.Member] = [.init("description", .string(field.meaning))]
        members += keywords(of: field.shape).filter { $0.key != "title" || field.shape.isObject }
        if let example = field.example.flatMap(YAMLCore.value(ofSnippet:)) {
            members.append(.init("examples", [example]))
        }
        return .init(field.name, .object(members))
    }

    /// The keywords of a shape, without `$ref` among them: a reference stands alone in `allOf`.
    private mutating func keywords(of shape: Shape) -> [JSONValue.Member] {
        guard case .object(let members) = schema(of: shape) else { return [] }
        return members.first?.key == "$ref" ? [.init("allOf", [.object(members)])] : members
    }

    private mutating func schema(of shape: Shape) -> JSONValue {
        switch shape {
        case .text(let form): text(form)
        case .prose: reference(to: "prose", SchemaPatterns.prose)
        case .moment(let words): either(words, reference(to: "moment", SchemaPatterns.moment))
        case .amount(let words): either(words, reference(to: "amount", SchemaPatterns.amount))
        case .integer(let bounds):
            [
                "type": "integer", "minimum": .integer(bounds.lowerBound),
                "maximum": .integer(bounds.upperBound),
            ]
        case .bool: ["type": "boolean"]
        case .word(let words):
            words.count == 1 ? ["const": .string(words[0])] : ["type": "string", "enum": Self.strings(words)]
        case .wordOrText(let words): either(words, text(.line))
        case .wordOrProse(let words): either(words, reference(to: "prose", SchemaPatterns.prose))
        case .list(let item): ["type": "array", "minItems": 1, "items": schema(of: item)]
        case .object(let shape): .object(object(shape))
        case .shared(let name, let shape): reference(to: name, .object(object(shape)))
        case .wordOr(let words, let other): either(words, schema(of: other))
        }
    }

    /// The words first: editors offer them.
    private func either(_ words: [String], _ other: JSONValue) -> JSONValue {
        words.isEmpty ? other : ["anyOf": [["type": "string", "enum": Self.strings(words)], other]]
    }

    private mutating func text(_ form: TextForm) -> JSONValue {
        if form.isAnyLine, form.maxLength == TextForm.line.maxLength {
            return reference(to: "line", SchemaPatterns.line(form))
        }
        return form.isAnyLine ? SchemaPatterns.line(form) : SchemaPatterns.text(form)
    }

    /// A schema told once under `definitions`.
    private mutating func reference(to name: String, _ schema: JSONValue) -> JSONValue {
        if !shared.contains(where: { $0.key == name }) { shared.append(.init(name, schema)) }
        return ["$ref": .string("#/definitions/\(name)")]
    }

    /// Whatever a writer puts under an `x-` key; only what no text may hold is left out, however deep it stands.
    private mutating func own() -> JSONValue {
        let itself: JSONValue = ["$ref": "#/definitions/own"]
        return reference(
            to: "own",
            [
                "description": "Your own: kept as written and handed to templates.",
                "pattern": .string(SchemaPatterns.permitted),
                "items": itself,
                "propertyNames": ["pattern": .string(SchemaPatterns.permitted)],
                "additionalProperties": itself,
            ])
    }

    /// Exactly one alternative, whole, and no key of another.
    private func choice(_ choice: Choice) -> JSONValue {
        var branches = choice.alternatives.map { keys in
            var members: [JSONValue.Member] = [.init("required", Self.strings(keys))]
            let others = choice.keys.filter { !keys.contains($0) }
            if !others.isEmpty { members.append(.init("not", Self.anyPresent(others))) }
            return JSONValue.object(members)
        }
        if !choice.isRequired { branches.append(["not": Self.anyPresent(choice.keys)]) }
        return ["anyOf": .array(branches)]
    }

    private func unless(_ rule: (key: String, other: String, word: String)) -> JSONValue {
        [
            "anyOf": [
                ["required": [.string(rule.key)]],
                [
                    "required": [.string(rule.other)],
                    "properties": .object([.init(rule.other, ["const": .string(rule.word)])]),
                ],
            ]
        ]
    }

    private static func anyPresent(_ keys: [String]) -> JSONValue {
        keys.count == 1
            ? ["required": strings(keys)] : ["anyOf": .array(keys.map { ["required": [.string($0)]] })]
    }

    private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension Shape {
    fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}
