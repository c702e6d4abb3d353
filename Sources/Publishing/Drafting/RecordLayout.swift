import Diagnostics
import Syntax

/// Where lines and columns of a record's text are, for edits that continue its layout.
struct RecordLayout {
    private let file: SourceFile
    private let index: LineIndex
    private let lineEnd: String

    init(_ document: YAMLDocument) {
        file = document.file
        index = LineIndex(document.file)
        let first = document.file.bytes.firstIndex(of: 0x0A)
        lineEnd = first.map { $0 > 0 && document.file.bytes[$0 - 1] == 0x0D ? "\r\n" : "\n" } ?? "\n"
    }

    /// Blanks and letters before an offset on its line, counted from 0 in bytes.
    func column(of offset: Int) -> Int {
        offset - index.range(ofLine: index.line(at: offset)).lowerBound
    }

    /// The dash of the list entry whose first key stands at an offset.
    func dash(before offset: Int) -> (column: Int, isOnSameLine: Bool)? {
        var place = offset - 1
        while place >= 0, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[place]) { place -= 1 }
        guard place >= 0, file.bytes[place] == UInt8(ascii: "-") else { return nil }
        return (column(of: place), index.line(at: place) == index.line(at: offset))
    }

    /// The offset behind the line, its end included, that holds an offset.
    func endOfLine(_ offset: Int) -> Int {
        let line = index.line(at: offset)
        return line < index.starts.count ? index.starts[line] : file.bytes.count
    }

    /// The offset behind the last line of a value that ends at an offset, with the comments that are indented deeper than
    /// a column and so belong to it.
    func endOfContent(_ offset: Int, deeperThan column: Int) -> Int {
        var line = index.line(at: max(0, offset - 1))
        var next = line + 1
        while next <= index.starts.count {
            let bytes = file.bytes[index.range(ofLine: next)]
            guard let first = bytes.firstIndex(where: { $0 != 0x20 }) else {
                next += 1
                continue
            }
            guard bytes[first] == UInt8(ascii: "#"), first - bytes.startIndex > column else { break }
            line = next
            next += 1
        }
        return line < index.starts.count ? index.starts[line] : file.bytes.count
    }

    /// Whole lines put in at the start of a line, or behind a last line that has no end.
    func insertion(_ text: String, at offset: Int) -> Fix.Edit {
        var text = text
        let endsLine = offset == 0 || [0x0A, 0x0D].contains(file.bytes[offset - 1])
        if !endsLine { text = "\n" + text }
        return Fix.Edit(SourceSpan(file: file, start: offset, end: offset), withLineEnds(text))
    }

    /// A text with the line ends of the file.
    func withLineEnds(_ text: String) -> String {
        if lineEnd == "\n" { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    }
}
