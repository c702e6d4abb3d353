import Diagnostics
import Testing

@testable import Syntax

@Suite("YAML documents")
struct YAMLDocumentTests {
    @Test("no scalar's type is guessed")
    func scalarsAreText() throws {
        let sample = YAMLSample(
            "- no\n- 1e5\n- 0x12\n- 2026-02-21\n- 1_000\n- .nan\n- 'null'\n- 017\n- 1:30\n")
        let document = try #require(sample.document)
        let texts = document.items(try #require(document.root)).map(document.text)
        #expect(texts == ["no", "1e5", "0x12", "2026-02-21", "1_000", ".nan", "null", "017", "1:30"])
    }

    @Test("only an unquoted empty text, ~ and null's three spellings say nothing")
    func nulls() throws {
        let sample = YAMLSample(
            "-\n- ~\n- null\n- Null\n- NULL\n- ''\n- '~'\n- \"null\"\n- nULL\n- |\n- []\n- {}\n")
        let document = try #require(sample.document)
        let nulls = document.items(try #require(document.root)).map(document.isNull)
        #expect(nulls == [true, true, true, true, true, false, false, false, false, false, false, false])
    }

    @Test("a mapping hands out keys and values in the file's order")
    func pairs() throws {
        let sample = YAMLSample("b: 1\n'a': [x]\nc: {d: e}\n")
        let document = try #require(sample.document)
        let root = try #require(document.root)
        #expect(document.pairs(root).map { document.text($0.key) } == ["b", "a", "c"])
        #expect(document.pairs(root).map { document[$0.value].kind } == [.scalar, .sequence, .mapping])
        #expect(document.value(root, key: "a").map(document.items)?.map(document.text) == ["x"])
        #expect(document.pair(root, key: "a").map { document.span($0.key).text } == "'a'")
        #expect(document.value(root, key: "x") == nil)
        #expect(document.value(root, key: "aa") == nil)
    }

    @Test("what asks a node for what it is not finds nothing")
    func wrongKinds() throws {
        let sample = YAMLSample("a: [x]\n")
        let document = try #require(sample.document)
        let root = try #require(document.root)
        let list = try #require(sample.node("a"))
        #expect(document.items(root).isEmpty)
        #expect(document.pairs(list).isEmpty)
        #expect(document.value(list, key: "x") == nil)
        #expect(document.text(root).isEmpty)
        #expect(document.bytes(list).isEmpty)
        #expect(!document.scalarEquals(root, ""))
    }

    @Test("a scalar is compared by its decoded text")
    func scalarEquality() throws {
        let sample = YAMLSample("a: \"caf\\u00e9\"\n")
        let document = try #require(sample.document)
        let value = try #require(sample.node("a"))
        #expect(document.scalarEquals(value, "café"))
        #expect(document.scalarEquals(value, Array("café".utf8)))
        #expect(!document.scalarEquals(value, "cafe\u{301}"))
        #expect(!document.scalarEquals(value, "caf"))
        #expect(Array(document.bytes(value)) == Array("café".utf8))
    }

    @Test(
        "a file without a value is a document without a root",
        arguments: [
            "", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\u{FEFF}", "\u{FEFF}# x\r\n",
            "%YAML 1.2\n---\n",
        ])
    func emptyDocuments(text: String) throws {
        let sample = YAMLSample(text)
        let document = try #require(sample.document)
        #expect(document.root == nil)
        #expect(sample.findings.isEmpty)
    }

    @Test(
        "a directive for YAML 1.1 or 1.2, an explicit begin and end are accepted", arguments: ["1.1", "1.2"])
    func versionDirective(version: String) {
        let sample = YAMLSample("%YAML \(version)\n---\na: 1\n...\n")
        #expect(sample.findings.isEmpty)
        #expect(sample.text(sample.node("a")) == "1")
    }

    @Test("anchors and aliases stand for the same node")
    func aliases() throws {
        let sample = YAMLSample("a: &x {k: [1, 2]}\nb: *x\n? &key c\n: *key\n")
        #expect(sample.findings.isEmpty)
        #expect(sample.node("a") == sample.node("b"))
        #expect(sample.text(sample.node("b", "k", "1")) == "2")
        #expect(sample.text(sample.node("c")) == "c")
    }

    @Test("a name given twice stands for the value that was named last")
    func reusedAnchor() {
        let sample = YAMLSample("- &x 1\n- *x\n- &x 2\n- *x\n")
        #expect(sample.text(sample.node("1")) == "1")
        #expect(sample.text(sample.node("3")) == "2")
    }

    @Test("line ends within a text are LF, however the file ends its lines")
    func lineEnds() {
        let sample = YAMLSample("a: |\r\n  one\r\n  two\r\nb: 1\r\n")
        #expect(sample.text(sample.node("a")) == "one\ntwo\n")
    }

    @Test("a tab within a literal text and behind a colon stays allowed")
    func allowedTabs() {
        let sample = YAMLSample("a:\tx\nb: |\n  foo\n  \tbar\tbaz\nc: [\n\t1,\n\t2 ]\n")
        #expect(sample.findings.isEmpty)
        #expect(sample.text(sample.node("a")) == "x")
        #expect(sample.text(sample.node("b")) == "foo\n\tbar\tbaz\n")
    }

    @Test("many threads read at once and read the same")
    func threads() async {
        let text = (0..<200).map { "key\($0): {a: [é, '漢'], b: \"\\u00e9\"}\n" }.joined()
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let sample = YAMLSample(text)
                    return (sample.document?.root).map { sample.document?.pairs($0).count ?? 0 } ?? 0
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 200, count: 8))
    }
}
