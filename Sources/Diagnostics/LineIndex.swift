/// Where the lines of a source file begin, for renderers: lines are counted from 1 and end at LF, CRLF or a lone CR.
package struct LineIndex: Sendable {
    package let file: SourceFile
    /// The offset of each line's first byte.
    package let starts: [Int]
    /// How many Unicode scalars begin before each block of bytes; nil where no line is longer than one, and where the file
    /// is no UTF-8.
    private let scalars: [Int]?
    private static let block = 1024

    package init(_ file: SourceFile) {
        self.file = file
        let lines = Self.lines(of: file.bytes)
        starts = lines.starts
        scalars = lines.longest > Self.block ? Self.scalarCounts(of: file.bytes) : nil
    }

    /// Where each line begins, and the length of the longest one with its line end.
    private static func lines(of bytes: [UInt8]) -> (starts: [Int], longest: Int) {
        let bytes = bytes.span
        var starts = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        var longest = 0
        var start = 0
        for offset in bytes.indices {
            guard bytes[offset] <= 0x0D else { continue }
            switch bytes[offset] {
            case 0x0D where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A: continue
            case 0x0A, 0x0D:
                longest = max(longest, offset + 1 - start)
                start = offset + 1
                starts.append(start)
            default: continue
            }
        }
        return (starts, max(longest, bytes.count - start))
    }

    /// Thousands of findings may stand on one long line: no column is counted from its beginning.
    private static func scalarCounts(of bytes: [UInt8]) -> [Int]? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / block + 1)
        var count = 0
        for start in stride(from: 0, through: bytes.count, by: block) {
            counts.append(count)
            count += bytes[start..<min(start + block, bytes.count)].count { $0 & 0xC0 != 0x80 }
        }
        return counts
    }

    /// How many Unicode scalars stand between two offsets.
    private func scalarCount(from start: Int, to end: Int) -> Int {
        guard let scalars, end - start > Self.block else {
            return file.bytes[start..<end].allSatisfy { $0 < 0x80 }
                ? end - start : file.text(in: start..<end).unicodeScalars.count
        }
        func count(before offset: Int) -> Int {
            let first = offset / Self.block
            return scalars[first]
                + file.bytes[first * Self.block..<offset].count { $0 & 0xC0 != 0x80 }
        }
        return count(before: end) - count(before: start)
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The offsets of a line's text, its line end and a byte-order mark on line 1 left out.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return 0..<0 }
        var start = starts[line - 1]
        var end = line < starts.count ? starts[line] : file.bytes.count
        while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
        if line == 1, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
        return start..<end
    }

    package func text(ofLine line: Int) -> String {
        file.text(in: range(ofLine: line))
    }

    /// Line and column from 1, the column in Unicode scalars: what editors, SARIF and `path:line:column` count.
    package func position(at offset: Int) -> (line: Int, column: Int) {
        let line = line(at: offset)
        let start = range(ofLine: line).lowerBound
        return (line, scalarCount(from: start, to: max(start, min(offset, file.bytes.count))) + 1)
    }

    /// Line and column from 1, the column in UTF-8 bytes: what rdjson counts.
    package func bytePosition(at offset: Int) -> (line: Int, column: Int) {
        let line = line(at: offset)
        return (line, max(0, offset - range(ofLine: line).lowerBound) + 1)
    }
}
