import Diagnostics
import Syntax
import Testing

@Suite("Texts that are written into templates beforehand")
struct TemplateFillingTests {
    private static let texts = TemplateTable(
        TemplateObject([
            ("plain", .constant("words")), ("marked", .constant("R&D <b>")), ("empty", .constant("")),
            ("lines", .constant("one\ntwo")), ("group", .constant([("inner", .constant("deep"))])),
        ]))

    /// What a template becomes with its texts found page by page, and with the same texts filled in.
    private func pages(_ sources: [String: String], _ values: TemplateObject) throws -> (String, String) {
        let texts = try #require(Self.texts)
        var report = Report()
        let sources = sources.mapValues { SourceFile(path: "theme.mustache", text: $0) }
        let plain = TemplateSet(sources: sources, into: &report)
        var filled = plain
        filled.fill("t", with: texts)
        var object = values
        object.set("t", .table(texts))
        var (first, second): ([UInt8], [UInt8]) = ([], [])
        #expect(plain.render("page", object, into: &first))
        #expect(filled.render("page", object, into: &second))
        return (String(decoding: first, as: UTF8.self), String(decoding: second, as: UTF8.self))
    }

    @Test(
        "a page is the same whether texts are found or filled in",
        arguments: [
            "a {{t.plain}} b", "{{t.plain}}", "{{t.plain}}{{t.marked}}{{{t.marked}}}{{&t.marked}}",
            "{{#rows}}{{t.plain}}{{.}}{{t.marked}}{{/rows}}{{t.plain}}",
            "{{#none}}a{{t.plain}}{{/none}}{{t.plain}}b{{^none}}c{{t.plain}}{{/none}}{{t.plain}}",
            "x\n  {{t.plain}}\n{{t.lines}}\n {{t.empty}}\n{{t.missing}}{{t}}{{t.group}}{{t.group.inner}}\n",
            "{{#t.plain}}[{{.}}{{t.plain}}]{{/t.plain}}{{^t.empty}}none{{/t.empty}}{{#t}}{{plain}}{{t.plain}}{{/t}}",
            "  {{>part}}\n", "a {{>part}} b {{t.plain}}", "{{#own}}{{t.plain}}{{>part}}{{/own}}{{t.plain}}",
            "{{<layout}}{{$main}}\n  {{t.plain}}\n  x {{t.lines}}\n{{/main}}{{/layout}}{{t.plain}}",
            "{{<layout}}{{/layout}}{{#own}}{{<layout}}{{$main}}{{t.plain}}!{{/main}}{{/layout}}{{/own}}",
            "{{#hidden}}{{t.plain}}{{t.group.inner}}{{/hidden}}{{#lists}}{{t.plain}}{{/lists}}",
        ])
    func sameWords(template: String) throws {
        let (found, filled) = try pages(
            [
                "page": template, "part": "{{t.plain}} <i>\n{{t.marked}}\n\n {{t.plain}}{{name}}\n",
                "layout": "<\n    {{$main}}\n    {{t.plain}} default\n    {{/main}}\n{{t.plain}}>\n",
            ],
            [
                "rows": ["1", "2"], "none": nil, "name": "<n>",
                "own": ["t": ["plain": "the row's own", "marked": "&"], "name": "row"],
                "hidden": ["t": nil], "lists": [["t": ["plain": "first"]], ["other": "second"]],
            ])
        #expect(found == filled)
    }

    @Test("a page that has other texts under the key keeps them")
    func otherTexts() throws {
        let texts = try #require(Self.texts)
        var report = Report()
        var set = TemplateSet(
            sources: ["page": SourceFile(path: "theme.mustache", text: "{{t.plain}}")], into: &report)
        set.fill("t", with: texts)
        var output: [UInt8] = []
        for object: TemplateObject in [["t": ["plain": "others"]], ["other": "none"]] {
            #expect(set.render("page", object, into: &output))
        }
        #expect(String(decoding: output, as: UTF8.self) == "others")
    }
}
