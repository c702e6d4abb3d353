import Syntax
import Testing

@Suite("Markdown from a stranger")
struct MarkdownHostileTests {
    @Test("raw HTML is shown as it was written and never let through")
    func rawHTML() {
        #expect(
            html("<script>\nalert(1)\n</script>")
                == "<pre tabindex=\"0\"><code>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</code></pre>\n")
        #expect(html("a <img src=x onerror=alert(1)> b") == "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n")
        #expect(html("a <!-- b --> c") == "<p>a &lt;!-- b --&gt; c</p>\n")
        #expect(html("&lt;b&gt; &amp;lt; &#60;") == "<p>&lt;b&gt; &amp;lt; &lt;</p>\n")
    }

    @Test("only our own elements come out, whatever goes in")
    func onlyOurElements() {
        let pieces = [
            "<svg onload=a>", "[", "](", "javascript:a", ")", "![", "`", "**", "~~", "\"", "'", "|",
            "\n|-|-|\n", "<", ">",
            "&#0;", "&quot;", "[^1]", "\n[^1]: ", "\n> ", "\n- [x] ", "\n# ", "www.a.example", "\\", "\u{0}",
            "a@b.example",
            "\n\n", "    ", "</a>", "http://a.example/\"'",
        ]
        let known: Set<String> = [
            "p", "em", "strong", "del", "a", "code", "pre", "br", "hr", "ul", "ol", "li", "blockquote", "div",
            "table",
            "thead", "tbody", "tr", "th", "td", "span", "sup", "h1", "h2", "h3", "h4", "h5", "h6",
        ]
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var markdown = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                markdown += pieces[Int(state >> 33) % pieces.count]
            }
            let fragment = HTMLFragment(html(markdown))
            #expect(fragment.isBalanced, "\(markdown.debugDescription)")
            #expect(fragment.elements.isSubset(of: known), "\(markdown.debugDescription)")
            #expect(
                fragment.attributes.isSubset(of: HTMLFragment.ourAttributes), "\(markdown.debugDescription)")
            #expect(fragment.ids.count == Set(fragment.ids).count, "\(markdown.debugDescription)")
            #expect(fragment.deepestLink <= 1, "\(markdown.debugDescription)")
        }
    }

    @Test(
        "a caret that is written otherwise than as a caret begins no footnote, and shows no other bytes",
        arguments: ["&#94;", "&#094;", "&#x5E;", "&Hat;", "\\^"])
    func feignedFootnote(caret: String) {
        for _ in 0..<20 {
            #expect(html("[\(caret)abcdefgh] a") == "<p>[^abcdefgh] a</p>\n")
            #expect(html("[\(caret)b] ![\(caret)c] [^a]\n\n[^a]: note").hasPrefix("<p>[^b] ![^c] "))
        }
    }

    @Test("NUL and bytes that are no UTF-8 become the replacement character")
    func invalid() {
        let text = MarkdownRenderer().html([0x61, 0x00, 0x62, 0xFF, 0x63, 0xC3])
        #expect(String(validating: text, as: UTF8.self) == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}</p>\n")
    }

    @Test(
        "a great many marks inside one another end, without a page as deep as they are",
        arguments: [
            "[", ">", "*", "![", "- ", "_a ", "**a *b ", "> - ", "`", "<", "[a](", "~~", "\\", "|", "[^",
        ])
    func nesting(_ mark: String) {
        let fragment = HTMLFragment(html(String(repeating: mark, count: 4_000)))
        #expect(fragment.isBalanced)
        #expect(fragment.deepest <= 140)
        _ = MarkdownRenderer().plainText(String(repeating: mark, count: 4_000))
    }

    @Test("what is nested too deep keeps its words")
    func tooDeep() {
        let text = html(String(repeating: "> ", count: 100) + "word")
        #expect(text.components(of: "<blockquote>") == 64)
        #expect(text.contains("<p>word</p>"))
    }

    @Test("a header of very many columns stays text, so that short rows cannot become millions of cells")
    func wideTables() {
        func table(columns: Int, rows: Int) -> String {
            String(repeating: "|a", count: columns) + "\n" + String(repeating: "|-", count: columns) + "\n"
                + String(repeating: "b\n", count: rows)
        }
        #expect(html(table(columns: 100, rows: 100)).components(of: "<td") == 10_000)
        #expect(!html(table(columns: 300, rows: 1)).contains("<table"))
        #expect(!html(table(columns: 200, rows: 10_000)).contains("<table"))
    }

    @Test("a thousand headings of one name have a thousand names")
    func sameHeadings() {
        let ids = HTMLFragment(html(String(repeating: "# a\n", count: 1_000) + "# a 7")).ids
        #expect(Set(ids).count == 1_001)
        #expect(ids.prefix(3) == ["a", "a-2", "a-3"])
        #expect(ids.last == "a-7-2")
    }

    /// Texts that look for strikethrough or bare links write what the others read while they are parsed: all kinds take
    /// turns, and each says what another kind's marks would change.
    @Test("many threads write what one thread writes")
    func threads() async {
        func body(_ number: Int) -> String {
            switch number % 8 {
            case 0: everyMark(number)
            case 1: "~~gone \(number)~~ at 12:30 within two weeks, and a ~ alone."
            case 2: "See www.example.com/\(number) and https://e.example/\(number): *what* was told."
            case 3: "[One](https://e.example/\(number) that is none: [a](https://e.example/) `https://`"
            default: "What *we* know: **\(number)** wallets drained: [it](../a/).\n\n- www\n- w: x"
            }
        }
        func everyMark(_ number: Int) -> String {
            """
            ## Part \(number)
            ~~gone \(number)~~ and *kept* www.example.com/\(number) ~x~ https://e.example/\(number)~a a\(number)@b.example

            | a | ~~b~~ |
            |---|---|
            | \(number) | www.c.example |

            - [x] done[^1]

            [^1]: Note \(number)
            """
        }
        let bodies = (0..<8_000).map(body)
        let alone = bodies.map { html($0) }
        let together = await withTaskGroup(of: (Int, String).self) { group in
            for part in 0..<8 {
                for index in stride(from: part, to: bodies.count, by: 8) {
                    group.addTask { (index, html(bodies[index])) }
                }
            }
            var texts = Array(repeating: "", count: bodies.count)
            for await (index, text) in group { texts[index] = text }
            return texts
        }
        #expect(alone == together)
        #expect(alone[1_233].contains("<del>gone 1233</del>"))
        #expect(alone[1_234].contains("<a href=\"https://e.example/1234\""))
    }
}
