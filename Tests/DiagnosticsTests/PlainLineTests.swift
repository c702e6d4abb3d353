import TestKit
import Testing

@testable import Diagnostics

@Suite("plain lines of frames")
struct PlainLineTests {
    @Test("a plain line is shown as if each of its letters were looked at", arguments: 0..<8)
    func plainLines(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let letters = ["a", "b", " ", " ", ":", "-", "~"]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...40, using: &random))
                .map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }.joined()
            let file = SourceFile(path: "plain.yml", text: "id: 1\n\(text)\nend: 2")
            let range = 6..<6 + text.utf8.count
            let plain = DisplayLine(file, range: range)
            let slow = DisplayLine(file, range: range, looksAtEachLetter: true)
            #expect(plain.width == slow.width)
            #expect(plain.indentation == slow.indentation)
            for offset in 0...file.bytes.count {
                #expect(plain.column(at: offset) == slow.column(at: offset))
                #expect(plain.endColumn(at: offset) == slow.endColumn(at: offset))
            }
            for _ in 0..<20 {
                let start = Int.random(in: 0...50, using: &random)
                let end = Int.random(in: 0...50, using: &random)
                #expect(plain.text(from: start, to: end) == slow.text(from: start, to: end))
            }
        }
    }

    @Test("a row in pieces reads as one put letter by letter", arguments: 0..<8, [true, false])
    func rows(seed: Int, usesColor: Bool) {
        var random = SeededRandom(seed: UInt64(seed))
        let texts = ["a", "word", " ", "  two words ", "", "^^^^", "é", "漢字", "e\u{301}", "\u{301}"]
        let styles: [TextStyle] = [.plain, .plain, .error, .secondary]
        for _ in 0..<400 {
            var row = StyledRow()
            var slow = StyledRow()
            slow.keepsPieces = false
            let most = Bool.random(using: &random) ? 6 : texts.count
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let text = texts[Int.random(in: 0..<most, using: &random)]
                let column = Int.random(in: 0...12, using: &random)
                let style = styles[Int.random(in: 0..<styles.count, using: &random)]
                row.put(text, at: column, style)
                slow.put(text, at: column, style)
            }
            #expect(row.width == slow.width)
            #expect(row.rendered(usesColor: usesColor) == slow.rendered(usesColor: usesColor))
        }
    }
}
