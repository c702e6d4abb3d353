import TestKit
import Testing

@testable import Syntax

@Suite("plain lines of prose")
struct PlainLineTests {
    private let quick = MarkdownRenderer()
    private let slow = MarkdownRenderer(isQuick: false)

    private func expectSame(_ text: [UInt8]) {
        let shown = String(decoding: text, as: UTF8.self)
        var options = MarkdownRenderer.Options()
        options.headingOffset = 2
        options.idPrefix = "x-"
        #expect(quick.html(text, options) == slow.html(text, options), "\(shown)")
        #expect(quick.plainText(text) == slow.plainText(text), "\(shown)")
        let words = String(decoding: text, as: UTF8.self)
        #expect(quick.letter(words, baseURL: "") == slow.letter(words, baseURL: ""), "\(shown)")
        #expect(quick.links(in: text) == slow.links(in: text), "\(shown)")
    }

    @Test(
        "words, digits and harmless marks make a paragraph as they stand",
        arguments: [
            "Tokens taken.", "Tokens taken.\n", "It's \"10 %\" (of $5, say): well; so/so?",
            "é – “quoted” text…",
            "Привет мир", "שלום a", "A  b", "a. b - c + d 1. x", "a: b", "a:", "x\u{A0}y", "w. a",
            "Review. Ww. a", "ww.a.org WWW.a.org",
        ])
    func words(text: String) {
        #expect(PlainLine(Array(text.utf8)) != nil)
        expectSame(Array(text.utf8))
    }

    @Test(
        "anything that may mean more is left to cmark",
        arguments: [
            "", "\n", " a", "a ", "a \n", "a\nb", "- a", "1. a", "+ a", "a\n\n", "a*b*", "a_b_", "`a`",
            "a & b", "a <b>", "www.a.org",
            "https://a.org", "ftp://a.org", "a@b.org", "mailto:a@b.org", "[a]", "![a](b)", "a|b", "a~b~",
            "# a", "a\\b", "a!",
            "a\tb", "\"a\"", "(a)", "\u{1F600}", "a=b", "xmpp:a@b.org",
        ])
    func marks(text: String) {
        #expect(PlainLine(Array(text.utf8)) == nil)
        expectSame(Array(text.utf8))
    }

    @Test("any text is the same in both ways", arguments: 0..<8)
    func randomTexts(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "a", "b", "word", "www", "w", ".", ",", ";", ":", " ", " ", "  ", "-", "+", "1", "(", ")", "'",
            "\"", "%", "$", "/",
            "?", "é", "ß", "א", "م", "–", "“", "http", "https", "ftp", "mailto", "xmpp", "//", "org", "x.org",
            "\n", "@", "*", "c",
            "1.", "1)", "\u{FEFF}", "\u{2028}", "\u{AD}", "\u{E0}", "\u{D7FF}", "\u{FFFD}", "\u{FFFF}",
        ]
        var plain = 0
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            let bytes = Array(text.utf8)
            guard PlainLine(bytes) != nil else { continue }
            plain += 1
            expectSame(bytes)
        }
        #expect(plain > 200)
    }

    @Test("bytes that are no UTF-8 are left to cmark", arguments: 0..<4)
    func brokenBytes(seed: Int) {
        var random = SeededRandom(seed: UInt64(50 + seed))
        for _ in 0..<2_000 {
            var bytes: [UInt8] = [0x61]
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                bytes.append(
                    [0x61, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xA0, 0xED, 0xEF, 0xF0, 0x9F].randomElement(
                        using: &random) ?? 0)
            }
            if PlainLine(bytes) != nil { expectSame(bytes) }
        }
    }

    @Test("a text is the same whether or not cmark is spared what its marks do not ask for", arguments: 0..<8)
    func sparedPasses(seed: Int) {
        var random = SeededRandom(seed: UInt64(90 + seed))
        let pieces = [
            "a", "b", " ", "[", "]", "^", "[^a]", "[^a]: note", "[^", "]:", ":", "&#94;", "\\^", "\\", "!",
            "*",
            "(https://a.org)", "\n", "\n\n", "> ", "- ", "|", "|-|", "\n:-:\n", "\n---\n", "~~", "    ", "&",
            "a | b\n-|-\n", "a\n:-\n", "a\n-: \t\n", "a\r\n---\r\n", "a\n=\u{B}\n", "a\n-", "- [ ] ",
            "1. [x] ",
            "* [X] a\n", "www.a.org", "ww", "http:", "//a.org", "x@a.org", "x&commat;a.org", "x&#64;a.org",
            "~",
            "[a](https://a.org)", "[b](http://b.org \"t\")", "](https://a.org)", "![c](https://c.org)", "`",
            "[",
            "](https://a.org/http://b.org)", "(http:\\/\\/a.org)", "\n\n[x]: <https://x.org>\n\n", "[x]",
            "<https://a.org>", "[a]: https://a.org\n",
            "# a\n", "# a #", "é", "א", "\u{0}", "\r", "\t", "words that no mark stands among, ",
        ]
        for _ in 0..<1_500 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            expectSame(Array(text.utf8))
        }
    }

    @Test(
        "a text whose web addresses are links' targets is read without a look for bare links",
        arguments: [
            ("See [a](https://a.org/x).", true), ("See [a](https://a.org) and ![b](http://b.org).", true),
            ("See `[a](https://a.org)` here.", true), ("See [a] (https://a.org) here.", false),
            ("See [a](https://a.org/http://b.org).", false), ("See [a](HTTPS://a.org/) here.", false),
            ("See [a](https://a.org), a@b.org.", false), ("See \\[a](https://a.org) here.", true),
            ("See <https://a.org> or [b](<http://b.org>) here.", true),
            ("See \\<https://a.org> & b here.", true),
            ("See [a](https:\\/\\/a.org) and `[b](https://b.org)` here.", false),
            ("See [a](https:&#47;&sol;a.org) and `[b](https://b.org)`.", false),
            ("[x]: <https://a.org>\n\n[x] and [x] and \\<https://b.org>", false),
            ("Words end with <https://", true),
        ])
    func targets(text: String, isSpared: Bool) {
        #expect(MarkdownMarks(Array(text.utf8)).passes.contains(.bareLinks) != isSpared)
        expectSame(Array(text.utf8))
    }

    @Test("marks are found wherever among sixteen bytes they stand", arguments: 0..<40)
    func places(of place: Int) {
        let words = Array(repeating: UInt8(ascii: "a"), count: 40)
        func passes(_ mark: String) -> MarkdownPasses {
            var text = words
            text.insert(contentsOf: mark.utf8, at: place)
            return MarkdownMarks(text).passes
        }
        #expect(MarkdownMarks(words).passes.isEmpty)
        #expect(passes("~") == .strikethrough)
        #expect(passes("é") == .mending)
        for mark in ["@", "&#", "&commat;", "&sol;", "//", "www", "\\/", "(http://"] {
            #expect(passes(mark) == .bareLinks, "\(mark)")
        }
        for mark in ["[x", "[X", "[ "] { #expect(passes(mark) == .tasks, "\(mark)") }
        for mark in ["[^", "[\\^"] { #expect(passes(mark).contains(.footnotes), "\(mark)") }
        for mark in ["-\n", ":\n", "|\n", "- \t\n", "-\r"] { #expect(passes(mark) == .tables, "\(mark)") }
        #expect(passes("-|:").isEmpty)
        #expect(MarkdownMarks(words[..<place] + Array("words before a rule -".utf8)).passes == .tables)
        #expect(MarkdownMarks(words[..<place] + Array("#".utf8) + words[place...]).mayHoldHeadings)
    }
}
