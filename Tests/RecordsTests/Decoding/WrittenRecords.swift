import Records
import Syntax

/// A document with every field of a format, each with a value of its own, and where that value must be found when the
/// document is decoded.
///
/// Words, and keys of which only one may stand, take turns: the next document has the next of them.
struct WrittenRecords {
    /// Each value by the names that lead to it in the decoded value.
    private(set) var expected: [String: String] = [:]
    /// The fields that were written so far, and the words: `timeline.phase=detection`.
    private(set) var written: Set<String> = []
    private var turns: [String: Int] = [:]
    private var number = 0

    /// The next document.
    mutating func next(_ format: DeclaredFormat) -> JSONValue {
        expected = [:]
        number = 0
        return .object(members(of: format.shape, [], ""))
    }

    /// What `written` holds once every field and every word was written.
    static func all(of format: DeclaredFormat) -> Set<String> {
        Set(
            format.places.flatMap { place in
                let path = place.path.joined(separator: ".")
                return [path] + words(of: place.field.shape).map { "\(path)=\($0)" }
            })
    }

    private static func words(of shape: Shape) -> [String] {
        switch shape {
        case .moment(let words), .amount(let words), .word(let words), .wordOrText(let words),
            .wordOrProse(let words), .wordOr(let words, _):
            words
        default: []
        }
    }

    private mutating func turn(_ key: String, of count: Int) -> Int {
        defer { turns[key, default: 0] += 1 }
        return turns[key, default: 0] % count
    }

    private mutating func members(of object: ObjectShape, _ path: [String], _ place: String) -> [JSONValue
        .Member]
    {
        var left: Set<String> = []
        for (index, choice) in object.choices.enumerated() {
            let taken = turn("\(path)/\(index)", of: choice.alternatives.count)
            left.formUnion(choice.keys.filter { !choice.alternatives[taken].contains($0) })
        }
        return object.fields.filter { !left.contains($0.name) }.map { field in
            let inner = path + [field.name]
            let name = DecodedNames.name(of: inner)
            let separator = name.isEmpty || place.isEmpty ? "" : "."
            written.insert(inner.joined(separator: "."))
            // What kind of record it is shows in the type of its facts.
            if inner == ["kind"], case .word(let words) = field.shape {
                written.insert("kind=\(words[0])")
                return .init("kind", .string(words[0]))
            }
            return .init(field.name, value(of: field.shape, inner, place + separator + name))
        }
    }

    private mutating func value(of shape: Shape, _ path: [String], _ place: String) -> JSONValue {
        let words = Self.words(of: shape)
        if !words.isEmpty {
            // Twice as often in full as in each word.
            let isWordAlone = if case .word = shape { true } else { false }
            let turn = turn(path.joined(separator: "."), of: words.count + (isWordAlone ? 0 : 2))
            if turn < words.count { return word(words[turn], path, place) }
        }
        switch shape {
        case .list(let item):
            return .array((0..<2).map { value(of: item, path, "\(place)[\($0)]") })
        case .object(let object), .shared(_, let object): return .object(members(of: object, path, place))
        case .wordOr(_, let other): return value(of: other, path, place)
        case .integer(let bounds):
            number += 1
            expected[place] = String(min(bounds.lowerBound + number, bounds.upperBound))
            return .integer(min(bounds.lowerBound + number, bounds.upperBound))
        case .bool:
            let isTrue = turn(path.joined(separator: "."), of: 2) == 0
            expected[place] = String(isTrue)
            return .bool(isTrue)
        default:
            let text = text(of: shape)
            expected[place] = text
            return .string(text)
        }
    }

    private mutating func word(_ word: String, _ path: [String], _ place: String) -> JSONValue {
        let key = path.joined(separator: ".") + "=" + word
        written.insert(key)
        if let name = DecodedNames.words[key] ?? .some(word) { expected[place] = name }
        return .string(word)
    }

    /// A text of the form that stands nowhere else in the document.
    private mutating func text(of shape: Shape) -> String {
        number += 1
        let day =
            (number / 28 % 12 < 9 ? "0" : "")
            + "\(number / 28 % 12 + 1)-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)"
        switch shape {
        case .moment: return "\(1990 + number / 336)-\(day)T09:20:00+05:30"
        case .amount: return "\(number)23456789012345678901234567.\(number)00"
        case .text(let form):
            return DecodedNames.texts(number).first {
                form.accepts($0) && $0.unicodeScalars.count <= form.maxLength
            }
                ?? "no text of the form"
        case .wordOrText: return DecodedNames.texts(number)[0]
        default: return "Paragraph \(number).\n\nAnother: *\(number)*, \\ \"quoted\" — é 漢 👩‍👩‍👧‍👦."
        }
    }
}
