import Diagnostics
import Testing

@testable import Syntax

@Suite("places of YAML nodes")
struct YAMLSpanTests {
    @Test(
        "every style of scalar knows both its ends",
        arguments: [
            ("a: «plain text»   # comment\nb: 1\n", YAMLNode.Style.plain, "plain text"),
            ("a: «'it''s'» \nb: 1\n", .singleQuoted, "it's"),
            ("a: «\"tab\\t\"» # x\nb: 1\n", .doubleQuoted, "tab\t"),
            ("a: «|\n  one\n  two»\n\n\nb: 1\n", .literal, "one\ntwo\n"),
            ("a: «|+\n  one»\n\n\nb: 1\n", .literal, "one\n\n\n"),
            ("a: «>-\n  one\n  two»\n\nb: 1\n", .folded, "one two"),
            ("a: «one\n  two»\nb: 1\n", .plain, "one two"),
            ("a: «|»\n\nb: 1\n", .literal, ""),
            ("a:«»\nb: 1\n", .plain, ""),
            ("a: «''»\nb: 1\n", .singleQuoted, ""),
        ])
    func scalarEnds(marked: String, style: YAMLNode.Style, text: String) throws {
        let sample = YAMLSample(marked)
        let document = try #require(sample.document)
        let value = try #require(sample.node("a"))
        #expect(document[value].style == style)
        #expect(document[value].kind == .scalar)
        #expect(sample.range(value) == sample.marks[0])
        #expect(document.text(value) == text)
        #expect(sample.text(sample.node("b")) == "1")
    }

    @Test(
        "a list or mapping ends with its last child, whatever blank lines and comments follow",
        arguments: [
            ("a: «[x, y]» # c\nb: 1\n", YAMLNode.Kind.sequence, YAMLNode.Style.flow),
            ("a: «{x: 1,\n  y: 2 }»\nb: 1\n", .mapping, .flow),
            ("a:\n  «- x\n  - y: z»\n\n# c\n\nb: 1\n", .sequence, .block),
            ("a:\n«- x\n- y»\n\nb: 1\n", .sequence, .block),
            ("a:\n  «x: 1\n  y: |\n    text»\n\n\nb: 1\n", .mapping, .block),
            ("a:\n  «x: 1\n  y:»\n\nb: 1\n", .mapping, .block),
            ("a:\n  «- x\n  -»\n\nb: 1\n", .sequence, .block),
            ("a: &name\n\n  # c\n  «x: 1»\n\nb: 1\n", .mapping, .block),
            ("a: &name «[1]»\nb: 1\n", .sequence, .flow),
            ("a: «[]»\nb: 1\n", .sequence, .flow),
            ("a: «[x: y ]»\nb: 1\n", .sequence, .flow),
        ])
    func collectionEnds(marked: String, kind: YAMLNode.Kind, style: YAMLNode.Style) throws {
        let sample = YAMLSample(marked)
        let document = try #require(sample.document)
        let value = try #require(sample.node("a"))
        #expect(document[value].kind == kind)
        #expect(document[value].style == style)
        #expect(sample.range(value) == sample.marks[0])
        #expect(sample.findings.isEmpty)
    }

    @Test("a pair in a list ends with its value, having no bracket of its own")
    func pairInList() {
        let sample = YAMLSample("a: [«x: y» , «{z: 1}: [2]» ]\n")
        #expect(sample.range(sample.node("a", "0")) == sample.marks[0])
        #expect(sample.places == [11..<17])
        #expect(sample.range(sample.node("a", "1")) == sample.marks[1])
    }

    @Test("the root mapping ends before the blank lines at the file's end")
    func rootEnd() {
        let sample = YAMLSample("# head\n\n«a: 1\nb:\n  - 2»\n\n\n# tail\n")
        #expect(sample.range(sample.node()) == sample.marks[0])
    }

    @Test("a mapping that ends with an alias ends behind the alias")
    func aliasEnd() {
        let sample = YAMLSample("x: &v one\na:\n  «y: *v»\nb: 1\n")
        #expect(sample.range(sample.node("a")) == sample.marks[0])
        #expect(sample.text(sample.node("a", "y")) == "one")
    }

    @Test("an anchor is left out of its node's place")
    func anchoredScalar() {
        let sample = YAMLSample("a: &name «value»\nb: &empty«»\nc: &n # c\n  «|\n   text»\nd: 1\n")
        #expect(sample.range(sample.node("a")) == sample.marks[0])
        #expect(sample.range(sample.node("b")) == sample.marks[1])
        #expect(sample.range(sample.node("c")) == sample.marks[2])
    }

    @Test(
        "places are UTF-8 offsets behind letters of every width, after a byte-order mark and with CRLF",
        arguments: ["", "\u{FEFF}"], ["\n", "\r\n", "\r"])
    func offsets(mark: String, lineEnd: String) throws {
        let text =
            "é: «漢字»\n# 😀 comment that is long enough to pass a checkpoint\n"
            + "😀é: «'ü 😀'»\nlist:\n  - «ß: ñ»\n  - «|\n    漢\n\n    字»\n\nend: «last😀»"
        let sample = YAMLSample(
            mark
                + text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineEnd))
        #expect(sample.findings.isEmpty)
        #expect(sample.range(sample.node("é")) == sample.marks[0])
        #expect(sample.range(sample.node("😀é")) == sample.marks[1])
        #expect(sample.range(sample.node("list", "0")) == sample.marks[2])
        #expect(sample.range(sample.node("list", "1")) == sample.marks[3])
        #expect(sample.text(sample.node("list", "1")) == "漢\n\n字\n")
        #expect(sample.range(sample.node("end")) == sample.marks[4])
    }

    @Test("next line, line separator and paragraph separator count as libyaml counts them")
    func rareLineEnds() {
        let sample = YAMLSample("a: «'x\u{85}y'»\nb: «\"p\u{2028}q\u{2029}r\"»\nc: «z»\n")
        #expect(sample.findings.isEmpty)
        #expect(sample.range(sample.node("a")) == sample.marks[0])
        #expect(sample.range(sample.node("b")) == sample.marks[1])
        #expect(sample.range(sample.node("c")) == sample.marks[2])
    }
}
