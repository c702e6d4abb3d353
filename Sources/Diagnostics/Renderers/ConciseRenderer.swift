/// `path:line:column: severity[code]: message`, a line a finding, as compilers write and editors read it.
struct ConciseRenderer {
    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        var text = ""
        for diagnostic in diagnostics {
            let span = diagnostic.primary.span
            let (line, column) = indexes.start(of: span)
            text += "\(VisibleText.of(span.file.path)):\(line):\(column): "
            text +=
                "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(VisibleText.of(diagnostic.message))\n"
        }
        return text
    }
}
