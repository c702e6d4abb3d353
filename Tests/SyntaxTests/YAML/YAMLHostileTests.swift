import Diagnostics
import Testing

@testable import Syntax

@Suite("hostile YAML")
struct YAMLHostileTests {
    @Test("a billion laughs end at the alias that brings them past the limit")
    func billionLaughs() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...9 {
            let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(list)]\n"
        }
        let sample = YAMLSample(text)
        #expect(sample.codes == ["alias-limit"])
        #expect(sample.findings.first?.primary.span.text == "*a3")
        #expect(sample.document == nil)
    }

    @Test("aliases up to the limit are followed")
    func aliasesWithinLimit() {
        let text = "a: &a [1, 2, 3]\nb: [*a, *a]\n"
        #expect(YAMLSample(text, limits: YAMLLimits(maxAliasExpansion: 8)).findings.isEmpty)
        #expect(YAMLSample(text, limits: YAMLLimits(maxAliasExpansion: 7)).codes == ["alias-limit"])
    }

    @Test("a long text that aliases repeat ends at the limit of bytes")
    func longRepeatedText() {
        let text = "a: &a \(String(repeating: "x", count: 1_000))\nb: [*a, *a, *a]\n"
        #expect(YAMLSample(text, limits: YAMLLimits(maxBytes: 3_000)).findings.isEmpty)
        #expect(YAMLSample(text, limits: YAMLLimits(maxBytes: 2_999)).codes == ["alias-limit"])
    }

    @Test("nesting ends at the limit, in brackets as in blocks", arguments: [33, 1_000, 100_000])
    func deepNesting(depth: Int) {
        let limits = YAMLLimits(maxBytes: 1 << 24)
        let brackets = YAMLSample(String(repeating: "[", count: depth), limits: limits)
        #expect(brackets.codes == ["nesting-limit"])
        #expect(brackets.places == [32..<33])
        let items = YAMLSample(String(repeating: "- ", count: min(depth, 2_000)) + "x", limits: limits)
        #expect(items.codes == ["nesting-limit"])
        #expect(items.places == [64..<65])
    }

    @Test("nesting up to the limit is read")
    func nestingWithinLimit() {
        let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(YAMLSample(text).document != nil)
    }

    @Test("nesting through aliases counts like nesting in brackets")
    func nestingThroughAliases() {
        var text = "- &a0 [x]\n"
        for level in 1...40 { text += "- &a\(level) [*a\(level - 1)]\n" }
        let sample = YAMLSample(text)
        #expect(sample.codes == ["nesting-limit"])
        #expect(sample.findings.first?.primary.span.text == "*a30")
    }

    @Test("a file, its nodes and one text each have a size limit")
    func sizes() {
        let file = YAMLSample("a: 12345\n", limits: YAMLLimits(maxBytes: 8))
        #expect(file.codes == ["size-limit"])
        #expect(file.document == nil)
        let nodes = YAMLSample("[1, 2, «3», 4]\n", limits: YAMLLimits(maxNodes: 3))
        #expect(nodes.codes == ["size-limit"])
        #expect(nodes.places == nodes.marks)
        let text = YAMLSample("a: «12345»\nb: 1234\n", limits: YAMLLimits(maxScalarBytes: 4))
        #expect(text.codes == ["scalar-limit"])
        #expect(text.places == text.marks)
    }

    @Test(
        "a million bytes of one kind are read or refused, never worse",
        arguments: [
            "[", "{", "-", "- ", "a: ", "? ", "\"", "'", "&a ", "*a ", "!", "|\n", "#", ":", ",", "\t", " ",
            "\n", "\r",
            "é", "a\n", "a: 1\n", "[],", "{a: b},", "%", "---\n", "...\n", "\\", "[a, ", "!!str ", "\u{85}",
        ])
    func repetitions(piece: String) {
        for prefix in ["", "a: \"", "[", "- |\n "] {
            let text = prefix + String(repeating: piece, count: 200_000 / piece.utf8.count)
            let sample = YAMLSample(text)
            #expect(sample.document != nil || sample.report.hasErrors)
        }
    }

    @Test("mutations of a record never crash, lose a finding or misplace a node", arguments: 0..<8)
    func mutations(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let pieces = Self.pieces.map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xEF, 0xBB, 0xBF]]
        for _ in 0..<400 {
            var bytes = Array(Self.record.utf8)
            for _ in 0...Int(generator.next() % 4) {
                let place = Int(generator.next() % UInt64(bytes.count + 1))
                let end = min(bytes.count, place + Int(generator.next() % 6))
                let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
                bytes.replaceSubrange(place..<end, with: generator.next() % 3 == 0 ? [] : piece)
            }
            check(YAMLSample(bytes: bytes))
        }
    }

    @Test("the unmutated record reads clean")
    func soundRecord() {
        let sample = YAMLSample(Self.record)
        #expect(sample.findings.isEmpty)
        check(sample)
    }

    private func check(_ sample: YAMLSample) {
        for finding in sample.findings {
            #expect(!finding.message.isEmpty)
            for fix in finding.fixes where fix.isSafe { _ = sample.text(fixing: finding) }
        }
        guard let document = sample.document else {
            #expect(sample.report.hasErrors)
            return
        }
        if let root = document.root { check(root, in: document) }
    }

    /// Holds a node's place against its text: what is unquoted stands there as it is, quotes stand at both ends.
    private func check(_ id: YAMLDocument.NodeID, in document: YAMLDocument) {
        let (node, span, text) = (document[id], document.span(id), document.text(id))
        #expect(span.start == node.start && span.end == node.end, "outside of the file")
        switch node.style {
        case .plain:
            if !text.contains("\n"), !span.text.contains(where: \.isNewline) { #expect(span.text == text) }
        case .singleQuoted: #expect(span.text.hasPrefix("'") && span.text.hasSuffix("'"))
        case .doubleQuoted: #expect(span.text.hasPrefix("\"") && span.text.hasSuffix("\""))
        case .literal: #expect(span.text.utf8.first == UInt8(ascii: "|"))
        case .folded: #expect(span.text.utf8.first == UInt8(ascii: ">"))
        case .flow:
            // A pair in a list has no brackets; a list always has.
            #expect(node.kind == .mapping || (span.text.hasPrefix("[") && span.text.hasSuffix("]")))
        case .block: #expect(!span.text.isEmpty)
        }
        for item in document.items(id) { check(item, in: document) }
        for pair in document.pairs(id) {
            check(pair.key, in: document)
            check(pair.value, in: document)
        }
    }

    private static let pieces = [
        "\"", "'", ": ", ":", "- ", "\n", "\r\n", "  ", "\t", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a",
        "!", "!!str ",
        "|\n", ">", "%", "@", "`", "---\n", "...\n", "<<: ", "? ", "\\", "\\u0000", "é", "漢", "😀", "\u{85}",
        "\u{2028}",
        "\u{FEFF}", "0", "~",
    ]

    private static let record = """
        # A first notice
        id: 2026-02-21-safe
        title: "Token safe emptied — \\u00e9t\\u00e9"
        status: investigating   # since noon
        summary: >-
          Tokens left the safe
          at 07:00 😀.

          More follows.
        tags: [custody, 'private-keys', "漢字"]
        losses:
          - &first
            amount: '4300000'
            asset: usdc
            at: {time: 2026-02-21T07:00:00Z, source: explorer}
          - *first
        updates:
        - time: 2026-02-21
          body: |
            We saw it:
            \tcode

            Ünïcode 漢 text.

        next:
        x-note: plain text
          over two lines
        """
}

/// A small generator whose numbers are the same everywhere.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
