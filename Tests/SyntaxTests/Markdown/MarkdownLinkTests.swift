import Testing

@testable import Syntax

@Suite("Markdown's links")
struct MarkdownLinkTests {
    @Test("a link that leaves the site tells the other side nothing")
    func external() {
        #expect(
            html("[a](https://example.com/?a=1&b=2 \"T\\\"x\")")
                == "<p><a href=\"https://example.com/?a=1&amp;b=2\" class=\"external\" rel=\"noopener noreferrer\" title=\"T&quot;x\">a</a></p>\n"
        )
        #expect(html("[a](//example.com)").contains("href=\"https://example.com\" class=\"external\""))
        #expect(
            html("<mailto:a@b.example>") == "<p><a href=\"mailto:a@b.example\">mailto:a@b.example</a></p>\n")
        #expect(html("[a](../x/) [b](#y)") == "<p><a href=\"../x/\">a</a> <a href=\"#y\">b</a></p>\n")
    }

    @Test("bare addresses become links")
    func bare() {
        #expect(html("see https://example.com/a_b, then").contains(">https://example.com/a_b</a>, then"))
        #expect(html("www.example.com").contains("<a href=\"http://www.example.com\" class=\"external\""))
        #expect(html("a@b.example").contains("<a href=\"mailto:a@b.example\">a@b.example</a>"))
        #expect(
            html("https://e.example/\"onmouseover=\"x").contains(
                "href=\"https://e.example/%22onmouseover=%22x\""))
    }

    @Test(
        "an address of another kind leaves the words without a link",
        arguments: [
            "[x](javascript:alert(1))", "[x](JaVaScRiPt&#58;alert(1))", "[x](java&#9;script:alert(1))",
            "[x](&#1;javascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](data:text/html,a)",
            "[x](vbscript:a)", "[x](file:///etc/passwd)", "[x](ftp://e.example)", "[x](https:e.example)",
            "[x](https:///e.example)", "[x](http://)", "[x](mailto:)", "[x]()", "[x](<https://a/&#10;b>)",
            "[x](blob:https://e.example/1)", "[x][r]\n\n[r]: javascript:a", "![x](data:image/png;base64,AA)",
            "[x](&#x20;javascript:alert(1))", "[x](///e.example)",
        ])
    func refused(_ markdown: String) {
        #expect(html(markdown) == "<p>x</p>\n")
    }

    @Test("an address is written as a checker wants it, and no browser mends it into another")
    func encoding() {
        #expect(html("[x](</a b\\\\c|d[e]>)").contains("href=\"/a%20b%5Cc%7Cd%5Be%5D\""))
        #expect(html("[x](/50%)").contains("href=\"/50%25\""))
        #expect(html("[x](/a%20b)").contains("href=\"/a%20b\""))
        #expect(html("[x](/ключ#а#б)").contains("href=\"/%D0%BA%D0%BB%D1%8E%D1%87#%D0%B0%23%D0%B1\""))
        #expect(html("[x](/\\\\evil.example)").contains("href=\"/%5Cevil.example\""))
        #expect(html("[x](/'\"><script>)").contains("href=\"/&#39;%22%3E%3Cscript%3E\""))
    }

    @Test("an image is a link with its words, and loads nothing")
    func images() {
        #expect(
            html("![a *b*](https://e.example/i.png)")
                == "<p><a href=\"https://e.example/i.png\" class=\"external image\" rel=\"noopener noreferrer\">a <em>b</em></a></p>\n"
        )
        #expect(html("![](i.png)") == "<p><a href=\"i.png\" class=\"image\">image</a></p>\n")
    }

    @Test("no link stands in a link")
    func nested() {
        #expect(html("[![a](i.png)](/b)") == "<p><a href=\"/b\">a</a></p>\n")
        #expect(html("![[a](/c)](/b)") == "<p><a href=\"/b\" class=\"image\">a</a></p>\n")
        #expect(html("[a[^1]](/b)\n\n[^1]: n").contains("<a href=\"/b\">a<sup>1</sup></a>"))
        let nested = html("[a https://e.example b](/c)")
        #expect(nested.components(of: "<a ") == 1)
    }

    @Test("HTML for a feed has no attribute that feed validators warn of")
    func apart() {
        let feed = html(
            "| a |\n|---|\n| b[^1] |\n\n- [x] c\n\n```\nd\n```\n\n[^1]: e",
            .init(baseURL: "https://s.example/"))
        #expect(!feed.contains("aria-") && !feed.contains("role="))
        #expect(feed.contains("<div class=\"table-scroll\"><table>\n") && feed.contains("</table></div>"))
        #expect(feed.contains("<li class=\"task\">☑ c</li>"))
        #expect(feed.contains("id=\"note_1\"") && feed.contains("↩</a>"))
    }

    @Test("a feed's links are whole addresses")
    func absolute() {
        let page = MarkdownRenderer.Options(
            idPrefix: "p-", baseURL: "https://s.example/incidents/one/?v=1#top")
        func address(_ target: String) -> String {
            let text = html("[x](\(target))\n\n# Here", page)
            return String(text.split(separator: "href=\"")[1].prefix { $0 != "\"" })
        }
        #expect(address("#here") == "https://s.example/incidents/one/?v=1#p-here")
        #expect(address("two/") == "https://s.example/incidents/one/two/")
        #expect(address("../two/?a#b") == "https://s.example/incidents/two/?a#b")
        #expect(address("../../../../x") == "https://s.example/x")
        #expect(address("..") == "https://s.example/incidents/")
        #expect(address(".") == "https://s.example/incidents/one/")
        #expect(address("/x/./y") == "https://s.example/x/y")
        #expect(address("/") == "https://s.example/")
        #expect(address("?q") == "https://s.example/incidents/one/?q")
        #expect(address("https://o.example") == "https://o.example")
        #expect(
            html("a[^1]\n\n[^1]: b", page).contains("href=\"https://s.example/incidents/one/?v=1#p-note_1\""))
        #expect(html("[x](y)", .init(baseURL: "https://s.example")).contains("href=\"https://s.example/y\""))
    }

    @Test("links are told with their words, their addresses and their places")
    func search() {
        let markdown = """
            See [the *notice*](https://a.example/x) and <https://b.example>.
            > Later https://c.example/ and [ref][r], ![pic](javascript:x)

            [r]: https://d.example
            """
        let bytes = Array(markdown.utf8)
        let links = MarkdownRenderer().links(in: markdown)
        #expect(links.map(\.text) == ["the notice", "https://b.example", "https://c.example/", "ref", "pic"])
        #expect(
            links.map(\.target) == [
                "https://a.example/x", "https://b.example", "https://c.example/", "https://d.example",
                "javascript:x",
            ])
        let written = links.map { link in link.range.map { String(decoding: bytes[$0], as: UTF8.self) } }
        #expect(
            written == [
                "[the *notice*](https://a.example/x)", "<https://b.example>", "https://c.example/",
                "[ref][r]",
                "![pic](javascript:x)",
            ])
    }
}

extension String {
    func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }

    @Test("a byte that must not stand in an address is written by its number, wherever it stands")
    func encodedBytes() {
        let kept = Set("-._~!$&'()*+,;=:@/?#".utf8)
        for place in 0..<20 {
            for byte in UInt8(0x20)...0xFF where byte != 0x7F {
                var address = Array("https://example.org/a-path/of/27/bytes.html".utf8)
                address.insert(byte, at: 20 + place)
                let isKept =
                    kept.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
                var expected = Array("https://example.org/a-path/of/27/bytes.html".utf8)
                let number = String(byte, radix: 16, uppercase: true)
                expected.insert(contentsOf: isKept ? [byte] : Array("%\(number)".utf8), at: 20 + place)
                // A per cent sign before two digits is kept.
                if byte == 0x25, LinkTarget(address)?.address == address { continue }
                #expect(LinkTarget(address)?.address == expected, "\(byte) at \(place)")
            }
        }
    }
}
