import TestKit
import Testing

@testable import Syntax

@Suite("texts that are parsed once")
struct MarkdownTextsTests {
    @Test("whatever is made of a text, in any order, is what is made of it alone", arguments: 0..<4)
    func anyOrder(seed: Int) {
        var random = SeededRandom(seed: UInt64(500 + seed))
        let pieces = [
            "a", "b c", " ", "\n", "\n\n", "# d\n", "- ", "> ", "**e**", "*f*", "`g`", "~~h~~", "[i](#d)",
            "[j](k/l)", "<https://m.org>", "[^n]", "\n\n[^n]: o", "| p | q |\n|-|-|\n| r | s |", "- [x] t",
            "```\nu\n```", "&amp;", "![v](w.png)", "<b>", "https://x.org",
        ]
        let texts = MarkdownTexts()
        let (shared, alone) = (MarkdownRenderer(sharing: texts), MarkdownRenderer())
        // More texts than are kept, each made into all forms more than once.
        let all = (0..<100).map { _ in
            (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
        }
        for _ in 0..<600 {
            let text = all[Int.random(in: 0..<all.count, using: &random)]
            var options = MarkdownRenderer.Options()
            options.headingOffset = Int.random(in: 0...3, using: &random)
            options.idPrefix = random.isOnce(in: 2) ? "y-" : ""
            options.baseURL = random.isOnce(in: 2) ? "https://z.org/1/" : nil
            switch Int.random(in: 0..<4, using: &random) {
            case 0: #expect(shared.plainText(text) == alone.plainText(text), "\(text)")
            case 1:
                #expect(
                    shared.letter(text, baseURL: "https://z.org/")
                        == alone.letter(text, baseURL: "https://z.org/"),
                    "\(text)")
            default: #expect(shared.html(text, options) == alone.html(text, options), "\(text)")
            }
        }
    }
}
