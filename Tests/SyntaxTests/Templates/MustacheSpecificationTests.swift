import Diagnostics
import Syntax
import Testing

@Suite("Mustache, by its own test files")
struct MustacheSpecificationTests {
    @Test(
        "every case of a module comes out byte for byte",
        .enabled(
            if: MustacheSpecification.isPresent, "the language's test files are not beside the repository"),
        arguments: [
            "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names",
            "~inheritance",
        ])
    func module(_ module: String) throws {
        let cases = try MustacheSpecification.cases(of: module)
        #expect(cases.count > 10)
        for test in cases {
            var sources = (test.partials ?? [:]).mapValues { SourceFile(path: "partial", text: $0) }
            sources["main template"] = SourceFile(path: "template", text: test.template)
            var report = Report()
            let set = TemplateSet(sources: sources, into: &report)
            var output: [UInt8] = []
            #expect(set.render("main template", test.data, into: &output))
            #expect(
                String(decoding: output, as: UTF8.self) == test.expected,
                "\(module), \(test.name): \(test.desc)")
            #expect(
                report.diagnostics.allSatisfy { $0.code == "template-missing" || $0.code == "template-loop" },
                "\(module), \(test.name): \(report.diagnostics.map(\.message))")
        }
    }
}
