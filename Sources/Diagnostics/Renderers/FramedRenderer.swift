/// Findings with their source lines, the places underlined, for a person at a terminal.
///
/// The first line stands alone: `error[code]: message`. Below it come the place, the lines with what is said beside them,
/// then notes, the way out, and what a fix would change.
struct FramedRenderer {
    let options: RenderingOptions

    init(_ options: RenderingOptions) {
        self.options = options
    }

    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        let lines = DisplayLines()
        var text = ""
        for (number, diagnostic) in diagnostics.enumerated() {
            if number > 0 { text += "\n" }
            append(diagnostic, &indexes, lines, to: &text)
        }
        return text
    }

    private func styled(_ text: String, _ style: TextStyle) -> String {
        style.applied(to: text, usesColor: options.usesColor)
    }

    private func append(
        _ diagnostic: Diagnostic, _ indexes: inout LineIndexes, _ shownLines: DisplayLines,
        to text: inout String
    ) {
        let severity = TextStyle(diagnostic.severity)
        text += styled("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", severity)
        text += styled(": " + VisibleText.of(diagnostic.message), .strong)
        text += "\n"

        let snippets = snippets(of: diagnostic, &indexes, shownLines)
        let previews = diagnostic.fixes.map { FixPreview($0, &indexes) }
        let largest = max(
            snippets.map(\.lastLine).max() ?? 1, previews.flatMap { $0.rows.map(\.line) }.max() ?? 1)
        let gutter = String(largest).utf8.count
        let margin = String(repeating: " ", count: gutter)
        let bar = styled(margin + " |", .frame) + "\n"

        for (number, snippet) in snippets.enumerated() {
            text += styled(margin + (number == 0 ? "-->" : ":::"), .frame)
            text += " "
            text += snippet.place
            text += "\n"
            text += bar
            for row in snippet.rows(width: options.width - gutter - 3) {
                append(row, gutter: gutter, to: &text)
            }
        }
        let remarks =
            diagnostic.notes.map { ("note", $0) } + (diagnostic.help.map { [("help", $0)] } ?? [])
        if !remarks.isEmpty || !previews.isEmpty { text += bar }
        for (name, words) in remarks { append(name, words, margin: margin, to: &text) }
        for preview in previews where !preview.rows.isEmpty {
            append(
                preview.isSafe ? "fix" : "fix to look at first", preview.title, margin: margin, to: &text)
            for row in preview.rows {
                text += row.rendered(gutter: gutter, options)
                text += "\n"
            }
        }
    }

    /// A snippet for each file that the finding speaks of, the primary place's first.
    private func snippets(
        of diagnostic: Diagnostic, _ indexes: inout LineIndexes, _ lines: DisplayLines
    ) -> [FramedSnippet] {
        var files = [diagnostic.primary.span.file]
        for label in diagnostic.secondary where !files.contains(where: { $0 === label.span.file }) {
            files.append(label.span.file)
        }
        return files.map { file in
            var marks = diagnostic.secondary.filter { $0.span.file === file }
                .map { FramedMark($0, style: .secondary, isPrimary: false, indexes.index(of: file)) }
            if file === diagnostic.primary.span.file {
                marks.insert(
                    FramedMark(
                        diagnostic.primary, style: TextStyle(diagnostic.severity), isPrimary: true,
                        indexes.index(of: file)), at: 0)
            }
            return FramedSnippet(index: indexes.index(of: file), marks: marks, lines: lines)
        }
    }

    private func append(_ row: FramedSnippet.Row, gutter: Int, to text: inout String) {
        let rest = row.text.rendered(usesColor: options.usesColor)
        switch row.head {
        case .gap:
            text += styled("...", .frame)
            if !rest.isEmpty { text += String(repeating: " ", count: max(0, gutter)) }
        case .line, .none:
            let number = if case .line(let line) = row.head { String(line) } else { "" }
            let blanks = String(repeating: " ", count: max(0, gutter - number.utf8.count))
            text += styled(blanks + number + " |", .frame)
            if !rest.isEmpty { text += " " }
        }
        text += rest
        text += "\n"
    }

    /// `= help: …`, its further lines standing under its first word.
    private func append(_ name: String, _ words: String, margin: String, to text: inout String) {
        let head = "\(name): "
        let indentation = margin.utf8.count + 3 + head.utf8.count
        let width = max(24, options.width - indentation)
        let lines =
            words.utf8.contains(0x0A)
            ? words.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { VisibleText.wrapped(String($0), to: width) }
            : VisibleText.wrapped(words, to: width)
        for (number, line) in lines.enumerated() {
            if number == 0 {
                text += styled(margin + " = ", .frame)
                text += styled(head, name == "note" ? .note : .help)
            } else {
                text += String(repeating: " ", count: indentation)
            }
            text += line
            text += "\n"
        }
    }
}
