import Diagnostics
import Testing

@Suite("lines of a file in a frame")
struct FramedLineTests {
    @Test("a long line is shown by a window around the place, never wider than the terminal")
    func window() {
        let file = SourceFile(
            path: "a.yml",
            text: String(repeating: "word ", count: 100) + "WRONG" + String(repeating: " word", count: 100))
        let shown = framed(
            Diagnostic("code", "here", at: place(of: "WRONG", in: file), label: "a wrong word"), width: 60)
        let lines = shown.split(separator: "\n")
        #expect(lines[3] == "1 | …rd word word WRONG word word word word word word word …")
        #expect(lines[4] == "  |               ^^^^^ a wrong word")
        #expect(lines.dropFirst(2).allSatisfy { DisplayWidth.of($0) <= 60 })
    }

    @Test("a fix far in a long line is shown where it changes something")
    func longPreview() {
        let file = SourceFile(
            path: "a.yml",
            text: String(repeating: "é ", count: 500) + "WRONG" + String(repeating: " é", count: 500))
        let span = place(of: "WRONG", in: file)
        let shown = framed(
            Diagnostic(
                "code", "here", at: span, fixes: [Fix("mend", edits: [Fix.Edit(span, "right")], isSafe: true)]
            ), width: 60)
        let lines = shown.split(separator: "\n").suffix(2)
        #expect(lines.allSatisfy { $0.hasPrefix("1 ") && DisplayWidth.of($0) <= 60 && $0.hasSuffix("…") })
        #expect(lines.first?.contains("WRONG é") ?? false)
        #expect(lines.last?.contains("right é") ?? false)
    }

    @Test("thousands of findings on one long line are each shown at their place")
    func manyOnOneLine() {
        let text = (0..<2000).map { "é\($0)漢" }.joined(separator: " ")
        let file = SourceFile(path: "a.yml", text: text)
        var diagnostics: [Diagnostic] = []
        var offset = 0
        for word in text.split(separator: " ") {
            let end = offset + word.utf8.count
            diagnostics.append(
                Diagnostic("code", "here", at: SourceSpan(file: file, start: offset, end: end)))
            offset = end + 1
        }
        let shown = DiagnosticFormat.framed.rendered(diagnostics, RenderingOptions(width: 80))
        let frames = shown.split(separator: "error[code]: here\n")
        #expect(frames.count == 2000)
        for number in [0, 1, 999, 1998, 1999] {
            let lines = frames[number].split(separator: "\n")
            let caret = lines[3].prefix { $0 != "^" }.count
            var column = 0
            var marked = ""
            for character in lines[2] {
                if column >= caret, column < caret + lines[3].count { marked.append(character) }
                column += DisplayWidth.of(character)
            }
            #expect(marked.hasPrefix("é\(number)漢"), "\(frames[number])")
        }
    }

    @Test("what a terminal would obey or hide is spelled out, in lines, labels and messages")
    func hostile() {
        let file = SourceFile(path: "a\u{1B}[2J.yml", text: "title: \u{202E}evil\u{1B}[31m\u{200B}x\u{85}\n")
        let shown = framed(
            Diagnostic(
                "bidi", "no \u{1B}[1m\u{2066}", at: place(of: "x", in: file), label: "a\u{7}", help: "b\u{8}")
        )
        #expect(
            shown == """
                error[bidi]: no <U+001B>[1m<U+2066>
                 --> a<U+001B>[2J.yml:1:19
                  |
                1 | title: <U+202E>evil<U+001B>[31m<U+200B>x<U+0085>
                  |                                        ^ a<U+0007>
                  |
                  = help: b<U+0008>

                """)
    }

    @Test("bytes that are no text are shown as numbers and keep their place")
    func invalidBytes() {
        let file = SourceFile(path: "a.yml", bytes: Array("a: ".utf8) + [0xFF, 0xC3] + Array(" x".utf8))
        let shown = framed(
            Diagnostic("invalid-utf8", "not UTF-8", at: SourceSpan(file: file, start: 3, end: 5)))
        #expect(shown.contains("1 | a: <0xFF><0xC3> x\n  |    ^^^^^^^^^^^^\n"))
    }
}
