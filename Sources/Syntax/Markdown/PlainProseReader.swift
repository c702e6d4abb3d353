/// Reads prose as far as its marks are beyond doubt; whatever may mean more ends the reading, and cmark reads the text.
struct PlainProseReader {
    var pieces: [PlainProse.Piece] = []
    let text: [UInt8]
    /// The next byte to be read.
    var index = 0
    /// Where the words of a line end at the latest: those of a table's cell end before their line does.
    var limit: Int

    init(_ text: [UInt8]) {
        self.text = text
        limit = text.count
        pieces.reserveCapacity(min(64, text.count / 8 + 8))
    }

    /// Blocks with blank lines between them; answers whether all was understood.
    mutating func readBlocks() -> Bool {
        while true {
            skipBlankLines()
            guard index < text.count else { return !pieces.isEmpty }
            guard readBlock(), isAtBlankLine else { return false }
        }
    }

    private mutating func skipBlankLines() {
        while index < text.count, text[index] == 0x0A { index += 1 }
    }

    private var isAtBlankLine: Bool { byte(at: index) == 0x0A }

    private mutating func readBlock() -> Bool {
        switch text[index] {
        case UInt8(ascii: "-"): return readList()
        case UInt8(ascii: ">"): return readQuote()
        case UInt8(ascii: "|"): return readTable()
        case UInt8(ascii: "`") where isFence(at: index): return readFence()
        default: return readParagraph(behind: nil)
        }
    }

    /// Lines of words up to a blank one, each behind `mark` and a blank where there is one.
    private mutating func readParagraph(behind mark: UInt8?) -> Bool {
        pieces.append(.begin(.paragraph))
        while true {
            if let mark { guard skip(mark) else { return false } }
            guard readLine() else { return false }
            if isAtBlankLine { break }
            pieces.append(.lineEnd)
        }
        pieces.append(.end(.paragraph))
        return true
    }

    private mutating func readQuote() -> Bool {
        pieces.append(.begin(.quote))
        guard readParagraph(behind: UInt8(ascii: ">")) else { return false }
        pieces.append(.end(.quote))
        return true
    }

    private mutating func readList() -> Bool {
        let start = pieces.count
        pieces.append(.begin(.list))
        while true {
            guard skip(UInt8(ascii: "-")), let kind = readBox() else { return false }
            pieces.append(.begin(kind))
            guard readLine() else { return false }
            pieces.append(.end(kind))
            guard isAtBlankLine else { continue }
            let end = index
            skipBlankLines()
            guard byte(at: index) == UInt8(ascii: "-") else {
                index = end
                break
            }
            // A blank line between two items makes a loose list of all.
            pieces[start] = .begin(.looseList)
        }
        pieces.append(.end(.list))
        return true
    }

    /// What kind of item begins here; goes behind its box. Nil where cmark may see a box that is none.
    private mutating func readBox() -> PlainProse.Mark? {
        guard byte(at: index) == UInt8(ascii: "["), byte(at: index + 2) == UInt8(ascii: "]"),
            byte(at: index + 3) == 0x20
        else {
            return .item
        }
        let mark = byte(at: index + 1)
        index += 4
        // cmark looks for a tick in all of the line.
        for place in index..<lineEnd(from: index) where text[place] == UInt8(ascii: "[") { return nil }
        return mark == 0x20 ? .openTask : mark | 0x20 == UInt8(ascii: "x") ? .doneTask : nil
    }

    /// Goes behind a mark and one blank.
    private mutating func skip(_ mark: UInt8) -> Bool {
        guard text[index] == mark, byte(at: index + 1) == 0x20 else { return false }
        index += 2
        return true
    }

    private func isFence(at place: Int) -> Bool {
        byte(at: place) == 0x60 && byte(at: place + 1) == 0x60 && byte(at: place + 2) == 0x60
    }

    private mutating func readFence() -> Bool {
        let word = index + 3..<lineEnd(from: index + 3)
        guard word.upperBound < text.count, word.allSatisfy({ text[$0].isASCIILetterOrDigit }) else {
            return false
        }
        let start = word.upperBound + 1
        index = start
        while index < text.count {
            let end = lineEnd(from: index)
            var first = index
            while first < end, text[first] == 0x20 { first += 1 }
            if isFence(at: first) {
                guard first == index, end == index + 3 else { return false }
                pieces.append(.codeBlock(word: word, start..<index))
                index = min(end + 1, text.count)
                return true
            }
            for place in index..<end where text[place] < 0x20 { return false }
            index = end + 1
        }
        return false
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        return end
    }

    /// The byte at a place; behind the last that may be read a line end.
    @inline(__always)
    func byte(at place: Int) -> UInt8 { place < limit ? text[place] : 0x0A }

    // MARK: - Tables

    /// A header, the line below it and rows, each with a bar at both ends and as many cells as the others.
    private mutating func readTable() -> Bool {
        guard MarkdownTree.mayHoldTables(text) else { return false }
        let header = index..<lineEnd(from: index)
        guard header.upperBound < text.count else { return false }
        let rule = header.upperBound + 1..<lineEnd(from: header.upperBound + 1)
        guard let cells = cells(of: header), let columns = self.cells(of: rule), cells.count == columns.count,
            columns.allSatisfy(isRule)
        else {
            return false
        }
        pieces.append(.table(rule: rule))
        guard readRow(cells, as: .headerRow) else { return false }
        index = min(rule.upperBound + 1, text.count)
        while !isAtBlankLine {
            let line = index..<lineEnd(from: index)
            guard let cells = self.cells(of: line), cells.count == columns.count, readRow(cells, as: .row)
            else {
                return false
            }
            index = min(line.upperBound + 1, text.count)
        }
        pieces.append(.tableEnd)
        return true
    }

    /// The cells between a line's bars, without the blanks around them; nil where one is empty.
    private func cells(of line: Range<Int>) -> [Range<Int>]? {
        guard line.count > 2, text[line.lowerBound] == UInt8(ascii: "|"),
            text[line.upperBound - 1] == UInt8(ascii: "|")
        else {
            return nil
        }
        var cells: [Range<Int>] = []
        var start = line.lowerBound + 1
        for place in start..<line.upperBound where text[place] == UInt8(ascii: "|") {
            var cell = start..<place
            while let first = cell.first, text[first] == 0x20 { cell.removeFirst() }
            while let last = cell.last, text[last] == 0x20 { cell.removeLast() }
            guard !cell.isEmpty else { return nil }
            cells.append(cell)
            start = place + 1
        }
        return cells
    }

    /// `---`, with a colon at the side that the column's words stand at.
    private func isRule(_ cell: Range<Int>) -> Bool {
        var dashes = text[cell]
        if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
        if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
        return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private mutating func readRow(_ cells: [Range<Int>], as mark: PlainProse.Mark) -> Bool {
        pieces.append(.begin(mark))
        for cell in cells {
            pieces.append(.begin(.cell))
            (index, limit) = (cell.lowerBound, cell.upperBound)
            guard readWords() else { return false }
            pieces.append(.end(.cell))
        }
        limit = text.count
        pieces.append(.end(mark))
        return true
    }
}
