/// GitHub's workflow commands: `::error file=F,line=L,col=C,title=T::message`, a note being a `notice`.
struct GitHubRenderer {
    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        var text = ""
        for diagnostic in diagnostics {
            let span = diagnostic.primary.span
            let (line, column) = indexes.start(of: span)
            let kind =
                switch diagnostic.severity {
                case .error: "error"
                case .warning: "warning"
                case .note: "notice"
                }
            let words =
                [diagnostic.message] + diagnostic.notes + (diagnostic.help.map { ["help: " + $0] } ?? [])
            text += "::\(kind) file=\(Self.property(span.file.path)),line=\(line),col=\(column),"
            text += "title=\(Self.property(diagnostic.code))::\(Self.data(words.joined(separator: "\n")))\n"
        }
        return text
    }

    private static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped += VisibleText.of(String(scalar))
            }
        }
        return escaped
    }

    private static func property(_ text: String) -> String {
        var escaped = ""
        for character in data(text) {
            switch character {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
