import Records
import Syntax
import TestKit
import Testing

/// Every field's example stands in messages, in editors and on the reference page: it must be right.
@Suite("Examples of fields")
struct FieldExampleTests {
    @Test(
        "check and schema take every field's example, just as it is written",
        arguments: DeclaredFormat.allCases)
    func examples(format: DeclaredFormat) throws {
        let validator = format.validator
        for place in format.places {
            let example = try #require(place.field.example, "\(place.name) has no example")
            let sample = place.text("«\(example)»")
            let findings = format.findings(in: sample.text)
            #expect(
                findings.isEmpty,
                "\(place.name): \(findings.map { "\($0.code): \($0.message)" })\n\(sample.text)")
            let value = try #require(YAMLCore.value(ofSnippet: example), "\(place.name)")
            #expect(validator.findings(in: place.document(value)).isEmpty, "\(place.name): \(example)")
        }
    }

    @Test("every field says what it is for", arguments: DeclaredFormat.allCases)
    func meanings(format: DeclaredFormat) {
        for place in format.places {
            #expect(place.field.meaning.hasSuffix("."), "\(place.name): \(place.field.meaning)")
        }
    }
}
