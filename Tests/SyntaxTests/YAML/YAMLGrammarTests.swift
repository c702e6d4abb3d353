import Diagnostics
import Testing

@testable import Syntax

@Suite("breaks of YAML's grammar")
struct YAMLGrammarTests {
    @Test(
        "a break is told where it began, in plain words",
        arguments: [
            ("title: a«:» b\nx: 1\n", "`: ` inside unquoted text"),
            ("a: \"x\"«:» y\n", "`:` follows a quoted text"),
            ("a: b\n  «c»: d\n", "`c` is indented as if it went on"),
            ("«title Foo»\nsummary: x\n", "`title` has no colon"),
            ("summary: x\n«title Foo»\nb: c\n", "`title` has no colon"),
            ("a: x\n«title Foo»\n", "`title` has no colon"),
            ("- «foo»\n  bar: x\n", "`foo` has no colon"),
            ("«\"a\"»\nb: c\n", "`\"a\"` has no colon"),
            ("a: 1\n«title:Foo»\nb: c\n", "`title:` needs a space"),
            ("«:» a\n", "`:` has no key"),
            ("a: «\"abc»\nb: c\n", "quote is not closed"),
            ("é: 漢\na: «'abc»\nb: c\n", "quote is not closed"),
            ("a: 'it'«s'»\nb: 1\n", "`s'` follows a text whose closing quote"),
            ("- \"x\" «y»\n", "`y` follows a text whose closing quote"),
            ("a: [b] «c»\n", "`c` follows a closing bracket"),
            ("a: «@foo» bar\n", "`@` begins no unquoted text"),
            ("a: «`x`»\n", "backtick begins no unquoted text"),
            ("a: «%x»\n", "`%` begins no unquoted text"),
            ("a: «*bold*» text\n", "`*bold*` begins with `*`"),
            ("a: «&» b\n", "`&` begins with `&`"),
            ("a: «> 100 USD»\n", "`>` begins a text on the lines below"),
            ("a: |«0»\n  x\n", "`0` is no indentation"),
            ("a: \"C:«\\U»sers\"\n", "`\\U` is no escape"),
            ("a: \"«\\x»ZZ\"\n", "`\\x` is no escape"),
            ("a: \"«\\é»\"\n", "`\\é` is no escape"),
            ("a: «[»1, 2\nb: 3\n", "`[` is not closed"),
            ("a: «{»x: 1\nb: 2\n", "`{` is not closed"),
            ("a: «[»b,\n", "`[` is not closed"),
            ("a: [\"y\" «x]»\n", "`,` or `]` is missing before"),
            ("a: [b«:»]\n", "`:` needs a space behind it"),
            ("a: «-» b\n", "`-` begins a list item"),
            ("a: «?» b\n", "`?` begins no text"),
            ("a: «,b»\n", "`,b` begins no value"),
            ("x:\n    a: 1\n  «b»: 2\n", "`b` is indented by 2 spaces, which fits no line above"),
            ("  a: 1\n«b»: 2\n", "`b` is not indented, which fits no line above"),
            ("a:\n  - b\n «-» c\n", "`-` is indented by 1 space, which fits no line above"),
            ("a:\n  - b\n  «c:» 1\n", "`c:` stands in a list"),
            ("a: 1\n«-» b\n", "`-` begins a list item where a key belongs"),
            ("«%YAML 2.0»\n---\na: 1\n", "%YAML names a version"),
            ("«%FOO x»\n---\na: 1\n", "`%` begins a directive"),
        ])
    func breaks(marked: String, words: String) {
        let sample = YAMLSample(marked)
        #expect(sample.codes == ["yaml-syntax"])
        #expect(sample.places == sample.marks)
        #expect(
            sample.findings.first?.message.hasPrefix(words) == true, "\(sample.findings.first?.message ?? "")"
        )
        #expect(sample.findings.first?.help != nil)
        #expect(sample.document == nil)
    }

    @Test(
        "a tab that indents is told at the tab, and spaces are offered for its neighbours too",
        arguments: [
            ("a:\n«\t»b: c\n\td: e\n", "a:\n  b: c\n  d: e\n"),
            ("a: b\n«\t»c\n", "a: b\n  c\n"),
            ("a:\n  - b\n  -«\t»c\n", "a:\n  - b\n  - c\n"),
            ("a: |\n  x\n«\t»y\n", "a: |\n  x\n  y\n"),
            ("漢: 1\n «\t»b: c\n", "漢: 1\n   b: c\n"),
        ])
    func tabs(marked: String, fixed: String) {
        let sample = YAMLSample(marked)
        #expect(sample.codes == ["tab-indentation"])
        #expect(sample.places == sample.marks)
        #expect(sample.findings.first.map(sample.text(fixing:)) == fixed)
        #expect(sample.findings.first?.fixes.first?.isSafe == false)
    }

    @Test(
        "a safe fix leaves a text that reads as it was meant",
        arguments: [
            ("title: a: b # note\nx: 1\n", "title: \"a: b\" # note\nx: 1\n"),
            ("- k: Foo \"x\": it's\n", "- k: 'Foo \"x\": it''s'\n"),
            ("a: @foo\r\nb: 1\r\n", "a: \"@foo\"\r\nb: 1\r\n"),
            ("a: *bold* text\n", "a: \"*bold* text\"\n"),
            ("a: \"\\d\"\n", "a: \"\\\\d\"\n"),
            ("a: 1\ntitle:Foo\n", "a: 1\ntitle: Foo\n"),
        ])
    func safeFixes(text: String, fixed: String) throws {
        let sample = YAMLSample(text)
        let finding = try #require(sample.findings.first)
        #expect(finding.fixes.first?.isSafe == true)
        #expect(sample.text(fixing: finding) == fixed)
        #expect(YAMLSample(fixed).findings.isEmpty)
    }

    @Test("a text that goes on below is not half quoted")
    func noFixAcrossLines() {
        let sample = YAMLSample("a: b: c\n  more\n")
        #expect(sample.codes == ["yaml-syntax"])
        #expect(sample.findings.first?.fixes.isEmpty == true)
    }

    @Test("what was found before a break is told beside it")
    func findingsBeforeBreak() {
        let sample = YAMLSample("- {a: 1, a: 2}\n- @x\n")
        #expect(sample.codes == ["duplicate-key", "yaml-syntax"])
    }
}
