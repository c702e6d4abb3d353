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
        return diagnostics.map { frame(of: $0, &indexes, lines) }.joined(separator: "\n")
    }

    private func styled(_ text: String, _ style: TextStyle) -> String {
        style.applied(to: text, usesColor: options.usesColor)
    }

    private func frame(
        of diagnostic: Diagnostic, _ indexes: inout LineIndexes, _ shownLines: DisplayLines
    ) -> String {
        let severity = TextStyle(diagnostic.severity)
        let head = styled("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", severity)
        var lines = [head + styled(": " + VisibleText.of(diagnostic.message), .strong)]

        let snippets = snippets(of: diagnostic, &indexes, shownLines)
        let previews = diagnostic.fixes.map { FixPreview($0, &indexes) }
        let largest = max(
            snippets.map(\.lastLine).max() ?? 1, previews.flatMap { $0.rows.map(\.line) }.max() ?? 1)
        let gutter = String(largest).count
        let margin = String(repeating: " ", count: gutter)

        for (number, snippet) in snippets.enumerated() {
            let arrow = number == 0 ? "-->" : ":::"
            lines.append(styled(margin + arrow, .frame) + " " + snippet.place)
            lines.append(styled(margin + " |", .frame))
            for row in snippet.rows(width: options.width - gutter - 3) {
                lines.append(shown(row, gutter: gutter))
            }
        }
        let remarks =
            diagnostic.notes.map { ("note", $0) } + (diagnostic.help.map { [("help", $0)] } ?? [])
        if !remarks.isEmpty || !previews.isEmpty { lines.append(styled(margin + " |", .frame)) }
        for (name, text) in remarks {
            lines += remark(name, text, margin: margin)
        }
        for preview in previews where !preview.rows.isEmpty {
            lines += remark(preview.isSafe ? "fix" : "fix to look at first", preview.title, margin: margin)
            for row in preview.rows { lines.append(row.rendered(gutter: gutter, options)) }
        }
        return lines.joined(separator: "\n") + "\n"
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

    private func shown(_ row: FramedSnippet.Row, gutter: Int) -> String {
        let number =
            switch row.head {
            case .line(let line): String(line)
            case .none: ""
            case .gap: "..."
            }
        if case .gap = row.head {
            let rest = row.text.rendered(usesColor: options.usesColor)
            return styled(number, .frame)
                + (rest.isEmpty ? "" : String(repeating: " ", count: max(0, gutter)) + rest)
        }
        let padded = String(repeating: " ", count: max(0, gutter - number.count)) + number
        let rest = row.text.rendered(usesColor: options.usesColor)
        return styled(padded + " |", .frame) + (rest.isEmpty ? "" : " " + rest)
    }

    /// `= help: …`, its further lines standing under its first word.
    private func remark(_ name: String, _ text: String, margin: String) -> [String] {
        let head = "\(name): "
        let indentation = margin.count + 3 + head.count
        let width = max(24, options.width - indentation)
        let lines =
            text.utf8.contains(0x0A)
            ? text.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { VisibleText.wrapped(String($0), to: width) }
            : VisibleText.wrapped(text, to: width)
        return lines.enumerated().map { number, line in
            number == 0
                ? styled(margin + " = ", .frame) + styled(head, name.hasPrefix("note") ? .note : .help) + line
                : String(repeating: " ", count: indentation) + line
        }
    }
}
