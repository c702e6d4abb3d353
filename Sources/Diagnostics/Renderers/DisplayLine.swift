/// One line of a source file as a terminal shows it: visible pieces with the bytes that each stands for.
///
/// This is the one place that turns UTF-8 offsets into columns of a terminal, so that a caret stands under the right
/// letter behind tabs, accents, wide characters and bytes that are no text at all.
struct DisplayLine {
    struct Cell {
        /// Offsets into the file.
        let bytes: Range<Int>
        let text: String
        let width: Int
        /// The first column, counted from 0.
        let column: Int
    }

    /// None where the line is plain.
    private var cells: [Cell] = []
    /// The columns of the whole line.
    private(set) var width = 0
    let range: Range<Int>
    private let file: SourceFile
    /// Whether every byte is a letter, mark or blank of ASCII, which takes one column and stands for itself.
    private let isPlain: Bool

    static let tabStop = 4

    /// `looksAtEachLetter` makes cells of a plain line too.
    init(_ file: SourceFile, range: Range<Int>, looksAtEachLetter: Bool = false) {
        self.range = range
        self.file = file
        isPlain = !looksAtEachLetter && file.bytes[range].allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain {
            width = range.count
            return
        }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let end = Self.endOfValidText(in: file.bytes, from: offset, to: range.upperBound)
            if end == offset {
                append("<0x" + Self.hex(file.bytes[offset]) + ">", bytes: offset..<offset + 1)
                offset += 1
            } else {
                append(text: file.text(in: offset..<end), from: offset)
                offset = end
            }
        }
    }

    private mutating func append(_ text: String, bytes: Range<Int>) {
        let cellWidth = DisplayWidth.of(text)
        cells.append(Cell(bytes: bytes, text: text, width: cellWidth, column: width))
        width += cellWidth
    }

    private mutating func append(text: String, from start: Int) {
        var offset = start
        for character in text {
            let end = offset + character.utf8.count
            if character == "\t" {
                let count = Self.tabStop - width % Self.tabStop
                append(String(repeating: " ", count: count), bytes: offset..<end)
            } else {
                append(VisibleText.of(String(character)), bytes: offset..<end)
            }
            offset = end
        }
    }

    /// The column at which the letter that holds the byte begins; the line's width at its end.
    func column(at offset: Int) -> Int {
        if isPlain { return min(max(0, offset - range.lowerBound), width) }
        let place = firstCell { $0.bytes.upperBound > offset }
        return place < cells.count ? cells[place].column : width
    }

    /// The column behind the letter that holds the byte before `offset`.
    func endColumn(at offset: Int) -> Int {
        if isPlain { return min(max(0, offset - range.lowerBound), width) }
        let place = firstCell { $0.bytes.lowerBound >= offset }
        return place > 0 ? cells[place - 1].column + cells[place - 1].width : 0
    }

    /// The place of the first cell that answers yes, where all behind it do too: a line may hold a whole record, and
    /// thousands of findings.
    private func firstCell(where isBehind: (Cell) -> Bool) -> Int {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(cells[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The first column that is not blank; the line's width where all of it is.
    var indentation: Int {
        if isPlain { return file.bytes[range].prefix { $0 == 0x20 }.count }
        return cells.first { cell in cell.text.contains { $0 != " " } }?.column ?? width
    }

    /// The text of a window of columns, with its own first column, which a wide letter cut in two may move to the right.
    func text(from start: Int, to end: Int) -> String {
        if isPlain {
            let first = min(max(0, start), width)
            return file.text(in: range.lowerBound + first..<range.lowerBound + max(first, min(end, width)))
        }
        var shown = ""
        var place = firstCell { $0.column + $0.width > start }
        if place < cells.count, cells[place].column < start {
            let cut = cells[place]
            shown = String(repeating: " ", count: max(0, min(end, cut.column + cut.width) - start))
            place += 1
        }
        while place < cells.count, cells[place].column + cells[place].width <= end {
            shown += cells[place].text
            place += 1
        }
        return shown
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }

    /// Where the valid UTF-8 that starts at an offset ends; the offset itself where none does.
    private static func endOfValidText(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        if String(validating: bytes[start..<end], as: UTF8.self) != nil { return end }
        var offset = start
        while offset < end {
            let length =
                switch bytes[offset] {
                case 0..<0x80: 1
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            guard length > 0, offset + length <= end,
                String(validating: bytes[offset..<offset + length], as: UTF8.self) != nil
            else { return offset }
            offset += length
        }
        return offset
    }
}
