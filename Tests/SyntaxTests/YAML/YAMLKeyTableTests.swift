import Testing

@testable import Syntax

@Suite("tables of keys")
struct YAMLKeyTableTests {
    @Test("find each name at its position, the first of two, and nothing else")
    func positions() {
        let names = (0..<60).map { "key_\($0)" } + ["a", "", "ab", "ba", "key_7"]
        let table = YAMLKeyTable(names)
        for name in names {
            #expect(table.position(of: Array(name.utf8)[...]) == names.firstIndex(of: name))
        }
        for name in ["key_60", "key", "b", "abc", "KEY_1"] {
            #expect(table.position(of: Array(name.utf8)[...]) == nil)
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
