/// The Reviewdog Diagnostic Format as one document; its columns count UTF-8 bytes from 1.
struct RDJSONRenderer {
    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        let highest = diagnostics.map(\.severity).max() ?? .note
        return JSONNode.object([
            ("source", .object([("name", .text("aboveboard"))])),
            ("severity", .text(Self.name(of: highest))),
            ("diagnostics", .list(diagnostics.map { Self.node($0, &indexes) })),
        ]).rendered
    }

    private static func name(of severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }

    private static func node(_ diagnostic: Diagnostic, _ indexes: inout LineIndexes) -> JSONNode {
        let words = [diagnostic.message] + diagnostic.notes + (diagnostic.help.map { ["help: " + $0] } ?? [])
        var members: [(key: String, value: JSONNode)] = [
            ("message", .text(words.joined(separator: "\n"))),
            ("location", location(diagnostic.primary.span, &indexes)),
            ("severity", .text(name(of: diagnostic.severity))),
            ("code", .object([("value", .text(diagnostic.code))])),
        ]
        var suggestions: [JSONNode] = []
        // A suggestion has no path: an edit elsewhere cannot be said in this format.
        for fix in diagnostic.fixes {
            for edit in fix.edits where edit.span.file === diagnostic.primary.span.file {
                suggestions.append(
                    .object([("range", range(edit.span, &indexes)), ("text", .text(edit.replacement))]))
            }
        }
        if !suggestions.isEmpty { members.append(("suggestions", .list(suggestions))) }
        var related: [JSONNode] = []
        for label in diagnostic.secondary {
            related.append(
                .object([("message", .text(label.text)), ("location", location(label.span, &indexes))]))
        }
        if !related.isEmpty { members.append(("relatedLocations", .list(related))) }
        return .object(members)
    }

    private static func location(_ span: SourceSpan, _ indexes: inout LineIndexes) -> JSONNode {
        .object([("path", .text(span.file.path)), ("range", range(span, &indexes))])
    }

    private static func range(_ span: SourceSpan, _ indexes: inout LineIndexes) -> JSONNode {
        let index = indexes.index(of: span.file)
        func point(_ offset: Int) -> JSONNode {
            let (line, column) = index.bytePosition(at: offset)
            return .object([("line", .number(line)), ("column", .number(column))])
        }
        return .object([("start", point(span.start)), ("end", point(span.end))])
    }
}
