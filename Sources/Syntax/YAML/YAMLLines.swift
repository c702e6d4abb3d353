import Diagnostics

/// The lines around a break of the grammar, for telling a writer which of them is at fault.
struct YAMLLines {
    private let file: SourceFile
    private let index: LineIndex

    init(_ file: SourceFile) {
        self.file = file
        index = LineIndex(file)
    }

    func line(at offset: Int) -> Int { index.line(at: offset) }

    /// The offsets of a line's text without indentation, line end and trailing blanks; empty for a blank line.
    func content(ofLine line: Int) -> Range<Int> {
        let range = index.range(ofLine: line)
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
        while start < end, Self.isBlank(file.bytes[start]) { start += 1 }
        return start..<end
    }

    func content(at offset: Int) -> Range<Int> {
        content(ofLine: line(at: offset))
    }

    /// The number of bytes between a line's begin and its text.
    func indentation(ofLine line: Int) -> Int {
        content(ofLine: line).lowerBound - index.range(ofLine: line).lowerBound
    }

    func isIndentedWithTab(_ line: Int) -> Bool {
        file.bytes[index.range(ofLine: line).lowerBound..<content(ofLine: line).lowerBound].contains(0x09)
    }

    /// The number of bytes between a line's begin and an offset in it.
    func column(of offset: Int) -> Int {
        offset - index.range(ofLine: line(at: offset)).lowerBound
    }

    func isFirst(inLine offset: Int) -> Bool {
        content(at: offset).lowerBound == offset
    }

    /// Whether nothing but blanks follows in the line.
    func isBlank(behind offset: Int) -> Bool {
        offset >= content(at: offset).upperBound
    }

    /// The last line before this one that is neither blank nor a comment.
    func lineBefore(_ line: Int) -> Int? {
        var line = line - 1
        while line >= 1 {
            let range = content(ofLine: line)
            if !range.isEmpty, file.bytes[range.lowerBound] != UInt8(ascii: "#") { return line }
            line -= 1
        }
        return nil
    }

    /// The first line behind this one that is not blank.
    func lineAfter(_ line: Int) -> Int? {
        var line = line + 1
        while line <= index.starts.count {
            if !content(ofLine: line).isEmpty { return line }
            line += 1
        }
        return nil
    }

    /// The word at an offset, up to a blank; empty at a line's end.
    func word(at offset: Int) -> Range<Int> {
        let limit = max(offset, content(at: offset).upperBound)
        var end = offset
        while end < limit, !Self.isBlank(file.bytes[end]) { end += 1 }
        return offset..<end
    }

    /// The offset of the first colon in a line that a blank or the line's end follows.
    func colon(inLine line: Int) -> Int? {
        let range = content(ofLine: line)
        return range.first { offset in
            file.bytes[offset] == UInt8(ascii: ":")
                && (offset + 1 == range.upperBound || Self.isBlank(file.bytes[offset + 1]))
        }
    }

    /// The unquoted text from an offset to its line's end, without a comment and the blanks before it.
    func plainText(from offset: Int) -> Range<Int> {
        let limit = content(at: offset).upperBound
        var end = offset
        while end < limit {
            if file.bytes[end] == UInt8(ascii: "#"), end > offset, Self.isBlank(file.bytes[end - 1]) { break }
            end += 1
        }
        while end > offset, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
        return offset..<max(offset, end)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
