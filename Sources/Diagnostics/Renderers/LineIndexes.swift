/// The line index of each file that a rendering meets, made once a file.
struct LineIndexes {
    private var indexes: [ObjectIdentifier: LineIndex] = [:]

    mutating func index(of file: SourceFile) -> LineIndex {
        if let known = indexes[ObjectIdentifier(file)] { return known }
        let made = LineIndex(file)
        indexes[ObjectIdentifier(file)] = made
        return made
    }

    /// Line and column of a span's first byte, counted from 1, the column in Unicode scalars.
    mutating func start(of span: SourceSpan) -> (line: Int, column: Int) {
        index(of: span.file).position(at: span.start)
    }

    /// Line and column behind a span's last byte, counted from 1, the column in Unicode scalars.
    mutating func end(of span: SourceSpan) -> (line: Int, column: Int) {
        index(of: span.file).position(at: span.end)
    }
}
