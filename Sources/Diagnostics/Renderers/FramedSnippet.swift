/// The lines of one file that a finding speaks of, with what is said about them.
struct FramedSnippet {
    /// What stands before the bar of a row.
    enum Head: Equatable {
        case line(Int)
        case none
        /// Lines are left out here.
        case gap
    }

    struct Row {
        let head: Head
        let text: StyledRow
    }

    let index: LineIndex
    let marks: [FramedMark]
    /// For each mark that spans lines, the lane left of the text in which its bar runs.
    private let lanes: [Int?]
    private let laneCount: Int

    private let lines: DisplayLines

    init(index: LineIndex, marks: [FramedMark], lines: DisplayLines) {
        self.index = index
        self.lines = lines
        self.marks = marks
        var lanes = [Int?](repeating: nil, count: marks.count)
        var ends: [Int] = []
        for (number, mark) in marks.enumerated().sorted(by: {
            $0.element.span.lowerBound < $1.element.span.lowerBound
        })
        where mark.isMultiline {
            if let free = ends.firstIndex(where: { $0 < mark.firstLine }) {
                lanes[number] = free
                ends[free] = mark.lastLine
            } else {
                lanes[number] = ends.count
                ends.append(mark.lastLine)
            }
        }
        self.lanes = lanes
        laneCount = ends.count
    }

    /// `path:line:column` of the first mark, the column in Unicode scalars.
    var place: String {
        let (line, column) = index.position(at: marks[0].span.lowerBound)
        return "\(VisibleText.of(index.file.path)):\(line):\(column)"
    }

    var lastLine: Int { marks.map(\.lastLine).max() ?? 1 }

    private var textColumn: Int { laneCount * 2 }

    /// Spans of up to this many lines are shown whole.
    private static let wholeSpan = 5

    private var shownLines: [Int] {
        var lines = Set<Int>()
        for mark in marks {
            if mark.lastLine - mark.firstLine < Self.wholeSpan {
                lines.formUnion(mark.firstLine...mark.lastLine)
            } else {
                lines.formUnion([mark.firstLine, mark.firstLine + 1, mark.lastLine])
            }
        }
        return lines.sorted()
    }

    /// The rows from top to bottom; `width` columns are free for lanes and text.
    func rows(width: Int) -> [Row] {
        var rows: [Row] = []
        var previous: Int?
        for line in shownLines {
            if let previous, line == previous + 2 {
                rows += self.rows(ofLine: line - 1, width: width)
            } else if let previous, line > previous + 1 {
                rows.append(Row(head: .gap, text: bars(after: previous)))
            }
            rows += self.rows(ofLine: line, width: width)
            previous = line
        }
        return rows
    }

    /// The bars of the spans that run on below a line.
    private func bars(after line: Int) -> StyledRow {
        var row = StyledRow()
        putBars(in: &row) { $0.firstLine <= line && $0.lastLine > line }
        return row
    }

    private func putBars(in row: inout StyledRow, where runs: (FramedMark) -> Bool) {
        for (mark, lane) in zip(marks, lanes) {
            if let lane, runs(mark) { row.put("|", at: lane * 2, mark.style) }
        }
    }

    private func rows(ofLine line: Int, width: Int) -> [Row] {
        let display = lines.line(line, of: index)
        let single = marks.filter { !$0.isMultiline && $0.firstLine == line }
        let opening = zip(marks, lanes).filter { $0.0.isMultiline && $0.0.firstLine == line }
        let closing = zip(marks, lanes).filter { $0.0.isMultiline && $0.0.lastLine == line }
        let anchors =
            single.map { display.column(at: $0.span.lowerBound) }
            + opening.map { display.column(at: $0.0.span.lowerBound) }
            + closing.map { max(0, display.endColumn(at: $0.0.span.upperBound) - 1) }
        let reach =
            single.map { display.endColumn(at: $0.span.upperBound) + 1 + DisplayWidth.of($0.text) }.max() ?? 0
        let window = LineWindow(
            of: display, anchors: anchors, reach: reach, width: max(20, width - textColumn))

        var source = StyledRow()
        putBars(in: &source) { $0.firstLine < line && $0.lastLine >= line }
        var opensBelow: [(FramedMark, Int)] = []
        for (mark, lane) in opening {
            guard let lane else { continue }
            if display.column(at: mark.span.lowerBound) <= display.indentation {
                source.put("/", at: lane * 2, mark.style)
            } else {
                opensBelow.append((mark, lane))
            }
        }
        source.put(window.text, at: textColumn, .plain)
        var rows = [Row(head: .line(line), text: source)]

        for (mark, lane) in opensBelow {
            var row = StyledRow()
            putBars(in: &row) { other in
                (other.firstLine < line && other.lastLine >= line)
                    || (other.firstLine == line && !opensBelow.contains { $0.0.span == other.span })
            }
            let column = window.column(display.column(at: mark.span.lowerBound))
            row.put(
                String(repeating: "_", count: max(0, textColumn + column - lane * 2 - 1)), at: lane * 2 + 1,
                mark.style)
            row.put(String(mark.sign), at: textColumn + column, mark.style)
            rows.append(Row(head: .none, text: row))
        }
        for below in LineMarks(single, display: display, window: window).rows {
            var row = StyledRow()
            putBars(in: &row) { $0.firstLine <= line && $0.lastLine >= line }
            for piece in below { row.put(piece.text, at: textColumn + piece.column, piece.style) }
            rows.append(Row(head: .none, text: row))
        }
        for (number, (mark, lane)) in closing.enumerated() {
            guard let lane else { continue }
            var row = StyledRow()
            let closed = closing.prefix(number).map(\.0.span)
            putBars(in: &row) { $0.firstLine <= line && $0.lastLine >= line && !closed.contains($0.span) }
            let column = window.column(max(0, display.endColumn(at: mark.span.upperBound) - 1))
            row.put(
                String(repeating: "_", count: max(0, textColumn + column - lane * 2 - 1)), at: lane * 2 + 1,
                mark.style)
            row.put(String(mark.sign), at: textColumn + column, mark.style)
            if !mark.text.isEmpty { row.put(mark.text, at: textColumn + column + 2, mark.style) }
            rows.append(Row(head: .none, text: row))
        }
        return rows
    }
}
