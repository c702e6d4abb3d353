import Testing

@testable import Syntax

@Suite("tables of keys")
struct YAMLKeyTableTests {
    private func position(of name: String, in table: YAMLKeyTable) -> Int? {
        let text = Array("..\(name).".utf8)
        return table.position(of: 2..<text.count - 1, in: text.span)
    }

    @Test("a text is told by its bytes, however long and however it is quoted")
    func texts() throws {
        let sample = YAMLSample("[superseded_by, \"superseded_at\", 'is''nt', \"\\x61bc\", id, [a], \"\"]")
        let document = try #require(sample.document)
        let items = document.items(try #require(document.root))
        let keys: [StaticString] = ["superseded_by", "superseded_at", "is'nt", "abc", "id"]
        for (position, key) in keys.enumerated() {
            #expect(items.map { document.says($0, key) }.firstIndex(of: true) == position)
        }
        for key: StaticString in ["superseded_to", "superseded", "i", "ab", "abcd", "a", "superseded_by_"] {
            #expect(!items.contains { document.says($0, key) })
        }
        #expect(document.says(items[6], ""))
        #expect(
            items.map { document.begins($0, with: "su") } == [true, true, false, false, false, false, false])
        #expect(items.map { document.begins($0, with: "id") }.firstIndex(of: true) == 4)
        #expect(!items.contains { document.begins($0, with: "abcd") || document.begins($0, with: "ide") })
    }

    @Test("find each name at its position, the first of two, and nothing else")
    func positions() {
        let names =
            (0..<60).map { "key_\($0)" } + ["a", "", "ab", "ba", "key_7"]
            + (0..<9).map { "the_beginning_\($0)_and_the_end" } + ["sixteen_letters_", "seventeen_letters"]
        let table = YAMLKeyTable(names)
        for name in names {
            #expect(position(of: name, in: table) == names.firstIndex(of: name))
        }
        for name in [
            "key_60", "key", "b", "abc", "KEY_1", "the_beginning_9_and_the_end", "sixteen_leTters_",
            "sevenTeen_letters",
        ] {
            #expect(position(of: name, in: table) == nil)
        }
        #expect(table.position(of: "key_59") == 59)
        #expect(table.position(of: "") == names.firstIndex(of: ""))
        #expect(table.position(of: "key_60") == nil)
        #expect(table.position(of: "sixteen_letters_") == names.firstIndex(of: "sixteen_letters_"))
        #expect(position(of: "the_beginning_8_and_the_end", in: table) == 73)
        #expect(YAMLKeyTable(["superseded_by", "superseded_at"]).position(of: "superseded_at") == 1)
        #expect(YAMLKeyTable(["superseded_by"]).position(of: "superseded_to") == nil)
    }

    @Test("groups of names share a table, and each finds its own alone")
    func groups() {
        let groups = [
            ["id", "status"], [], ["open", "id", "the_beginning_and_the_end"], (0..<40).map { "w\($0)" },
        ]
        let table = YAMLKeyTable(groups: groups)
        let all = Set(groups.joined()).sorted() + ["other", "w40"]
        for (number, group) in groups.enumerated() {
            for name in all {
                let text = Array(name.utf8)
                let position = table.position(of: 0..<text.count, in: text.span, among: number)
                #expect(position == group.firstIndex(of: name), "\(name) in \(number)")
            }
        }
    }

    @Test("a name in the program is told by the same marks as one in a document")
    func marks() {
        let names: [StaticString] = [
            "", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi",
            "abcdefghijklmnop",
        ]
        for name in names {
            let bytes = Array(name.description.utf8)
            #expect(YAMLKeyMark(name) == YAMLKeyMark(0..<bytes.count, in: bytes.span), "\(name)")
            // With other bytes around it.
            let more = Array("..\(name)......................".utf8)
            #expect(YAMLKeyMark(name) == YAMLKeyMark(2..<2 + bytes.count, in: more.span), "\(name)")
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
        #expect(try length("a #b") == nil)
        for plain in ["~", "null", "7a", "-a", "+1", ".5"] {
            #expect(try length(plain) == nil)
            #expect(try length("\"\(plain)\"") == plain.utf8.count)
        }
    }
}
