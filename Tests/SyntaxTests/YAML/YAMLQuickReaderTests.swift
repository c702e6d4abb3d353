import Diagnostics
import System
import TestKit
import Testing

@testable import Syntax

@Suite("the quick reader")
struct YAMLQuickReaderTests {
    /// A tree in words: kinds, styles, places, texts, and the number of each node.
    private func drawing(_ document: YAMLDocument) -> String {
        func draw(_ id: YAMLDocument.NodeID) -> String {
            let node = document[id]
            let head = "\(id.index) \(node.kind) \(node.style) \(node.start)-\(node.end)"
            switch node.kind {
            case .scalar: return "(\(head) \(Array(document.bytes(id)))"
            case .sequence: return "(\(head) \(document.items(id).map(draw)))"
            case .mapping:
                return "(\(head) \(document.pairs(id).map { "\(draw($0.key)): \(draw($0.value))" }))"
            }
        }
        return document.root.map(draw) ?? "nothing"
    }

    /// Whether the quick reader takes a text; where it does, libyaml must read the same tree and find nothing.
    private func isTaken(_ text: [UInt8], limits: YAMLLimits = YAMLLimits()) -> Bool {
        let file = SourceFile(path: "record.yml", bytes: text)
        var characters = YAMLCharacters(file)
        var report = Report()
        guard characters.check(into: &report), characters.hasPlainLayout,
            let quick = YAMLQuickReader.read(file, limits: limits)
        else { return false }
        var slowReport = Report()
        let slow = YAMLReader(limits: limits, isQuick: false).read(file, into: &slowReport)
        let shown = String(decoding: text, as: UTF8.self)
        #expect(slowReport.isEmpty, "\(slowReport.diagnostics.map(\.message)) in \(shown)")
        #expect(slow.map(drawing) == drawing(quick), "\(shown)")
        return true
    }

    private func isTaken(_ text: String) -> Bool { isTaken(Array(text.utf8)) }

    @Test("takes what records are written in, and reads it as libyaml does")
    func takes() {
        let texts = [
            "a: b\n", "a: b", "a:   b  \n\n# x\nc: d # e\n", "a: b#c\n", "a: b:c\n", "a: ~\n",
            "a: é – ü\nb: 1\n",
            "a:\n  b: c\n  d:\n    e: f\ng: h\n", "a:\n- b\n- c\nd: e\n",
            "a:\n  - b: c\n    d: e\n  - b: f\ng: h\n",
            "a: # x\n  - b\n", "a:\n    - b: c\n\n      # x\n      d: e\n", "a: [b, c d, \"e\", 'f']\n",
            "a: {b: c, d: [e, {f: g}]} # x\n", "a: [2026-02-21T09:20:00Z, https://example.org/a]\n",
            "a: \"b: c # d\"\nb: 'it''s'\n", "a: ''\nb: \"\"\n", "a: 'b' # c\n",
            "a: |\n  b\n  c\n", "a: |-\n  b\n\n\n", "a: |+\n  b\n\n\nc: d\n", "a: >\n  b\n  c\n\n  d\n",
            "a: >-\n  b\n   c\n  d\n\n   e\n\n\n  f\n", "a: >+\n  b\n\n", "a: |\n\n\n  b\n",
            "a: > # x\n  b  \nc: d\n",
            "a:\n  - |\n    b\n  - >-\n    c\n    d\n", "a: |\n  # b\n # c\nd: e\n",
            "x-a: b\n_a: c\nB-1: d\n",
            "a:\n  - b: |\n      c\n    d: e\n", "a: [b]\nc:\n  - [d, e]\n  - {f: g}\n", "# x\n\na: b\n",
        ]
        for text in texts { #expect(isTaken(text), "\(text)") }
    }

    @Test("leaves to libyaml what it does not know")
    func leaves() {
        let texts = [
            "", "# x\n", "- a\n", " a: b\n", "a:\n", "a: \n", "a: b\na: c\n", "a: b: c\n", "a: b\n  c\n",
            "a: &b c\n",
            "a: *b\n", "a: !!str b\n", "? a\n: b\n", "a: - b\n", "a: [b,\n  c]\n", "a: [b: c]\n",
            "a: {b, c}\n",
            "a: []\n", "a: {}\n", "a: [b, ]\n", "a: \"b\\n\"\n", "a: \"b\n  c\"\n", "a: 'b\n  c'\n",
            "a: |2\n  b\n",
            "a: |\n", "a: |\nb: c\n", "a: |\n  b", "a: |\n \n  b\n", "a: |\n  b\n \n", "---\na: b\n",
            "a: b\n---\n",
            "a: b\n...\n", "%YAML 1.2\n---\na: b\n", "a\n", "a:b\n", "a : b\n", "\"a\": b\n", "a: \"b\" c\n",
            "a: \"b\"# c\n", "a:\n  b: c\n d: e\n", "a:\n  - b\n - c\n", "a:\n  - b\n  c: d\n",
            "a: <<\n<<: b\n",
            "a: @b\n", "a: `b\n", "a: %b\n", "a: [b] c\n", "a:\n  - - b\n", "a:\n  -\n    b: c\n",
            "a: b\n- c\n",
            "a: ?b\n", "a: ,b\n", "a: -b\n", "a: [b#c]\n", "a: [b?]\n", "a: ]\n", "a: b #\n c: d\n",
            "a: |\n    b\n  c\n", "a: [\"b\":c]\n", "a: |x\n  b\n", "a: [-b]\n",
        ]
        for text in texts { #expect(!isTaken(text), "\(text)") }
    }

    @Test(
        "takes no tab, byte-order mark or line end but LF",
        arguments: ["\t", "\r", "\u{85}", "\u{2028}", "\u{FEFF}"])
    func otherLayout(character: String) {
        #expect(!isTaken("a: b\(character)c\n"))
        #expect(isTaken("a: b\u{A0}\u{2027}c\n"))
    }

    @Test("keeps to the limits, and leaves what breaks them to be told")
    func limits() {
        let text = Array("a: {b: [c, d]}\n".utf8)
        #expect(isTaken(text, limits: YAMLLimits(maxDepth: 3, maxNodes: 7)))
        #expect(!isTaken(text, limits: YAMLLimits(maxDepth: 2)))
        #expect(!isTaken(text, limits: YAMLLimits(maxNodes: 6)))
        for scalar in ["abcd", "\"abcd\"", "[abcd]", "|-\n abcd"] {
            let text = Array("a: \(scalar)\n".utf8)
            #expect(isTaken(text, limits: YAMLLimits(maxScalarBytes: 4)))
            #expect(!isTaken(text, limits: YAMLLimits(maxScalarBytes: 3)))
        }
    }

    @Test("reads every record of the project and of the fixtures as libyaml does, and takes most of them")
    func records() throws {
        var taken = 0
        let files = try RepositoryRecords.all()
        for bytes in files where isTaken(bytes) { taken += 1 }
        #expect(taken * 2 > files.count)
    }

    @Test("reads mutated records as libyaml does", arguments: 0..<8)
    func mutations(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let marks = Array(" \n\n:#-|>[]{},'\"&*!?%@`~abc.+\\/é=<".utf8)
        let pieces = [
            "\n  ", "\n- ", ": ", " #", "''", ": |\n    ", ">-\n", "\n\n", "\n    ", "- a: b\n", "[a, b]",
            "{a: b}",
        ]
        .map { Array($0.utf8) }
        let records = try RepositoryRecords.all().map { Array($0.prefix(1_200)) }
        var taken = 0
        for _ in 0..<400 {
            var text = records[Int.random(in: 0..<records.count, using: &random)]
            let cut = text.lastIndex(of: 0x0A) ?? 0
            text = Array(text[...cut])
            for _ in 0..<Int.random(in: 1...3, using: &random) where !text.isEmpty {
                let place = Int.random(in: 0..<text.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: text.remove(at: place)
                case 1: text[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
                case 2: text.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
                case 3:
                    text.insert(
                        contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
                default:
                    text.removeSubrange(
                        place..<min(text.count, place + Int.random(in: 1...40, using: &random)))
                }
            }
            if isTaken(text) { taken += 1 }
        }
        #expect(taken > 40)
    }

    @Test("reads texts made of YAML's marks as libyaml does", arguments: 0..<8)
    func marks(seed: Int) {
        var random = SeededRandom(seed: UInt64(1_000 + seed))
        let pieces = [
            "a: ", "b: ", "c:", "\n", "\n", "\n  ", "\n  ", "\n    ", "- ", "x", "x y", "\"q\"", "'q'", "''",
            "[x, y]",
            "{d: e}", "|\n", ">-\n", "|+\n", ">\n", " # r", "#", ":", "é", "[", "]", "{", "}", ", ", "  ",
            " ", "\n\n",
            "-", "?", "1", "~", "%", "e: f", "\n   g", "'", "\"", ".", "!", "*",
        ]
        var taken = 0
        for _ in 0..<4_000 {
            var text = "a: "
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            if Bool.random(using: &random) { text += "\n" }
            if isTaken(text) { taken += 1 }
        }
        #expect(taken > 100)
    }
}

/// The records that stand in this repository, as bytes.
enum RepositoryRecords {
    private static let root = Disk.split(Disk.split(Disk.split(Disk.split(#filePath).folder).folder).folder)
        .folder

    static func all() throws -> [[UInt8]] {
        var records: [[UInt8]] = []
        for folder in [
            "incidents/2020", "incidents/2025", "incidents/2026", "Tests/Fixtures/records", "Fuzz/Corpus",
        ] {
            let path = Disk.join(root, folder)
            for name in try Disk.names(in: path).sorted() where name.hasSuffix(".yml") {
                records.append(try Disk.read(Disk.join(path, name), limit: 1 << 20))
            }
        }
        return records
    }
}
