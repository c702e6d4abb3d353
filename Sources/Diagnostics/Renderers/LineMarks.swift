/// The underlines of one line and the words that hang from them, laid out so that no two cover each other.
///
/// The words of the rightmost mark stand beside its underline; those of the others hang below on bars, the right ones
/// first, so that no bar crosses a word.
struct LineMarks {
    struct Piece {
        let text: String
        let column: Int
        let style: TextStyle
    }

    /// From top to bottom; none where there is no mark.
    private(set) var rows: [[Piece]] = []

    init(_ marks: [FramedMark], display: DisplayLine, window: LineWindow) {
        guard !marks.isEmpty else { return }
        struct Placed {
            let mark: FramedMark
            let start: Int
            let end: Int
        }
        let placed = marks.map { mark in
            let start = window.column(display.column(at: mark.span.lowerBound))
            let end = window.column(display.endColumn(at: mark.span.upperBound))
            return Placed(mark: mark, start: start, end: mark.span.isEmpty ? start + 1 : max(start + 1, end))
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }

        // The primary underline is drawn last, over what lies under it.
        var underline: [Piece] = []
        for item in placed.filter({ !$0.mark.isPrimary }) + placed.filter({ $0.mark.isPrimary }) {
            let line = String(repeating: item.mark.sign, count: item.end - item.start)
            underline.append(Piece(text: line, column: item.start, style: item.mark.style))
        }
        var hanging = placed.filter { !$0.mark.text.isEmpty }
        let last = placed[placed.count - 1]
        if !last.mark.text.isEmpty, placed.allSatisfy({ $0.end <= last.end }),
            placed.dropLast().allSatisfy({ $0.start < last.start })
        {
            underline.append(Piece(text: last.mark.text, column: last.end + 1, style: last.mark.style))
            hanging.removeLast()
        }
        rows.append(underline)
        if hanging.isEmpty { return }
        rows.append(hanging.map { Piece(text: "|", column: $0.start, style: $0.mark.style) })
        while let item = hanging.popLast() {
            var row = hanging.filter { $0.start < item.start }
                .map { Piece(text: "|", column: $0.start, style: $0.mark.style) }
            row.append(Piece(text: item.mark.text, column: item.start, style: item.mark.style))
            rows.append(row)
        }
    }
}
