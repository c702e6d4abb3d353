import Records
import TestKit
import Testing

/// Each form is told twice: as a pattern for editors and by hand for the decoder.
@Suite("Forms of text")
struct TextFormTests {
    private static let forms: [(name: String, form: TextForm)] = forms(of: .object(SiteFormat.shape)).merging(
        [RecordFormat.incident, .statement, .advisory].map { forms(of: .object($0.shape)) }
            .reduce([:]) { $0.merging($1) { first, _ in first } }
    ) { first, _ in first }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

    private static func forms(of shape: Shape) -> [String: TextForm] {
        switch shape {
        case .text(let form): form.isAnyLine ? [:] : [form.name: form]
        case .list(let item): forms(of: item)
        case .wordOr(_, let other): forms(of: other)
        case .object(let object), .shared(_, let object):
            object.fields.map { forms(of: $0.shape) }.reduce([:]) { $0.merging($1) { first, _ in first } }
        default: [:]
        }
    }

    @Test("pattern and hand agree on texts near the form")
    func agreement() throws {
        #expect(Self.forms.count >= 17)
        for (name, form) in Self.forms {
            let pattern = try SchemaValidator.expression(of: #require(form.pattern))
            var samples = RecordSamples(seed: 9)
            let seeds = (RecordSamples.texts + RecordSamples.boundaries).filter { form.accepts($0) }
            #expect(!seeds.isEmpty, "no sample of \(name)")
            var taken = 0
            for round in 0..<600 {
                var text =
                    (round % 4 == 0 ? RecordSamples.texts + RecordSamples.boundaries : seeds)
                    .randomElement(using: &samples.random) ?? ""
                for _ in 0..<round % 4 { text = samples.mutated(text) }
                let isMatch = text.firstMatch(of: pattern) != nil
                if isMatch { taken += 1 }
                #expect(form.accepts(text) == isMatch, "\(name): \(text.debugDescription)")
            }
            #expect(taken > 8 && taken < 580, "\(name): \(taken)")
        }
    }
}
