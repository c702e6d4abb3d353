import TestKit
import Testing

@testable import Syntax

@Suite("prose in a few marks")
struct PlainProseTests {
    private let quick = MarkdownRenderer()
    private let slow = MarkdownRenderer(isQuick: false)

    private func expectSame(_ text: String) {
        let bytes = Array(text.utf8)
        var options = MarkdownRenderer.Options()
        options.headingOffset = 2
        options.idPrefix = "x-"
        #expect(quick.html(bytes, options) == slow.html(bytes, options), "\(text)")
        options.baseURL = "https://a.org/b/"
        #expect(quick.html(bytes, options) == slow.html(bytes, options), "\(text)")
        #expect(quick.plainText(bytes) == slow.plainText(bytes), "\(text)")
        #expect(
            quick.letter(text, baseURL: "https://a.org/b/") == slow.letter(text, baseURL: "https://a.org/b/"),
            "\(text)")
    }

    @Test(
        "marks that are beyond doubt are understood without cmark",
        arguments: [
            "a\nb\n\nc", "The **relayer** of [Rothes](https://a.org/p/1?x=1&y=2#z) reads `a < b`.",
            "- one\n- two **three**\n\nfour", "> said\n> twice\n\nso", "```sh\na  && b \\\n\n  --c\n```\n\nd",
            "```\n```", "~~Earlier~~ *later* figure: <https://a.org/f/1>.", "R&D & AT&T, a_b_c: x! (*so*)",
            "[a](b) [c](#d) [e](javascript:f)", "שלום **a**\n\n- מ", "é **b** — c? 24/7\n2016 was",
            "a = b #c",
            "<http://a.org>", "\n\na\n", "- [a](b)", "`a`", "- a\n\n- b **c**\n\n\n- d\n\ne",
            "- a\n- b\n\n- [x] c\n- [ ] d `e`\n\nf", "- [X] a\n- [ ] b",
            "| a | b |\n| --- | ---: |\n| `c` | 5. |\n",
            "|a|\n|-|", "| **a**, | מ |\n|:-|:-:|\n| -5 | [b](c) |\n|  1. x | + |\n\nd",
        ])
    func understood(text: String) {
        #expect(PlainProse(Array(text.utf8)) != nil, "\(text)")
        expectSame(text)
    }

    @Test(
        "marks that may mean more are left to cmark",
        arguments: [
            "", "\n", " a", "a ", "a  \nb", "a\tb", "a\r\nb", "# a", "a\n-", "a\n---", "a\n=", "a\n- b",
            "- a\nb", "- a\n\n  b", "- a\n  b", "- [x]a", "- [y] a", "- [ ] a [x](b)",
            "- [x]\n- a", "|a|b|\n|-|", "|a|\n|-|\n|b|c|", "|a|\n|-|\nb", "|a| |\n|-|-|", "a|b\n-|-",
            "|a|\n|-", "|a\n|-|",
            "|a\\|b|\n|-|", "|`a|b`|\n|-|-|", "|a|\n|--x|", "|a|\n|- -|", "|a|", "| a |\n\n|-|",
            "|a|\n|-|\n- b",
            "-  a", "-", "- 1. a", "1. a", "1) a",
            "> a\nb", ">a", "> > a", "> - a", "> ```\n> a\n> ```", "```\na", "```a b\nc\n```",
            "```\n ```\n```",
            "````\na\n````", "```\na\n```\nb", "*a", "*a **b** c*", "***a***", "a*b*", "*a*b", "* a", "**a*",
            "*é*", "**b**—c", "\"*a*", "_a_", "__a__", "~a~", "~~a", "`a", "``a``", "` a`", "[a]", "[a]: b",
            "[a][b]",
            "[a](b \"c\")", "[a](<b>)", "[a](b(c))", "[*a*](b)", "[`a`](b)", "[a](b\\)", "[a]()", "[^a]",
            "[](b)", "![a](b)", "<b>", "<a@b.org>", "<ftp://a.org>", "<https://a.org b>", "https://a.org",
            "www.a.org", "a@b.org", "&amp;", "&#65;", "[a](b&copy;)", "a|b\n-|-", "a\\*", "a\u{0}b",
            "*www.a*", "[https://a.org](b)", "![", "**a** **", "\u{1F600} *a*",
        ])
    func doubtful(text: String) {
        #expect(PlainProse(Array(text.utf8)) == nil, "\(text)")
        expectSame(text)
    }

    @Test("any text is the same in both ways", arguments: 0..<8)
    func randomTexts(seed: Int) {
        var random = SeededRandom(seed: UInt64(300 + seed))
        let pieces = [
            "a", "b1", "word ", "é", "א", "—", " ", " ", "  ", "\n", "\n", "\n\n", "\n- ", "- ", "> ", "\n> ",
            "*", "**", "*so*", "**so**", " *a* ", " **b** ", "~~", " ~~c~~", "`", "`d`", "`e f`", "``", "```",
            "\n```\n", "```sh\n", "[", "]", "(", ")", "](", "[g](h)", "[i](https://j.org/k?l=1&m#n)", "!",
            "<", ">", "<https://o.org/p>", "<http://", "https://", "www.", "www", ".", ",", ":", ";", "_",
            "a_b",
            "&", "&amp", "&lt;", "#", "# ", "=", "==", "-", "--", "+", "+ ", "1", "1.", "1)", "|", "|-|",
            "\\",
            "^", "[^q]", "\"", "'", "@", "r@s.org", "    ", "\t", "\u{A0}", "\u{2028}", "\u{FFFD}", "x",
            "[x] ", "- [ ] ", "\n| a | b |", "\n|-|:-:|", "\n|c|", " | ",
            "{", "/", "//", "mailto:", "http:", "?", "%20", "$",
        ]
        var understood = 0
        for _ in 0..<6_000 {
            let text = (0..<Int.random(in: 1...10, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            let bytes = Array(text.utf8)
            guard PlainLine(bytes) == nil, PlainProse(bytes) != nil else { continue }
            understood += 1
            expectSame(text)
        }
        #expect(understood > 200)
    }

    @Test("marks that are well put together are the same in both ways", arguments: 0..<4)
    func randomProse(seed: Int) {
        var random = SeededRandom(seed: UInt64(400 + seed))
        func words() -> String {
            let pieces = [
                "word", "a 1", "R&D", "it's", "a_b", "(so)", "x: y", "**so far**", "*a. b*", "`c*d[e`",
                "~~f~~",
                "[g h](https://i.org/j_k?l=*m)", "<https://n.org/_o_>", "[p](#q)", "w", "é", "—", "2.5 %",
                "b!",
                "[r](s&t=u)", "*v*,", "(**w**)", "\"x\"", "# y", "= z", "http", "www", ".", ";",
            ]
            return (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined(separator: random.isOnce(in: 9) ? "" : " ")
        }
        func lines(_ begin: String) -> String {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in begin + words() }.joined(separator: "\n")
        }
        var understood = 0
        for _ in 0..<1_500 {
            let blocks = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                switch Int.random(in: 0..<8, using: &random) {
                case 0: lines("- ")
                case 1: lines("- ").replacing("\n", with: "\n\n")
                case 2: lines("- [x] ")
                case 3: "| a | *b* |\n|-|:-|\n| \(words()) | \(words()) |\n| \(words()) | 2 |"
                case 4: lines("> ")
                case 5: "```\n" + lines("  ") + "\n```"
                default: lines("")
                }
            }
            let text = blocks.joined(separator: random.isOnce(in: 6) ? "\n" : "\n\n")
            guard PlainProse(Array(text.utf8)) != nil else { continue }
            understood += 1
            expectSame(text)
        }
        #expect(understood > 200)
    }
}
