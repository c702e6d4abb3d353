import Diagnostics
import Records
import Syntax
import TestKit
import Testing

/// Whatever is wrong with one field is one finding, at its place. The fields are taken from the declarations, so that
/// none that is added later can be forgotten here.
@Suite("Findings of form")
struct FormFindingTests {
    /// Expects one error of a code at the mark, and no other.
    private func expect(
        _ code: String, _ sample: MarkedText, in place: FieldPlace,
        location: SourceLocation = #_sourceLocation
    ) {
        let errors = place.format.findings(in: sample.text).filter { $0.severity == .error }
        #expect(
            errors.map(\.code) == [code] && errors.map(\.primary.span.range) == sample.marks,
            """
            \(place.name): \(errors.map { "\($0.code) at \"\($0.primary.span.text)\": \($0.message)" })
            \(sample.text)
            """, sourceLocation: location)
        #expect(errors.allSatisfy { $0.help?.isEmpty == false }, "\(place.name)", sourceLocation: location)
    }

    /// A document as YAML, marked at the last place where it holds a key.
    private func marked(_ document: JSONValue, at words: String) -> MarkedText {
        let text = YAMLText.file(document)
        guard let range = text.ranges(of: words).last else { return MarkedText(text) }
        return MarkedText(text[..<range.lowerBound] + "«\(words)»" + text[range.upperBound...])
    }

    @Test("a value of another type or form is found where it stands", arguments: DeclaredFormat.allCases)
    func wrongValues(format: DeclaredFormat) {
        for place in format.places {
            let wrong = WrongValue.all(for: place.field.shape)
            #expect(wrong.count >= 3, "\(place.name)")
            for value in wrong { expect(value.code, place.text(value.marked), in: place) }
        }
    }

    @Test("a needed key that is missing is found at its mapping", arguments: DeclaredFormat.allCases)
    func missingKeys(format: DeclaredFormat) {
        var count = 0
        for place in format.places where place.field.isRequired {
            count += 1
            expect("missing-field", marked(without(place), at: "\"x-first\""), in: place)
        }
        #expect(count >= 2)
    }

    /// The smallest document without the field, the mapping that lacks it beginning with a key of the writer's own.
    private func without(_ place: FieldPlace) -> JSONValue {
        let own = JSONValue.Member("x-first", 1)
        let inner = [own] + FieldPlace.members(of: place.object, toward: [place.field.name], nil)
        guard place.path.count > 1 else { return .object(inner) }
        let around = place.format.places.first { $0.path == Array(place.path.dropLast()) }
        return around.map { $0.document(FieldPlace.wrapped($0.field.shape, inner)) } ?? .null
    }

    @Test(
        "a key that a mapping does not have is found, and the writer's own are left alone",
        arguments: DeclaredFormat.allCases)
    func unknownKeys(format: DeclaredFormat) {
        let top = FieldPlace.members(of: format.shape)
        let first = format.places[0]
        expect("unknown-key", marked(.object(top + [.init("zz-wrong", 1)]), at: "\"zz-wrong\""), in: first)
        for place in format.places {
            guard let object = place.field.shape.object else { continue }
            func document(_ key: String) -> JSONValue {
                let members = FieldPlace.members(of: object) + [.init(key, ["any": [.null, 1]])]
                return place.document(FieldPlace.wrapped(place.field.shape, members))
            }
            expect("unknown-key", marked(document("zz-wrong"), at: "\"zz-wrong\""), in: place)
            let text = YAMLText.file(document("x-own"))
            #expect(format.findings(in: text).isEmpty, "\(place.name)\n\(text)")
        }
    }

    @Test("of two keys that mean the same, one is renamed unasked and the other left to the writer")
    func keysThatMeanTheSame() throws {
        let text = Sample.record("incident", "Tags: [a]\nTAGS: [b]\n")
        let found = try findings(in: [text]).report.sorted.filter { $0.code == "unknown-key" }
        #expect(found.map { $0.fixes.map(\.isSafe) } == [[true], [false]])
        let changed = try #require(FixApplier(applying: found).changed.first)
        #expect(String(decoding: changed.bytes, as: UTF8.self).hasSuffix("\ntags: [a]\nTAGS: [b]\n"))
        #expect(HostileFile(Array(text.utf8)).violations.isEmpty)
    }

    @Test(
        "of keys that exclude each other one is needed, and one is enough", arguments: DeclaredFormat.allCases
    )
    func choices(format: DeclaredFormat) {
        for place in format.places {
            guard let object = place.field.shape.object else { continue }
            for choice in object.choices {
                let rest = FieldPlace.members(of: object).filter { !choice.keys.contains($0.key) }
                func document(_ keys: [String]) -> JSONValue {
                    let given = keys.compactMap { key in
                        object.field(key)?.example.flatMap(YAMLCore.value(ofSnippet:)).map {
                            JSONValue.Member(key, $0)
                        }
                    }
                    return place.document(
                        FieldPlace.wrapped(place.field.shape, [.init("x-first", 1)] + rest + given))
                }
                expect("missing-field", marked(document([]), at: "\"x-first\""), in: place)
                for alternative in choice.alternatives {
                    #expect(
                        format.findings(in: YAMLText.file(document(alternative))).isEmpty, "\(place.name)")
                }
                let last = choice.keys[choice.keys.count - 1]
                expect("conflicting-keys", marked(document(choice.keys), at: "\"\(last)\""), in: place)
                for half in choice.alternatives where half.count > 1 {
                    let key = half[0]
                    expect("conflicting-keys", marked(document([key]), at: "\"\(key)\""), in: place)
                }
            }
        }
    }
}
