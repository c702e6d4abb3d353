import Syntax
import Testing

@Suite("Values where they stand")
struct TemplateMemoryTests {
    private static let template =
        "{{#rows}}<{{a}}{{#b}}[{{c}}{{.}}]{{/b}}{{^b}}-{{/b}}{{c}}{{#d.e}}{{.}}{{c}}{{/d.e}}>{{/rows}}{{^rows}}none{{/rows}}"

    /// Objects of the same names in all orders, and of names that others have not.
    private static let rows: [TemplateObject] = [
        ["a": "1", "b": "2", "c": "3", "d": ["e": "4"]], ["c": "5", "a": "6", "b": "7"],
        ["b": nil, "d": ["e": ["x", "y"]], "c": "8"], [:], ["a": "9", "d": "10", "c": nil],
        ["d": ["f": "11", "e": "12"], "a": "13"], ["a": "14", "b": "15", "c": "16", "d": ["e": "17"]],
    ]

    private static func page(of rows: TemplateValue) -> TemplateValue {
        .object([
            "d": ["e": "outer"], "z": "0", "c": "around", "y": "0", "rows": rows, "b": "over", "a": "all",
        ])
    }

    @Test("a name is found wherever it stands in an object, and behind that in the ones around it")
    func anyOrder() {
        #expect(
            SyntaxTests.page(Self.template, Self.page(of: TemplateValue(Self.rows)))
                == "<1[32]343><6[57]5outer5><all-8x8y8><all[aroundover]aroundouteraround><9[over]>"
                + "<13[aroundover]around12around><14[1615]161716>")
    }

    @Test(
        "a page of any size stands behind what was there before, whatever room there was",
        arguments: [0, 1, 900, 1000, 1100, 5000, 40_000])
    func anySize(size: Int) {
        let theme = SampleTheme(["page": "{{#rows}}{{a}}, {{{a}}}{{b}} {{/rows}}"])
        let (text, html) = (
            String(repeating: "a<b", count: size / 30), Array(repeating: UInt8(0x2D), count: size)
        )
        let rows = TemplateValue(
            (0..<10).map { ["a": .text(text + String($0)), "b": .html(html)] as TemplateObject })
        let row = (0..<10).map { number in
            let (text, html) = (text + String(number), String(repeating: "-", count: size))
            return text.replacing("<", with: "&lt;") + ", " + text + html + " "
        }
        let page: TemplateObject = ["rows": rows]
        for room in [0, 3, 2000, 100_000] {
            var output = Array("before".utf8)
            output.reserveCapacity(room)
            #expect(theme.set.render("page", page, into: &output))
            #expect(String(decoding: output, as: UTF8.self) == "before" + row.joined())
        }
    }
    @Test(
        "a value in a page's memory shows what it would show in one of its own",
        arguments: [
            "", "words", "R&D <b> 'x' \"y\"", "#ref", "é, ü\n two", String(repeating: "a<", count: 99),
        ])
    func ownMemory(text: String) {
        let theme = SampleTheme([
            "page": "{{text}}|{{{text}}}|{{#text}}[{{.}}]{{/text}}{{^text}}none{{/text}}|{{html}}|{{{html}}}",
            "part": "{{>*name}}{{>*text}}", "words": "a part",
        ])
        let memory = TemplateMemory()
        var before: TemplateObject = ["name": .text("words"), "text": .text(text)]
        before.set("html", .html(Array(text.utf8)))
        var after: TemplateObject = ["name": memory.text { $0 += "words".utf8 }]
        after.set("text", memory.text { $0 += text.utf8 })
        after.set("html", memory.html { $0 += text.utf8 })
        for name in ["page", "part"] {
            var (first, second): ([UInt8], [UInt8]) = ([], [])
            #expect(theme.set.render(name, before, into: &first))
            #expect(theme.set.render(name, after, memory, into: &second))
            #expect(first == second)
        }
    }

    /// The same value with all its objects and lists in a memory.
    private static func copy(_ value: TemplateValue, to memory: TemplateMemory) -> TemplateValue {
        switch value {
        case .list(let items): memory.list(count: items.count) { copy(items[$0], to: memory) }
        case .object(let inner):
            memory.object { object in
                for key in inner.keys { object.set(key, copy(inner[key] ?? .null, to: memory)) }
            }
        case .text(let text): memory.text { $0 += text.utf8 }
        default: value
        }
    }

    @Test("objects and lists of a page's memory are what they would be on their own, however deep they stand")
    func ownObjects() {
        let theme = SampleTheme(["page": Self.template])
        let deep = (0..<300).reduce(TemplateValue.null) { inner, number in
            ["a": .int(number), "b": ["c": .text("<\(number)>"), "rows": []], "rows": [inner, [:], "text"]]
        }
        let values = [
            Self.page(of: TemplateValue(Self.rows)), Self.page(of: []), .list([]), [:], deep,
            ["rows": ["b": [:]]],
        ]
        for value in values {
            let memory = TemplateMemory()
            let copy = Self.copy(value, to: memory)
            var (first, second): ([UInt8], [UInt8]) = ([], [])
            #expect(theme.set.render("page", value, into: &first))
            #expect(theme.set.render("page", copy, memory, into: &second))
            #expect(first == second)
            #expect(value.isTruthy == copy.isTruthy)
        }
    }

    @Test("a value among constants shows what it would show on its own")
    func constants() {
        let theme = SampleTheme([
            "page": "{{#a}}({{.}}{{b}}{{#rows}}[{{.}}{{b}}]{{/rows}}){{/a}}{{^a}}none{{/a}}{{{a}}}"
        ])
        let values: [TemplateValue] = [
            .null, true, false, 7, "", "a < b", .html(Array("<b>".utf8)), .bytes(Array("&".utf8)), [],
            ["x", "y"], [:], ["b": "inner", "rows": ["1", ["b": "2"]]],
        ]
        let constants = TemplateConstants(values)
        let copies = TemplateConstants(values.indices.map { constants[$0] })
        for (place, value) in values.enumerated() {
            for kept in [constants[place], copies[place]] {
                #expect(theme.render("page", ["a": kept]) == theme.render("page", ["a": value]))
                #expect(kept.isTruthy == value.isTruthy)
            }
        }
    }

    @Test("what was made for a mark is made once, and shows again")
    func again() {
        let memory = TemplateMemory()
        var made = 0
        let values = [1, 2, 1, 2, 3].map { number in
            memory.again(.init(number, 5)) {
                made += 1
                return memory.text { $0.append(number: Int(number)) }
            }
        }
        #expect(made == 3)
        var bytes: [UInt8] = []
        for value in values { memory.append(value, to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == "12123")
    }

    @Test("of two values under one key the later one counts, and what is made meanwhile stays apart")
    func laterValue() {
        let theme = SampleTheme(["page": "{{a}}{{#b}}({{a}}{{c}}){{/b}}{{c}}"])
        let memory = TemplateMemory()
        let page = memory.object { object in
            object.set("a", "first")
            object.set("b", memory.list(count: 2) { place in memory.object { $0.set("c", .int(place)) } })
            object.set("a", memory.text { $0 += "second".utf8 })
            object.set("c", .list([]))
        }
        var output: [UInt8] = []
        #expect(theme.set.render("page", page, memory, into: &output))
        #expect(String(decoding: output, as: UTF8.self) == "second(second0)(second1)")
    }

    @Test("a value that stands in another page's memory shows nothing")
    func foreignMemory() {
        let memory = TemplateMemory()
        let values: TemplateObject = [
            "word": memory.text { $0 += "word".utf8 }, "object": memory.object { $0.set("a", "a") },
            "list": memory.list(count: 2) { .int($0) },
        ]
        let template = "{{word}}{{#object}}{{a}}{{/object}}{{#list}}{{.}}{{/list}}!"
        #expect(SyntaxTests.page(template, .object(values)) == "!")
    }

    @Test("what was found on one page is no more than a guess for the next")
    func guesses() {
        let theme = SampleTheme(["page": Self.template])
        func told(_ value: TemplateValue) -> String? { theme.render("page", value) }
        let rows = TemplateValue(Self.rows)
        let backwards = TemplateValue(Self.rows.reversed())
        for value in [rows, backwards, rows, .null, ["rows": ["a": "1"]], backwards] {
            let page = Self.page(of: value)
            #expect(told(page) == SyntaxTests.page(Self.template, page))
            #expect(told(value) == SyntaxTests.page(Self.template, value))
        }
    }
}
