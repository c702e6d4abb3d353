/// What a fix changes, as the lines before and after.
package struct FixPreview {
    struct Row {
        /// The line's number, before the fix for a line that goes, after it for one that comes.
        let line: Int
        let text: String
        let isAdded: Bool

        func rendered(gutter: Int, _ options: RenderingOptions) -> String {
            let number = String(line)
            let padded = String(repeating: " ", count: max(0, gutter - number.count)) + number
            let words = VisibleText.clipped(text, to: options.width - gutter - 3)
            let sign = isAdded ? "+" : "-"
            return TextStyle.frame.applied(to: padded + " ", usesColor: options.usesColor)
                + (isAdded ? TextStyle.added : .removed).applied(
                    to: sign + (words.isEmpty ? "" : " " + words), usesColor: options.usesColor)
        }
    }

    let title: String
    let isSafe: Bool
    private(set) var rows: [Row] = []

    /// Of a line that is longer than this around its edits, no more is read: a hostile file has thousands of fixes on one.
    static let reach = 4096

    /// - Parameter reach: how many bytes of a line are looked at before and behind its edits.
    init(_ fix: Fix, _ indexes: inout LineIndexes, reach: Int = FixPreview.reach) {
        title = fix.title
        isSafe = fix.isSafe
        guard let file = fix.edits.first?.span.file else { return }
        let edits = fix.edits.filter { $0.span.file === file }.sorted { $0.span.start < $1.span.start }
        let index = indexes.index(of: file)
        var shift = 0
        var position = 0
        while position < edits.count {
            // Edits whose lines touch are one hunk.
            var hunk = [edits[position]]
            let firstLine = index.line(at: edits[position].span.start)
            var lastLine = index.line(at: edits[position].span.end)
            position += 1
            while position < edits.count, index.line(at: edits[position].span.start) <= lastLine + 1 {
                hunk.append(edits[position])
                lastLine = max(lastLine, index.line(at: edits[position].span.end))
                position += 1
            }
            let lineStart = index.starts[firstLine - 1]
            let lineEnd = index.range(ofLine: lastLine).upperBound
            let start = max(lineStart, hunk[0].span.start - reach)
            let hunkEnd = hunk.map(\.span.end).max() ?? lineEnd
            let isWhole = hunkEnd >= lineEnd - min(reach, lineEnd)
            let wholeEnd = lastLine < index.starts.count ? index.starts[lastLine] : file.bytes.count
            let end = isWhole ? wholeEnd : hunkEnd + reach
            let local = SourceFile(path: file.path, bytes: Array(file.bytes[start..<end]))
            let moved = hunk.map { edit in
                Fix.Edit(
                    SourceSpan(file: local, start: edit.span.start - start, end: edit.span.end - start),
                    edit.replacement)
            }
            let after = FixApplier.apply(moved, to: local.bytes)
            addRows(
                Lines(local.bytes, cutBefore: start - lineStart, cutBehind: isWhole ? 0 : lineEnd - end),
                Lines(after, cutBefore: start - lineStart, cutBehind: isWhole ? 0 : lineEnd - end),
                firstLine: firstLine, shift: &shift)
        }
    }

    /// The lines of a hunk; of its first and its last one the bytes far from any edit may be cut.
    private struct Lines {
        let lines: [ArraySlice<UInt8>]
        let cutBefore: Int
        let cutBehind: Int

        init(_ bytes: [UInt8], cutBefore: Int, cutBehind: Int) {
            var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                .map { $0.last == 0x0D ? $0.dropLast() : $0 }
            if lines.last?.isEmpty ?? false { lines.removeLast() }
            self.lines = lines
            self.cutBefore = cutBefore
            self.cutBehind = cutBehind
        }

        var count: Int { lines.count }
        subscript(number: Int) -> ArraySlice<UInt8> { lines[number] }

        /// A line, or of a very long one the part around the first byte in which it differs from another.
        func excerpt(_ number: Int, besides others: Lines) -> String {
            let line = lines[number]
            let before = number == 0 ? cutBefore : 0
            let whole = before + line.count + (number == lines.count - 1 ? cutBehind : 0)
            guard whole > FixPreview.longest else { return String(decoding: line, as: UTF8.self) }
            let other = number < others.count ? others[number] : []
            let same = before + zip(line, other).prefix { $0 == $1 }.count
            let from = max(before, min(same - 40, whole - FixPreview.longest))
            var start = min(line.endIndex, line.startIndex + from - before)
            while start < line.endIndex, line[start] & 0xC0 == 0x80 { start += 1 }
            var end = min(line.endIndex, start + FixPreview.longest)
            while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
            let isCutBehind = end < line.endIndex || whole > before + line.count
            return (before + start - line.startIndex > 0 ? "…" : "")
                + String(decoding: line[start..<end], as: UTF8.self) + (isCutBehind ? "…" : "")
        }
    }

    private mutating func addRows(_ before: Lines, _ after: Lines, firstLine: Int, shift: inout Int) {
        var head = 0
        while head < min(before.count, after.count), before[head] == after[head] { head += 1 }
        var tail = 0
        while tail < min(before.count, after.count) - head,
            before[before.count - 1 - tail] == after[after.count - 1 - tail]
        {
            tail += 1
        }
        for number in head..<(before.count - tail) {
            rows.append(
                Row(
                    line: firstLine + number, text: before.excerpt(number, besides: after), isAdded: false))
        }
        for number in head..<(after.count - tail) {
            rows.append(
                Row(
                    line: firstLine + shift + number, text: after.excerpt(number, besides: before),
                    isAdded: true))
        }
        shift += after.count - before.count
    }

    /// The lines with their numbers, those that go behind `-` and those that come behind `+`.
    package static func text(of fix: Fix, _ options: RenderingOptions) -> String {
        var indexes = LineIndexes()
        let rows = FixPreview(fix, &indexes).rows
        let gutter = String(rows.map(\.line).max() ?? 1).count
        return rows.map { $0.rendered(gutter: gutter, options) + "\n" }.joined()
    }

    private static let longest = 400
}
