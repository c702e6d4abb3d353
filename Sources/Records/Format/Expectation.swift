extension Shape {
    /// What a value of this shape is called in a message: `a moment`, `none, unknown or a list`.
    var expectation: String {
        switch self {
        case .text(let form): form.name
        case .prose: "a text"
        case .moment(let words): Self.either(words, "a moment")
        case .amount(let words): Self.either(words, "an amount")
        case .integer: "a whole number"
        case .bool: "true or false"
        case .word(let words): words.count > 6 ? "one of its words" : Self.either(words, nil)
        case .wordOrText(let words): Self.either(words, "a line of text")
        case .wordOrProse(let words): Self.either(words, "a text")
        case .list: "a list"
        case .object, .shared: "a mapping of keys and values"
        case .wordOr(let words, let shape): Self.either(words, shape.expectation)
        }
    }

    private static func either(_ words: [String], _ other: String?) -> String {
        let all = words.map { "`\($0)`" } + (other.map { [$0] } ?? [])
        guard let last = all.last, all.count > 1 else { return all.first ?? "" }
        return all.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension Shape {
    /// The same with an example, for somebody who wrote something else: `a list, such as  - do: Move your tokens`.
    var invitation: String {
        switch self {
        case .list(let item): item.object.map { "a list, such as  - \($0.sample)" } ?? expectation
        case .object(let object), .shared(_, let object): "keys of its own, such as  \(object.sample)"
        default: expectation
        }
    }
}

extension ObjectShape {
    /// What one of these looks like in a message: `do: Move your tokens`.
    var sample: String {
        let field = fields.first { $0.isRequired && $0.name != "id" } ?? fields.first { $0.name != "id" }
        guard let field else { return "key: value" }
        return "\(field.name): \(field.example ?? "…")"
    }
}

extension Choice {
    /// `amount`, or `low` with `high`.
    var spelling: String {
        alternatives.map { $0.map { "`\($0)`" }.joined(separator: " with ") }.joined(separator: " or ")
    }
}
