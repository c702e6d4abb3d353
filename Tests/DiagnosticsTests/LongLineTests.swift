import Testing

@testable import Diagnostics

/// A hostile file has thousands of findings on one line: no one of them may cost the whole line.
@Suite("findings on long lines")
struct LongLineTests {
    /// Lines of letters, some of them two to four bytes wide, and now and then a line end.
    private static func file(_ random: inout Lottery) -> SourceFile {
        let letters = ["a", "b", "c", "d", "e", "é", "漢", "👩🏽‍🚒", " ", ":"]
        var text = ""
        for _ in 0..<(2000 + random.next(below: 12_000)) {
            text += random.next(below: 3000) == 0 ? "\r\n" : letters[random.next(below: letters.count)]
        }
        return SourceFile(path: "long.yml", text: text)
    }

    private static func boundary(in file: SourceFile, near offset: Int) -> Int {
        var offset = min(offset, file.bytes.count)
        while offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    @Test("what a fix changes is shown as if the whole line were read", arguments: 0..<60)
    func previews(seed: Int) {
        var random = Lottery(seed: seed)
        let file = Self.file(&random)
        var position = random.next(below: file.bytes.count)
        var edits: [Fix.Edit] = []
        for _ in 0...random.next(below: 3) {
            let start = Self.boundary(in: file, near: position)
            let end = Self.boundary(in: file, near: start + random.next(below: 30))
            edits.append(
                Fix.Edit(
                    SourceSpan(file: file, start: start, end: max(start, end)),
                    ["", "\"", "amount", "one\ntwo"][random.next(below: 4)]))
            position = max(start, end) + random.next(below: 200)
        }
        let fix = Fix("mend", edits: edits, isSafe: true)
        var indexes = LineIndexes()
        let read = FixPreview(fix, &indexes, reach: 1000)
        let whole = FixPreview(fix, &indexes, reach: .max)
        #expect(read.rows.map(\.text) == whole.rows.map(\.text))
        #expect(read.rows.map(\.line) == whole.rows.map(\.line))
        #expect(read.rows.map(\.isAdded) == whole.rows.map(\.isAdded))
    }

    @Test("columns are those of a count from the line's beginning", arguments: 0..<20)
    func columns(seed: Int) {
        var random = Lottery(seed: seed)
        var file = Self.file(&random)
        if seed % 4 == 0 { file = SourceFile(path: "bom.yml", bytes: [0xEF, 0xBB, 0xBF] + file.bytes) }
        if seed % 4 == 1 {
            file = SourceFile(path: "broken.yml", bytes: file.bytes + [0xFF, 0xC3, 0x41, 0x80])
        }
        let index = LineIndex(file)
        for _ in 0..<50 {
            let offset = Self.boundary(in: file, near: random.next(below: file.bytes.count + 1))
            let line = index.line(at: offset)
            let start = index.range(ofLine: line).lowerBound
            let column = file.text(in: start..<max(start, offset)).unicodeScalars.count + 1
            #expect(index.position(at: offset).column == column)
            #expect(index.position(at: offset).line == line)
        }
    }
}
