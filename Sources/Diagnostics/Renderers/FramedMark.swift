/// One labelled place of a snippet, in lines.
struct FramedMark {
    let span: Range<Int>
    let text: String
    let style: TextStyle
    let isPrimary: Bool
    let firstLine: Int
    let lastLine: Int

    init(_ label: Label, style: TextStyle, isPrimary: Bool, _ index: LineIndex) {
        // A block's end lies at the start of the next one in YAML: the blank before it is nothing to underline.
        let bytes = label.span.file.bytes
        var end = label.span.end
        while end > label.span.start, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[end - 1]) { end -= 1 }
        // Where all of it is blank, the blank is what the finding is about, up to the end of its first line.
        if end == label.span.start, label.span.end > end {
            end = min(label.span.end, max(end, index.range(ofLine: index.line(at: end)).upperBound))
        }
        span = label.span.start..<end
        text = VisibleText.of(label.text.split(separator: "\n").joined(separator: " "))
        self.style = style
        self.isPrimary = isPrimary
        firstLine = index.line(at: label.span.start)
        lastLine = end > label.span.start ? index.line(at: end - 1) : firstLine
    }

    var isMultiline: Bool { lastLine > firstLine }
    var sign: Character { isPrimary ? "^" : "-" }
}
