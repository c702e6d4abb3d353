import TestKit
import Testing

@testable import Diagnostics

@Suite("wrapped texts")
struct WrappedTextTests {
    @Test("plain letters are wrapped as all others are", arguments: 0..<4)
    func plainLetters(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "a", "bb", " ", " ", "  ", "word", "longer-word", "a-word-past-all-widths", "é", "…", "“ß”", "–",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            let width = Int.random(in: 1...30, using: &random)
            #expect(
                VisibleText.wrapped(text, to: width) == VisibleText.wrapped(byCharacter: text, to: width),
                "\(text) in \(width)")
        }
    }
}
