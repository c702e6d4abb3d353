import Diagnostics
import TestKit
import Testing

@testable import Syntax

/// A text that libyaml finds where it would have decoded it to gives the events that it gives when it decodes it itself.
@Suite("texts handed over to libyaml")
struct HandedOverTextTests {
    /// All that libyaml says of a text, one line an event; nil where the text never gets as far as libyaml.
    private func events(_ bytes: [UInt8], isHandedOver: Bool) -> [String]? {
        var characters = YAMLCharacters(SourceFile(path: "sample.yml", bytes: bytes))
        var report = Report()
        guard characters.check(into: &report),
            var stream = YAMLEventStream(
                text: bytes[characters.textStart...], codePoints: characters.offsets.count,
                isHandedOver: isHandedOver)
        else { return nil }
        #expect(stream.isHandedOver == (isHandedOver && bytes.count - characters.textStart <= 49_148))
        var lines: [String] = []
        while lines.count < 20_000 {
            guard stream.advance() else {
                let problem = stream.problem
                lines.append(
                    "\(problem.words), \(problem.context) \(problem.place) \(problem.contextPlace ?? -1)")
                break
            }
            var text: [UInt8] = []
            stream.appendText(to: &text)
            let isThere = stream.stands(at: characters.textStart + stream.start)
            lines.append(
                "\(stream.kind) \(stream.start)..<\(stream.end) \(stream.anchor ?? "") \(stream.hasTag) \(isThere) "
                    + String(decoding: text, as: UTF8.self))
            if stream.kind == .streamEnd { break }
        }
        return lines
    }

    private func expectSame(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let handedOver = events(bytes, isHandedOver: true)
        #expect(
            handedOver == events(bytes, isHandedOver: false), "\(String(decoding: bytes, as: UTF8.self))",
            sourceLocation: sourceLocation)
    }

    private static let texts = [
        "", "\n", "a", "a: b", "a: b\n", "# nothing but a word", "\u{FEFF}a: b\n", "\u{FEFF}\u{FEFF}a: b\n",
        "a: |\n  é\n  漢\n", "a: >-\n  one\n\n  two", "'it''s': \"\\u00e9 \\\n  b\"\r\nc: d\r",
        "- a\n-\n- [b, {c: d}]\n",
        "? a\n: b\n", "--- !!map\na: &a 1\nb: *a\n...\n", "%TAG ! tag:x,2000:\n---\na: !b c\n---\nd\n",
        "a: 'no end",
        "a: [1, 2", "\ta: b", "a: b: c\n", "a: \u{85}\u{2028}b\n", "-", "--", "---", "...", "a\n..",
        "a: \u{1F600}",
    ]

    @Test("texts of every kind, whole and cut off anywhere", arguments: texts)
    func kinds(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(events(bytes, isHandedOver: true) != nil)
        for end in 0...bytes.count { expectSame(Array(bytes[..<end])) }
    }

    @Test("texts that just fit, and longer ones, which libyaml decodes itself", arguments: 49_140...49_156)
    func length(_ count: Int) {
        var text = "a: é\nb: >\n  "
        while text.utf8.count < count { text += text.utf8.count % 61 == 0 ? "\n  " : "x" }
        let bytes = Array(text.utf8.prefix(count))
        expectSame(bytes)
        #expect(events(bytes, isHandedOver: true)?.last?.hasPrefix("streamEnd") == true)
    }

    @Test("texts with a few things changed in them", arguments: 0..<6)
    func mutations(seed: Int) {
        let whole = Self.texts.map { Array($0.utf8) }
        let long = Array(Self.texts.dropFirst(3).joined(separator: "\n").utf8)
        var mutated = MutatedBytes(seed: UInt64(seed))
        var read = 0
        for round in 0..<300 {
            var bytes = round % 4 == 0 ? long : whole[(round + seed) % whole.count]
            for _ in 0..<1 + round % 3 { bytes = mutated.mutated(bytes, with: long) }
            expectSame(bytes)
            if events(bytes, isHandedOver: true) != nil { read += 1 }
        }
        #expect(read > 100)
    }
}
