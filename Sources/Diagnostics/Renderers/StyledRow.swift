/// One row of a frame in the making: pieces put at columns, later ones over earlier ones.
struct StyledRow {
    /// The text that begins in a column; empty where a wide letter reaches into it.
    private var columns: [(text: String, style: TextStyle)] = []

    /// Puts a visible text at a column.
    mutating func put(_ text: String, at column: Int, _ style: TextStyle) {
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

    var width: Int { columns.count }

    func rendered(usesColor: Bool) -> String {
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
