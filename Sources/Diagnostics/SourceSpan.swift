/// A stretch of a source file in UTF-8 offsets: what a message underlines and what a fix replaces.
package struct SourceSpan: Sendable {
    package let file: SourceFile
    /// The offset of the first byte, counted from 0.
    package let start: Int
    /// The offset behind the last byte; equal to `start` where something is missing and a caret points between letters.
    package let end: Int

    package init(file: SourceFile, start: Int, end: Int) {
        self.file = file
        self.start = max(0, min(start, file.bytes.count))
        self.end = max(self.start, min(end, file.bytes.count))
    }

    package init(file: SourceFile, range: Range<Int>) {
        self.init(file: file, start: range.lowerBound, end: range.upperBound)
    }

    package var range: Range<Int> { start..<end }
    package var text: String { file.text(in: range) }
}
