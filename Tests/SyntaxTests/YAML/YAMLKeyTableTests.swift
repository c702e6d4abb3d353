import Testing

@testable import Syntax

@Suite("tables of keys")
struct YAMLKeyTableTests {
    private func position(of name: String, in table: YAMLKeyTable) -> Int? {
        let text = Array("..\(name).".utf8)
        return table.position(of: 2..<text.count - 1, in: text.span)
    }

    @Test("a mapping's keys in short hold all of them")
    func masks() throws {
        let sample = YAMLSample("id: a\nat: b\n\"\": c\nlosses: d\n")
        let document = try #require(sample.document)
        let mask = document.keyMask(of: try #require(document.root))
        for key: YAMLKey in ["id", "at", "", "losses"] { #expect(mask.mayHold(key)) }
        #expect(!mask.mayHold("title"))
        #expect(!YAMLKeyMask().mayHold("id"))
    }

    @Test("a value is found by its key, however long and however it is quoted")
    func values() throws {
        let sample = YAMLSample("superseded_by: 1\n\"superseded_at\": 2\n'is''nt': 3\n\"\\x61bc\": 4\nid: 5")
        let document = try #require(sample.document)
        let root = try #require(document.root)
        func text(_ key: YAMLKey) -> String? { document.value(root, of: key).map(document.text) }
        #expect(text("superseded_by") == "1")
        #expect(text("superseded_at") == "2")
        #expect(text("is'nt") == "3")
        #expect(text("abc") == "4")
        #expect(text("id") == "5")
        for key: YAMLKey in ["superseded_to", "superseded", "i", "ab", "abcd", "", "superseded_by_"] {
            #expect(text(key) == nil)
        }
    }

    @Test("find each name at its position, the first of two, and nothing else")
    func positions() {
        let names = (0..<60).map { "key_\($0)" } + ["a", "", "ab", "ba", "key_7"]
        let table = YAMLKeyTable(names)
        for name in names {
            #expect(position(of: name, in: table) == names.firstIndex(of: name))
        }
        for name in ["key_60", "key", "b", "abc", "KEY_1"] {
            #expect(position(of: name, in: table) == nil)
        }
    }

    @Test("an unremarkable text is counted in characters, and any other is left to a closer look")
    func plainTexts() throws {
        func length(_ text: String, mayBreak: Bool = false) throws -> Int? {
            let sample = YAMLSample("a: \(text)\n")
            let document = try #require(sample.document)
            return document.lengthOfPlainText(try #require(sample.node("a")), mayBreak: mayBreak)
        }
        #expect(try length("\"a b\"") == 3)
        #expect(try length("café Привет") == 11)
        #expect(try length("\"  \"") == nil)
        #expect(try length("é") == nil)
        #expect(try length("\"a\\tb\"") == nil)
        #expect(try length("\"a\\u00a0b\"") == nil)
        #expect(try length("\"a\\u0085b\"") == nil)
        #expect(try length("\"a\\u200bb\"") == nil)
        #expect(try length("a–b") == nil)
        #expect(try length("\"a\\nb\"") == nil)
        #expect(try length("\"a\\nb\"", mayBreak: true) == 3)
        #expect(try length("[a]") == nil)
    }
}
