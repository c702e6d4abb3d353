import Diagnostics
import Testing

@testable import Syntax

@Suite("what YAML may not hold")
struct YAMLFindingTests {
    @Test(
        "each refusal has its code and its place, and the rest of the file is still read",
        arguments: [
            ("duplicate-key", "a: 1\nb: 2\n«a»: 3\n"),
            ("duplicate-key", "x:\n  - {a: 1, «'a'»: 2}\n"),
            ("merge-key", "x: &x {a: 1}\ny:\n  «<<»: *x\n  b: 1\n"),
            ("yaml-tag", "a: «!!str» 12\n"),
            ("yaml-tag", "a: «!foo» [1]\n"),
            ("yaml-tag", "a: &x «!<tag:yaml.org,2002:int>» 1\n"),
            ("yaml-tag", "a: «!» 1\n"),
            ("yaml-tag", "%YAML 1.2\n«%TAG !e! tag:example.org,2026:»\n---\na: 1\n"),
            ("complex-key", "? «[a, b]»\n: c\nd: 1\n"),
            ("complex-key", "«{a: b}»: c\n"),
            ("multiple-documents", "a: 1\n«---»\nb: 2\n"),
            ("multiple-documents", "---\n«---»\nb: 2\n"),
            ("nul-byte", "a: \"x«\\0»\"\n"),
            ("nul-byte", "a: \"x«\\x00»\"\n"),
            ("control-character", "a: \"«\\e»[31mé\"\n"),
            ("control-character", "a: \"\\\\«\\u0007»\"\n"),
            ("control-character", "a: \"«\\U0000FFFE»\"\n"),
            ("control-character", "a: \"«\\x7f»\"\n"),
            ("control-character", "a: \"\\x85«\\x80»\"\n"),
        ])
    func refusals(code: String, marked: String) {
        let sample = YAMLSample(marked)
        #expect(sample.codes == [code])
        #expect(sample.places == sample.marks)
        #expect(sample.document != nil)
        #expect(sample.findings.allSatisfy { $0.severity == .error && $0.help != nil })
    }

    @Test(
        "what leaves no tree to trust ends the reading at its place",
        arguments: [
            ("unknown-anchor", "a: «*x»\nb: &x 1\n"),
            ("alias-cycle", "a: &x [1, «*x»]\n"),
            ("alias-cycle", "&root\na: {b: [«*root»]}\n"),
            ("multiple-documents", "a: 1\n...\n«b:» 2\n"),
            ("yaml-tag", "a: «!e!x» 1\n"),
            ("control-character", "a: \"«\\ud83d»\\ude00\"\n"),
            ("control-character", "a: \"«\\U00110000»\"\n"),
            ("control-character", "a: x«\u{7}»y\n"),
            ("control-character", "a: x«\u{7F}»y\n"),
            ("control-character", "# «\u{9F}»\n"),
            ("control-character", "a: «\u{FFFF}»\n"),
            ("nul-byte", "a: x«\0»y\n"),
        ])
    func stops(code: String, marked: String) {
        let sample = YAMLSample(marked)
        #expect(sample.codes == [code])
        #expect(sample.places == sample.marks)
        #expect(sample.document == nil)
    }

    @Test("each repetition of a key is told, points at the first, and the first value stands")
    func duplicateKeys() throws {
        let sample = YAMLSample("a: 1\nb: 2\na: 3\n\"b\": 4\na: 5\n")
        #expect(sample.codes == ["duplicate-key", "duplicate-key", "duplicate-key"])
        #expect(sample.places == [10..<11, 15..<18, 22..<23])
        #expect(sample.findings.map { $0.secondary.map(\.span.range) } == [[0..<1], [5..<6], [0..<1]])
        let document = try #require(sample.document)
        #expect(document.pairs(try #require(document.root)).map { document.text($0.value) } == ["1", "2"])
    }

    @Test("the same key in two mappings is no repetition, and letter case tells keys apart")
    func distinctKeys() {
        #expect(YAMLSample("a: {k: 1}\nb: {k: 1}\nA: 1\n").findings.isEmpty)
    }

    @Test("repetitions among hundreds of keys are found in the file's order")
    func manyKeys() {
        let text = (0..<300).map { "key\($0 % 290): 1\n" }.joined()
        let sample = YAMLSample(text)
        #expect(sample.findings.count == 10)
        #expect(sample.findings.first?.message.contains("`key0`") == true)
        #expect(sample.findings.last?.message.contains("`key9`") == true)
    }

    @Test("findings of different kinds in one file are all told")
    func manyFindings() {
        let sample = YAMLSample("a: !t 1\na: 2\n<<: {}\n? []\n: x\nb: \"\\a\"\n")
        #expect(
            sample.codes == ["yaml-tag", "duplicate-key", "merge-key", "complex-key", "control-character"])
    }

    @Test("a quoted << is a key like any other")
    func quotedMergeKey() {
        #expect(YAMLSample("'<<': 1\n").findings.isEmpty)
    }

    @Test(
        "bytes that are no UTF-8 are each told at their place",
        arguments: [
            ([0xFF], 1), ([0xC3], 1), ([0xC0, 0x80], 2), ([0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 1),
            ([0xF0, 0x80, 0x80, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 1), ([0xF5], 1), ([0x80], 1),
            ([0xE9, 0x21], 1),
        ] as [([UInt8], Int)])
    func invalidBytes(bytes: [UInt8], count: Int) {
        let sample = YAMLSample(bytes: Array("a: ".utf8) + bytes + Array("\nb: 1\n".utf8))
        #expect(sample.codes == Array(repeating: "invalid-utf8", count: count))
        #expect(sample.places.first?.lowerBound == 3)
        #expect(sample.document == nil)
    }

    @Test("a Latin-1 letter is named")
    func latin1() {
        let sample = YAMLSample(bytes: Array("a: caf".utf8) + [0xE9, 0x0A])
        #expect(sample.findings.first?.help?.contains("`é`") == true)
        #expect(sample.places == [6..<7])
    }

    @Test(
        "UTF-16 and UTF-32 are refused with the way out",
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00],
            [0x00, 0x61, 0x00, 0x3A],
            [0xFF, 0xFE, 0x00, 0x00], [0x61, 0x00, 0x00, 0x00], [0x00, 0x00, 0x00, 0x61],
        ] as [[UInt8]])
    func otherEncodings(bytes: [UInt8]) {
        let sample = YAMLSample(bytes: bytes)
        #expect(sample.codes == ["invalid-utf8"])
        #expect(sample.findings.first?.help == "save the file as UTF-8")
        #expect(sample.document == nil)
    }

    @Test("a file that is no text ends after a handful of findings")
    func binaryFile() {
        let sample = YAMLSample(bytes: [1] + Array(repeating: 0, count: 100_000))
        #expect(sample.document == nil)
        #expect(sample.findings.count <= 16)
    }

    @Test("removing a !!str tag is safe, removing another is not")
    func tagFix() {
        let safe = YAMLSample("a: !!str 12\n")
        #expect(safe.findings.first?.fixes.first?.isSafe == true)
        #expect(safe.findings.first.map(safe.text(fixing:)) == "a: 12\n")
        #expect(YAMLSample("a: !mine 12\n").findings.first?.fixes.first?.isSafe == false)
    }
}
