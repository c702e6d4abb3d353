import TestKit
import Testing

@testable import Syntax

@Suite("plain stretches of a file")
struct PlainStretchesTests {
    @Test("a range is covered where no stretch that it touches holds something else", arguments: 0..<8)
    func ranges(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let count = Int.random(in: 1...9000, using: &random)
        let others = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            Int.random(in: 0..<count, using: &random)
        }
        var plain = PlainStretches(ofBytes: count)
        for other in others { plain.exclude(other) }
        for _ in 0..<400 {
            let start = Int.random(in: 0..<count, using: &random)
            let range = start..<min(count, start + Int.random(in: 0...300, using: &random))
            let touched = Set(range.map { $0 >> 6 })
            #expect(plain.cover(range) == others.allSatisfy { !touched.contains($0 >> 6) })
        }
    }

    @Test("texts are counted alike whatever stands beside them in the file", arguments: 0..<8)
    func lengths(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let words = ["a", " ", "word", "é", "\u{2013}", "two  words", "Привет", "#", "'", "\\t", "\\n", "~"]
        for _ in 0..<20 {
            let texts = (0..<30).map { _ in
                (0..<Int.random(in: 0...20, using: &random))
                    .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined()
            }
            let together = YAMLSample(texts.map { "- \"\($0)\"\n" }.joined() + "- >-\n  a b\n   c\n\n  d\r\n")
            let document = try #require(together.document)
            let items = document.items(try #require(document.root))
            #expect(items.count == 31)
            for (text, item) in zip(texts, items) {
                let decoded = document.text(item)
                let isPlain = decoded.unicodeScalars.allSatisfy {
                    (0x20...0x7E).contains($0.value) || $0 == "\n" || (0xC0...0x7FF).contains($0.value)
                }
                let isVisible = decoded.unicodeScalars.contains { (0x21...0x7E).contains($0.value) }
                let length = isPlain && isVisible ? decoded.unicodeScalars.count : nil
                #expect(document.lengthOfPlainText(item, mayBreak: true) == length, "\(text)")
                let isOneLine = !decoded.contains("\n")
                #expect(
                    document.lengthOfPlainText(item, mayBreak: false) == (isOneLine ? length : nil), "\(text)"
                )
            }
        }
    }
}
