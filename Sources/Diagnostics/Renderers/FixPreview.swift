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

    init(_ fix: Fix, _ indexes: inout LineIndexes) {
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
            let start = index.starts[firstLine - 1]
            let end = lastLine < index.starts.count ? index.starts[lastLine] : file.bytes.count
            let local = SourceFile(path: file.path, bytes: Array(file.bytes[start..<end]))
            let moved = hunk.map { edit in
                Fix.Edit(
                    SourceSpan(file: local, start: edit.span.start - start, end: edit.span.end - start),
                    edit.replacement)
            }
            let after = FixApplier.apply(moved, to: local.bytes)
            addRows(Self.lines(of: local.bytes), Self.lines(of: after), firstLine: firstLine, shift: &shift)
        }
    }

    private mutating func addRows(
        _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], firstLine: Int, shift: inout Int
    ) {
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
                    line: firstLine + number,
                    text: Self.excerpt(before[number], besides: number < after.count ? after[number] : []),
                    isAdded: false))
        }
        for number in head..<(after.count - tail) {
            rows.append(
                Row(
                    line: firstLine + shift + number,
                    text: Self.excerpt(after[number], besides: number < before.count ? before[number] : []),
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

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    private static let longest = 400

    /// A line, or of a very long one the part around the first byte in which it differs from another.
    private static func excerpt(_ line: ArraySlice<UInt8>, besides other: ArraySlice<UInt8>) -> String {
        guard line.count > longest else { return String(decoding: line, as: UTF8.self) }
        let same = zip(line, other).prefix { $0 == $1 }.count
        var start = line.startIndex + max(0, min(same - 40, line.count - longest))
        while start < line.endIndex, line[start] & 0xC0 == 0x80 { start += 1 }
        var end = min(line.endIndex, start + longest)
        while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
        return (start > line.startIndex ? "…" : "") + String(decoding: line[start..<end], as: UTF8.self)
            + (end < line.endIndex ? "…" : "")
    }
}
