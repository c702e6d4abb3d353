import Syntax

/// The forms of scalars as JSON Schema: patterns of ECMA 262 for what stands in quotes or reads as text, bounds for what
/// unquoted YAML makes a number of.
enum SchemaPatterns {
    /// No number of YAML is larger than its fifteen digits before the point can say.
    private static let largest = 999_999_999_999_999

    /// A line of plain text with something to see in it.
    static func line(_ form: TextForm) -> JSONValue {
        visibleText(
            barred: .barredFromLines, maxLength: form.maxLength,
            mistake: "one line of plain text with something to see in it")
    }

    /// Markdown with something to see in it.
    static let prose = visibleText(
        barred: .barredFromProse, maxLength: nil, mistake: "a text with something to see in it")

    /// What every text may be made of.
    static let permitted = "^[^\(TextCharacters.forbidden.classBody)]*$"

    /// A writer's own key.
    static let ownKey = "^x-[^\(TextCharacters.forbidden.classBody)]*$"

    /// A text in a form of its own. Where the form takes digits or `true`, unquoted ones are texts too: `id: 7`.
    static func text(_ form: TextForm) -> JSONValue {
        var types: [JSONValue] = ["string"]
        var bounds: [JSONValue.Member] = []
        let accepts = form.accepts
        if !form.mustBeQuoted, accepts("7") {
            types.append(accepts("0.5") ? "number" : "integer")
            bounds = [
                .init("minimum", .integer(accepts("-7") ? -largest : 0)), .init("maximum", .integer(largest)),
            ]
        }
        if accepts("true"), accepts("false") { types.append("boolean") }
        var members: [JSONValue.Member] = [
            .init("type", types.count == 1 ? types[0] : .array(types)),
            .init("maxLength", .integer(form.maxLength)),
        ]
        if let pattern = form.pattern { members.append(.init("pattern", .string(pattern))) }
        members += bounds
        if !form.hint.isEmpty { members.append(.init("patternErrorMessage", .string(form.hint))) }
        return .object(members)
    }

    /// The first character that can be seen divides a text in two parts of which each is matched in one way only, so
    /// that no engine goes back and forth in a long one.
    private static func visibleText(barred: TextCharacters, maxLength: Int?, mistake: String) -> JSONValue {
        let blank = TextCharacters.invisible.subtracting(barred).classBody
        let neither = (TextCharacters.invisible + barred).classBody
        var members: [JSONValue.Member] = [
            .init("type", ["string", "number", "boolean"]), .init("minLength", 1),
        ]
        if let maxLength { members.append(.init("maxLength", .integer(maxLength))) }
        members += [
            .init("pattern", .string("^[\(blank)]*[^\(neither)][^\(barred.classBody)]*$")),
            .init("minimum", .integer(-largest)), .init("maximum", .integer(largest)),
            .init("patternErrorMessage", .string(mistake)),
        ]
        return .object(members)
    }

    /// A moment, its month's length and leap years included; unquoted, a year is a number.
    static let moment: JSONValue = {
        let year = "(19[7-9][0-9]|2[0-9]{3})"
        let leapYear = "(19(7[26]|8[048]|9[26])|2[0-9](0[48]|[2468][048]|[13579][26])|2[048]00)"
        let commonDay = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
        let longDay = "(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
        let date = "(\(year)-(\(commonDay)|\(longDay))|\(leapYear)-02-29)"
        let hours = "([01][0-9]|2[0-3]):[0-5][0-9]"
        let time = "T\(hours):[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]\(hours))"
        return [
            "type": ["string", "integer"],
            "pattern": .string("^(\(year)(-(0[1-9]|1[0-2]))?|\(date)(\(time))?)$"),
            "minimum": 1970, "maximum": 2999,
            "patternErrorMessage":
                "write 2026-02-21T09:20:00Z, or a day, a month or a year: 2026-02-21, 2026-02, 2026",
        ]
    }()

    /// An exact decimal; unquoted, at most fifteen digits without a point.
    static let amount: JSONValue = [
        "type": ["string", "integer"],
        "pattern": "^(0|[1-9][0-9]{0,29})(\\.[0-9]{1,30})?$",
        "minimum": 0, "maximum": .integer(largest),
        "patternErrorMessage":
            "write digits with a point at most, in quotes, such as \"4300000\" or \"0.5\"",
    ]
}
