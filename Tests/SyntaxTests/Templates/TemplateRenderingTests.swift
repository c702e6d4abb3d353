import Diagnostics
import Syntax
import Testing

@Suite("Pages from templates")
struct TemplateRenderingTests {
    @Test("text cannot leave an attribute of either quote, nor become a tag")
    func escaping() {
        let text = "\"><script>'&amp;"
        #expect(
            page("<a title=\"{{t}}\" id='{{t}}'>{{t}}</a>", ["t": .text(text)])
                == "<a title=\"&quot;&gt;&lt;script&gt;&#39;&amp;amp;\" id='&quot;&gt;&lt;script&gt;&#39;&amp;amp;'>"
                + "&quot;&gt;&lt;script&gt;&#39;&amp;amp;</a>")
        #expect(page("{{t}}", ["t": .bytes(Array(text.utf8))]) == "&quot;&gt;&lt;script&gt;&#39;&amp;amp;")
        #expect(page("{{{t}}}{{&t}}", ["t": "<"]) == "<<")
    }

    @Test("a special character is found at any place of a long text, and nothing else is taken for one")
    func escapingEverywhere() {
        let references = [0x22: "&quot;", 0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;"]
        for byte in UInt8(0)..<0x80 {
            for place in 0..<19 {
                var text = Array("a'cdefghijklmnopqrs".utf8)
                text[place] = byte
                let told = text.map { references[Int($0)] ?? String(decoding: [$0], as: UTF8.self) }.joined()
                #expect(page("{{t}}", ["t": .bytes(text)]) == told, "\(byte) at \(place)")
            }
        }
    }

    @Test("HTML of our own making stands as it is")
    func html() {
        #expect(
            page("{{t}} {{{t}}}", ["t": .html(Array("<b>&amp;</b>".utf8))]) == "<b>&amp;</b> <b>&amp;</b>")
    }

    @Test(
        "nothing, no, an empty list and an empty text hide a section",
        arguments: [TemplateValue.null, false, [], "", .bytes([]), .html([])])
    func falsy(_ value: TemplateValue) {
        #expect(page("{{#v}}yes{{/v}}{{^v}}no{{/v}}", ["v": value]) == "no")
    }

    @Test(
        "zero, an empty object and all else show a section",
        arguments: [TemplateValue.int(0), [:], true, "a", [false], .html([0x20])])
    func truthy(_ value: TemplateValue) {
        #expect(page("{{#v}}yes{{/v}}{{^v}}no{{/v}}", ["v": value]) == "yes")
    }

    @Test("numbers and flags are written as words of data")
    func words() {
        #expect(
            page("{{a}} {{b}} {{c}} {{d}}{{e}}", ["a": -7, "b": true, "c": false, "d": nil, "e": [:]])
                == "-7 true false ")
    }

    @Test("an item's nothing hides the page's value, a missing one does not")
    func shadowing() {
        let template = "{{#items}}[{{name}}]{{/items}}"
        #expect(page(template, ["name": "page", "items": [["name": nil], ["other": "x"]]]) == "[][page]")
    }

    @Test("a later value under the same key takes the earlier one's place, and nil takes it out")
    func object() {
        var object: TemplateObject = ["a": "1", "b": "2", "a": "3"]
        #expect(object.count == 2)
        object["b"] = nil
        object["c"] = .init(nil as String?)
        #expect(object["b"] == nil)
        #expect(object.keys.map(\.name) == ["a", "c"])
        #expect(page("{{a}}{{b}}{{c}}", .object(object)) == "3")
    }

    @Test("keys of equal names are equal, and a name comes back as it was written")
    func keys() {
        let many = (0..<200).map { TemplateKey("key \($0)") }
        #expect(many == (0..<200).map { TemplateKey("key \($0)") })
        #expect(many[150].name == "key 150")
        // More keys than the object's table of bits has places.
        let object = TemplateObject(many.map { ($0, .text($0.name)) })
        #expect(many.allSatisfy { if case .text(let text)? = object[$0] { text == $0.name } else { false } })
        #expect(object["key 200"] == nil)
    }

    @Test("a table that many pages share says what an object of the same names says")
    func table() {
        let pairs = (0..<300).map { (TemplateKey("text\($0)"), TemplateValue.text("<\($0)>")) }
        let names = (0..<301).map { "t.text\($0)" } + ["t", "t.text1.more", "text2"]
        let template = names.map { "{{\($0)}}{{#\($0)}}[{{text7}}]{{/\($0)}}" }.joined(separator: "\n")
        let told = page(template, ["t": .constant(pairs), "text2": "around"])
        #expect(told == page(template, ["t": .object(TemplateObject(pairs)), "text2": "around"]))
        #expect(told?.contains("&lt;299&gt;[") == true)
    }

    @Test("a text that many pages share is escaped wherever it needs to be")
    func constant() {
        #expect(page("{{t}} {{{t}}}", ["t": .constant("R&D")]) == "R&amp;D R&D")
        #expect(page("{{t}} {{{t}}}", ["t": .constant("café")]) == "café café")
        #expect(page("{{#t}}yes{{/t}}{{^t}}no{{/t}}", ["t": .constant("")]) == "no")
    }

    @Test("a layout's blocks take the page's content, at the indentation of the layout")
    func layout() {
        let theme = SampleTheme([
            "layout": """
            <html>
              <head>
                {{> parts/title}}
              </head>
              <body>
                {{$content}}
                nothing
                {{/content}}
              </body>
            </html>

            """,
            "parts/title": "<title>{{$title}}Site{{/title}}</title>\n<meta>\n",
            "page": """
            {{< layout}}
            {{$title}}{{name}} <&>{{/title}}
            {{$content}}
            <main>
              {{#items}}
              <p>{{.}}</p>

              {{/items}}
            </main>
            {{/content}}
            {{/ layout}}

            """,
        ])
        #expect(theme.findings == [])
        #expect(
            theme.render("page", ["name": "A", "items": ["one\ntwo", "three"]]) == """
                <html>
                  <head>
                    <title>A <&></title>
                    <meta>
                  </head>
                  <body>
                    <main>
                      <p>one
                two</p>

                      <p>three</p>

                    </main>
                  </body>
                </html>

                """)
        #expect(theme.render("layout")?.contains("    <title>Site</title>\n    <meta>\n") == true)
        #expect(theme.render("layout")?.contains("    nothing\n") == true)
    }

    @Test("a page of Windows lines keeps its lines and loses those of its tags")
    func windowsLines() {
        #expect(page("a\r\n{{#t}}\r\nb\r\n{{/t}}\r\nc\r\n", ["t": true]) == "a\r\nb\r\nc\r\n")
        #expect(page("\u{FEFF}a") == "a")
    }

    @Test("lines that hold only sections leave nothing behind, lines that show something stay")
    func standaloneLines() {
        #expect(page("{{#a}}{{#b}}\nx\n{{/b}}{{/a}}\n", ["a": true, "b": true]) == "x\n")
        let theme = SampleTheme([
            "page": "<ul>\n  {{#items}}{{> item}}{{/items}}\n</ul>\n", "item": "<li>{{.}}",
        ])
        #expect(theme.render("page", ["items": ["1", "2"]]) == "<ul>\n  <li>1<li>2\n</ul>\n")
    }

    @Test("a template by a name of the data is shown, and an unknown name shows nothing")
    func dynamic() {
        let theme = SampleTheme(["page": "{{#parts}}{{> *kind}}{{/parts}}", "a": "A{{n}}", "b": "B{{n}}"])
        #expect(
            theme.render("page", ["parts": [["kind": "a", "n": 1], ["kind": "x"], ["kind": "b", "n": 2]]])
                == "A1B2")
    }

    @Test("an unknown page renders nothing and says so")
    func unknown() {
        let theme = SampleTheme(["page": "x"])
        var output: [UInt8] = [0x61]
        #expect(!theme.set.render("pages", TemplateObject(), into: &output))
        #expect(output == [0x61])
        #expect(theme.set.render("page", TemplateObject(), into: &output))
        #expect(output == [0x61, 0x78])
    }

    @Test("templates that show each other without end are cut, however often each shows the next")
    func endless() throws {
        let once = SampleTheme(["page": "{{#go}}x{{> page}}{{/go}}"])
        #expect(try #require(once.render("page", ["go": true])).count == 65)
        let twice = SampleTheme(["page": "{{#go}}x{{> page}}{{> page}}{{/go}}"])
        #expect(try #require(twice.render("page", ["go": true])).count < 10_000_000)
        let blocks = SampleTheme(["page": "{{$a}}x{{< page}}{{$b}}{{/b}}{{/ page}}{{/a}}"])
        #expect(try #require(blocks.render()).count <= 65)
        let nested =
            String(repeating: "{{#go}}", count: 60) + "{{> page}}" + String(repeating: "{{/go}}", count: 60)
        #expect(SampleTheme(["page": "x" + nested]).render("page", ["go": true]) == "xxxxx")
    }

    @Test("a theme tells which names a template reads and which templates it asks for")
    func introspection() {
        let theme = SampleTheme([
            "page":
                "{{#loss}}{{amount}}{{{loss.unit}}}{{/loss}}{{^b}}{{.}}{{/b}}{{> item}}{{< layout}}{{/ layout}}{{> *kind}}",
            "item": "", "layout": "",
        ])
        #expect(theme.set.keys(of: "page") == [".", "amount", "b", "kind", "loss", "loss.unit"])
        #expect(theme.set.references(of: "page") == ["item", "layout"])
        #expect(theme.set.keys(of: "none") == [])
        #expect(theme.set.names == ["item", "layout", "page"])
    }
}
