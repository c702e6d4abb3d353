import Diagnostics
import Incidents
import Records
import Syntax
import System
import TestKit
import Testing

/// An editor that follows the schema and `check` refuse the same records.
@Suite("Schema and check")
struct SchemaParityTests {
    private static let seeds = 0..<6
    private static let samplesPerSeed = 250

    private func isAccepted(_ value: JSONValue) -> (Bool, Report) {
        var report = Report()
        _ = RecordReader().read(SourceFile(path: "r.yml", text: YAMLText.file(value)), into: &report)
        return (!report.hasErrors, report)
    }

    private func compare(
        _ value: JSONValue, _ validator: SchemaValidator, location: SourceLocation = #_sourceLocation
    ) -> Bool {
        let (isAccepted, report) = isAccepted(value)
        let findings = validator.findings(in: value)
        let isSame = isAccepted == findings.isEmpty
        if !isSame {
            Issue.record(
                """
                schema: \(findings.prefix(4)), check: \(report.sorted.prefix(4).map { "\($0.code): \($0.message)" })
                \(YAMLText.file(value))
                """, sourceLocation: location)
        }
        return isAccepted
    }

    @Test("records that are made from the declarations are taken by both", arguments: RecordKind.allCases)
    func generated(kind: RecordKind) {
        var samples = RecordSamples(seed: 1)
        let validator = SchemaValidator(RecordSchema.union())
        for _ in 0..<100 {
            let value = samples.value(of: .object(RecordFormat.of(kind).shape))
            #expect(compare(value, validator))
        }
    }

    @Test("records with something wrong in them are refused by both or by neither", arguments: seeds)
    func mutated(seed: Int) {
        var samples = RecordSamples(seed: UInt64(1000 + seed))
        let kind = RecordKind.allCases[seed % 3]
        let validator = SchemaValidator(RecordSchema.union())
        var accepted = 0
        for _ in 0..<Self.samplesPerSeed {
            var value = samples.value(of: .object(RecordFormat.of(kind).shape))
            for _ in 0..<Int.random(in: 1...2, using: &samples.random) { value = samples.mutated(value) }
            if compare(value, validator) { accepted += 1 }
        }
        // Mutations that always or never hurt would compare nothing.
        #expect(accepted > Self.samplesPerSeed / 50 && accepted < Self.samplesPerSeed * 9 / 10, "\(accepted)")
    }

    @Test(
        "whole records of each kind, with something wrong in them, are refused by both or by neither",
        arguments: [
            "Tests/Fixtures/records/incident-postmortem.yml",
            "Tests/Fixtures/records/statement-not-affected.yml",
            "Tests/Fixtures/records/statement-affected.yml", "Tests/Fixtures/records/advisory-active.yml",
            "incidents/2026/iotex-token-safe.yml", "incidents/2025/okx-npm-not-affected.yml",
        ])
    func whole(path: String) throws {
        let bytes = try Disk.read(Disk.join(CleanRecordsTests.root, path))
        var report = Report()
        let document = try #require(YAMLReader().read(SourceFile(path: path, bytes: bytes), into: &report))
        let whole = YAMLCore.value(of: try #require(document.root), in: document)
        let validator = SchemaValidator(RecordSchema.union())
        var samples = RecordSamples(seed: 31)
        #expect(compare(whole, validator))
        for _ in 0..<60 { _ = compare(samples.mutated(whole), validator) }
    }

    @Test("configurations are refused by both or by neither", arguments: seeds)
    func site(seed: Int) {
        var samples = RecordSamples(seed: UInt64(2000 + seed))
        let validator = SchemaValidator(RecordSchema.site())
        for sample in 0..<120 {
            var value = samples.value(of: .object(SiteFormat.shape))
            if sample % 4 > 0 { value = samples.mutated(value) }
            var report = Report()
            _ = SiteReader().read(
                SourceFile(path: "aboveboard.yml", text: YAMLText.file(value)), into: &report)
            let findings = validator.findings(in: value)
            #expect(
                report.hasErrors != findings.isEmpty,
                "schema: \(findings.prefix(4)), check: \(report.sorted.prefix(4).map(\.message))\n\(YAMLText.file(value))"
            )
        }
    }

    /// Every field on its own, so that rare fields are met as often as common ones.
    @Test("each field takes and refuses the same values in both", arguments: RecordKind.allCases)
    func fieldByField(kind: RecordKind) {
        let shape = RecordFormat.of(kind).shape
        var samples = RecordSamples(seed: 77)
        let validator = SchemaValidator(RecordSchema.of(kind))
        let base: [JSONValue.Member] = shape.fields.filter(\.isRequired).map { field in
            .init(field.name, field.example.flatMap(YAMLCore.value(ofSnippet:))!)
        }
        #expect(compare(.object(base), validator))
        for field in shape.fields {
            for _ in 0..<40 {
                let value = samples.mutated(samples.value(of: field.shape))
                let members = base.filter { $0.key != field.name } + [.init(field.name, value)]
                _ = compare(.object(members), validator)
            }
        }
    }

    @Test("the kind's own schema and the union agree", arguments: RecordKind.allCases)
    func union(kind: RecordKind) {
        var samples = RecordSamples(seed: 5)
        let own = SchemaValidator(RecordSchema.of(kind))
        let union = SchemaValidator(RecordSchema.union())
        for _ in 0..<150 {
            let value = samples.mutated(samples.value(of: .object(RecordFormat.of(kind).shape)))
            let named = value["kind"]?.string == kind.rawValue
            #expect(!named || own.findings(in: value).isEmpty == union.findings(in: value).isEmpty)
        }
    }
}
