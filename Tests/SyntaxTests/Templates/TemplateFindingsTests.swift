import Diagnostics
import Syntax
import Testing

@Suite("What is wrong with a template")
struct TemplateFindingsTests {
    @Test(
        "a tag that does not fit is underlined",
        arguments: [
            ("a {{name b\nc", ["template-syntax: {{name b"]),
            ("a {{name <p>{{other}}", ["template-syntax: {{name <p>{{other}}"]),
            ("{{{name}} {{a}}", ["template-syntax: {{{name}} {{a}}"]),
            ("{{! never closed", ["template-syntax: {{! never closed"]),
            ("{{}}", ["template-syntax: {{}}"]),
            ("{{# }}x", ["template-syntax: {{# }}"]),
            ("{{first name}}", ["template-syntax: {{first name}}"]),
            ("{{=<%=}}", ["template-syntax: {{=<%=}}"]),
            ("{{=<= =>=}}", ["template-syntax: {{=<= =>=}}"]),
            ("a{{/b}}", ["template-syntax: {{/b}}"]),
            ("{{#a}}{{/b}}{{/a}}", ["template-syntax: {{/b}}"]),
            ("{{#a}}{{#b}}{{/a}}", ["template-syntax: {{/a}}"]),
            ("{{#a}}x", ["template-syntax: "]),
            ("{{$a}}{{^b}}", ["template-syntax: ", "template-syntax: "]),
        ])
    func syntax(_ template: String, _ findings: [String]) {
        #expect(SampleTheme(["page": template]).findings == findings)
    }

    @Test("a section that is never closed is pointed at where it opens and where its end is missed")
    func unclosedSection() throws {
        let report = SampleTheme(["page": "one\n{{#two}}\nthree\n"]).report
        let finding = try #require(report.diagnostics.first)
        #expect(report.diagnostics.count == 1)
        #expect(finding.severity == .error)
        #expect(finding.message == "`{{#two}}` is never closed: it needs `{{/two}}`")
        #expect(finding.primary.span.start == 19)
        #expect(finding.secondary.map(\.span.text) == ["{{#two}}"])
        #expect(finding.primary.span.file.path == "templates/page.mustache")
    }

    @Test("a tag that closes another's content points at the one that is still open")
    func crossedSections() throws {
        let finding = try #require(SampleTheme(["page": "{{#a}}{{#b}}{{/a}}{{/b}}"]).report.diagnostics.first)
        #expect(finding.secondary.map(\.span.text) == ["{{#b}}"])
        #expect(finding.help == "close `{{#b}}` first, with `{{/b}}`")
    }

    @Test("a partial that no file has is named with the nearest that there is")
    func missing() throws {
        let theme = SampleTheme(["page": "a{{> parts/heder}}{{< nowhere}}{{/ nowhere}}", "parts/header": "h"])
        #expect(theme.findings == ["template-missing: parts/heder", "template-missing: nowhere"])
        let finding = try #require(theme.report.sorted.first)
        #expect(finding.help == "did you mean `parts/header`?")
        #expect(finding.fixes.first?.edits.first?.replacement == "parts/header")
        #expect(theme.report.sorted.last?.help == "add `nowhere.mustache` to the templates")
        #expect(theme.render() == "a")
    }

    @Test("templates that show each other whatever the data says are found before any page")
    func loops() {
        let itself = SampleTheme(["page": "a{{> page}}b"])
        #expect(itself.findings == ["template-loop: page"])
        #expect(itself.render() == "ab")
        let around = SampleTheme(["a": "1{{> b}}", "b": "2{{> c}}", "c": "3{{< a}}{{/ a}}"])
        #expect(around.findings == ["template-loop: a"])
        #expect(around.render("b") == "23")
        let tree = SampleTheme(["a": "{{#children}}{{> a}}{{/children}}", "b": "{{> a}}{{> a}}"])
        #expect(tree.findings == [])
    }

    @Test("more than 64 tags inside one another are refused")
    func nesting() {
        func nested(_ count: Int) -> SampleTheme {
            SampleTheme([
                "page": String(repeating: "{{#a}}", count: count) + "x"
                    + String(repeating: "{{/a}}", count: count)
            ])
        }
        #expect(nested(64).findings == [])
        #expect(nested(65).findings == ["template-syntax: {{#a}}"])
        #expect(nested(5_000).render("page", ["a": true]) == "")
    }

    @Test("what is right around a wrong tag still renders")
    func recovery() {
        #expect(page("a{{#x}}b{{/y}}c{{/x}}d{{first name}}e", ["x": true]) == "abcde")
    }
}
