import Syntax

/// A validator of JSON Schema for the keywords that our own schemas use, so that tests need no other program. A keyword
/// that it does not know is a finding: it would otherwise be ignored.
package final class SchemaValidator {
    private static let annotations: Set<String> = [
        "$schema", "$id", "title", "description", "examples", "definitions", "patternErrorMessage",
    ]

    private let root: JSONValue
    private var expressions: [String: Regex<AnyRegexOutput>] = [:]
    private var matches: [String: [String: Bool]] = [:]

    package init(_ schema: JSONValue) {
        root = schema
    }

    /// Every place where the value breaks the schema, each with the keyword that says so; empty where it is valid.
    package func findings(in value: JSONValue) -> [String] {
        check(value, root, at: "")
    }

    /// The same against a schema within the document, whose references are the document's.
    package func findings(in value: JSONValue, against schema: JSONValue) -> [String] {
        check(value, schema, at: "")
    }

    private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        if case .bool(let isAllowed) = schema { return isAllowed ? [] : ["\(path): false"] }
        guard let members = schema.members else { return ["\(path): the schema is no object"] }
        if members.contains(where: { $0.key == "$ref" }) {
            guard members.count == 1 else { return ["\(path): $ref has siblings"] }
        }
        return members.flatMap { check(value, $0.key, $0.value, of: schema, at: path) }
    }

    private func check(
        _ value: JSONValue, _ keyword: String, _ argument: JSONValue, of schema: JSONValue, at path: String
    ) -> [String] {
        let failure = ["\(path): \(keyword)"]
        switch keyword {
        case _ where Self.annotations.contains(keyword): return []
        case "then": return []
        case "$ref":
            guard let name = argument.string, name.hasPrefix("#/definitions/"),
                let target = root["definitions"]?[String(name.dropFirst(14))]
            else { return ["\(path): unresolved \(argument)"] }
            return check(value, target, at: path)
        case "type":
            let types = argument.array?.compactMap(\.string) ?? [argument.string ?? ""]
            return types.contains { Self.isOf($0, value) } ? [] : failure
        case "const": return Self.isSame(value, argument) ? [] : failure
        case "enum": return argument.array?.contains { Self.isSame(value, $0) } == true ? [] : failure
        case "pattern":
            guard let text = value.string else { return [] }
            return isMatch(text, argument.string ?? "") ? [] : failure
        case "minLength":
            return (value.string?.unicodeScalars.count).map { $0 >= argument.integer! } ?? true ? [] : failure
        case "maxLength":
            return (value.string?.unicodeScalars.count).map { $0 <= argument.integer! } ?? true ? [] : failure
        case "minimum": return Self.number(value).map { $0 >= Self.number(argument)! } ?? true ? [] : failure
        case "maximum": return Self.number(value).map { $0 <= Self.number(argument)! } ?? true ? [] : failure
        case "anyOf":
            return argument.array!.contains { check(value, $0, at: path).isEmpty } ? [] : failure
        case "allOf": return argument.array!.flatMap { check(value, $0, at: path) }
        case "not": return check(value, argument, at: path).isEmpty ? failure : []
        case "if":
            guard let then = schema["then"], check(value, argument, at: path).isEmpty else { return [] }
            return check(value, then, at: path)
        default: return checkContent(of: value, keyword, argument, of: schema, at: path)
        }
    }

    private func checkContent(
        of value: JSONValue, _ keyword: String, _ argument: JSONValue, of schema: JSONValue, at path: String
    ) -> [String] {
        let failure = ["\(path): \(keyword)"]
        switch keyword {
        case "minItems": return value.array.map { $0.count >= argument.integer! } ?? true ? [] : failure
        case "items":
            return (value.array ?? []).enumerated().flatMap { check($1, argument, at: "\(path)[\($0)]") }
        case "required":
            guard let members = value.members else { return [] }
            let missing = argument.array!.compactMap(\.string).filter { name in
                !members.contains { $0.key == name }
            }
            return missing.map { "\(path): \($0) is required" }
        case "minProperties":
            return value.members.map { $0.count >= argument.integer! } ?? true ? [] : failure
        case "propertyNames":
            return (value.members ?? []).flatMap { check(.string($0.key), argument, at: path + "/" + $0.key) }
        case "properties":
            return (value.members ?? []).flatMap { member in
                argument[member.key].map { check(member.value, $0, at: path + "/" + member.key) } ?? []
            }
        case "patternProperties":
            return (value.members ?? []).flatMap { member in
                argument.members!.filter { isMatch(member.key, $0.key) }.flatMap {
                    check(member.value, $0.value, at: path + "/" + member.key)
                }
            }
        case "additionalProperties":
            return (value.members ?? []).filter { member in
                schema["properties"]?[member.key] == nil
                    && !(schema["patternProperties"]?.members ?? []).contains { isMatch(member.key, $0.key) }
            }.flatMap { check($0.value, argument, at: path + "/" + $0.key) }
        default: return ["\(path): the keyword \(keyword) is not known"]
        }
    }

    private func isMatch(_ text: String, _ pattern: String) -> Bool {
        if let known = matches[pattern]?[text] { return known }
        let isMatch: Bool
        do {
            let expression = try expressions[pattern] ?? Self.expression(of: pattern)
            expressions[pattern] = expression
            isMatch = try expression.firstMatch(in: text) != nil
        } catch {
            preconditionFailure("no pattern: \(pattern)")
        }
        matches[pattern, default: [:]][text] = isMatch
        return isMatch
    }

    /// A pattern of ECMA 262 as a regular expression of Swift's, which takes no range that begins at U+2000 or U+2001:
    /// they are canonically equivalent to U+2002 and U+2003.
    package static func expression(of pattern: String) throws -> Regex<AnyRegexOutput> {
        var plain = ""
        var rest = pattern[...]
        while let place = rest.firstRange(of: "\\u2000-") {
            plain += rest[..<place.lowerBound] + "\\u2000\\u2001\\u2002-"
            rest = rest[place.upperBound...]
        }
        return try Regex(plain + rest).matchingSemantics(.unicodeScalar)
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
            ("integer", .integer), ("number", .integer), ("number", .decimal):
            true
        case ("integer", .decimal(let text)): Double(text).map { $0 == $0.rounded() } ?? false
        default: false
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let text): Double(text)
        default: nil
        }
    }

    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if let a = number(left), let b = number(right) { return a == b }
        return left == right
    }
}
