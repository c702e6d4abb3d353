/// One row of a frame in the making: pieces put at columns, later ones over earlier ones.
struct StyledRow {
    private typealias Piece = (text: String, style: TextStyle)

    /// Plain pieces one behind the other, as long as nothing else was put; then none.
    private var pieces: [Piece] = []
    /// The text that begins in a column, empty where a wide letter reaches into it; none while there are but pieces.
    private var columns: [Piece] = []
    private(set) var width = 0
    /// Whether text is kept in pieces where it can be, and not letter by letter.
    var keepsPieces = true

    /// Puts a visible text at a column.
    mutating func put(_ text: String, at column: Int, _ style: TextStyle) {
        if keepsPieces, columns.isEmpty, column >= width, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            guard !text.isEmpty else { return }
            if column > width { pieces.append((String(repeating: " ", count: column - width), .plain)) }
            pieces.append((text, style))
            width = column + text.utf8.count
            return
        }
        part()
        putEachLetter(text, at: column, style)
        width = columns.count
    }

    /// Makes a column of each letter put so far.
    private mutating func part() {
        for piece in pieces { putEachLetter(piece.text, at: columns.count, piece.style) }
        pieces = []
    }

    private mutating func putEachLetter(_ text: String, at column: Int, _ style: TextStyle) {
        var column = column
        for character in text {
            let width = DisplayWidth.of(character)
            if width == 0 {
                if column > 0, column <= columns.count { columns[column - 1].text.append(character) }
                continue
            }
            while columns.count < column + width { columns.append((" ", .plain)) }
            columns[column] = (String(character), style)
            for inner in (column + 1)..<(column + max(1, width)) { columns[inner] = ("", style) }
            column += width
        }
    }

    func rendered(usesColor: Bool) -> String {
        guard usesColor else {
            var shown = (pieces + columns).reduce(into: "") { $0 += $1.text }
            while shown.utf8.last == 0x20, shown.hasSuffix(" ") { shown.removeLast() }
            return shown
        }
        if !pieces.isEmpty {
            var parted = self
            parted.part()
            return parted.rendered(usesColor: true)
        }
        var shown = ""
        var run = ""
        var style = TextStyle.plain
        for column in columns {
            // Blank columns join the run around them, so that the sequences stay few.
            if column.style != style, column.text != " " {
                shown += style.applied(to: run, usesColor: usesColor)
                run = ""
                style = column.style
            }
            run += column.text
        }
        while run.hasSuffix(" ") { run.removeLast() }
        return shown + style.applied(to: run, usesColor: usesColor)
    }
}
