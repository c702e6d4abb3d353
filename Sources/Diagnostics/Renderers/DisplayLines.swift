/// The lines that a rendering shows, each made once as long as findings follow each other in a file.
final class DisplayLines {
    private var lines: [Int: DisplayLine] = [:]
    private var file: ObjectIdentifier?

    /// Lines kept at most, so that a report over a large file stays small.
    private static let mostLines = 64

    func line(_ number: Int, of index: LineIndex) -> DisplayLine {
        if file != ObjectIdentifier(index.file) || lines.count >= Self.mostLines {
            lines = [:]
            file = ObjectIdentifier(index.file)
        }
        if let known = lines[number] { return known }
        let made = DisplayLine(index.file, range: index.range(ofLine: number))
        lines[number] = made
        return made
    }
}
