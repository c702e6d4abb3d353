/// An array of findings with all that a `Diagnostic` knows; lines and columns from 1 in Unicode scalars, offsets from 0 in
/// UTF-8 bytes.
struct JSONRenderer {
    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        return JSONNode.list(diagnostics.map { Self.node($0, &indexes) }).rendered
    }

    private static func node(_ diagnostic: Diagnostic, _ indexes: inout LineIndexes) -> JSONNode {
        var members: [(key: String, value: JSONNode)] = [
            ("code", .text(diagnostic.code)),
            ("severity", .text(diagnostic.severity.rawValue)),
            ("message", .text(diagnostic.message)),
        ]
        members += place(diagnostic.primary.span, &indexes)
        members.append(("label", .text(diagnostic.primary.text)))
        var secondary: [JSONNode] = []
        for label in diagnostic.secondary {
            secondary.append(.object(place(label.span, &indexes) + [("label", .text(label.text))]))
        }
        members.append(("secondary", .list(secondary)))
        members.append(("notes", .list(diagnostic.notes.map { .text($0) })))
        if let help = diagnostic.help { members.append(("help", .text(help))) }
        var fixes: [JSONNode] = []
        for fix in diagnostic.fixes {
            var edits: [JSONNode] = []
            for edit in fix.edits {
                edits.append(
                    .object(place(edit.span, &indexes) + [("replacement", .text(edit.replacement))]))
            }
            fixes.append(
                .object([("title", .text(fix.title)), ("safe", .flag(fix.isSafe)), ("edits", .list(edits))]))
        }
        members.append(("fixes", .list(fixes)))
        return .object(members)
    }

    private static func place(
        _ span: SourceSpan, _ indexes: inout LineIndexes
    ) -> [(key: String, value: JSONNode)] {
        func point(_ position: (line: Int, column: Int), _ offset: Int) -> JSONNode {
            .object([
                ("line", .number(position.line)), ("column", .number(position.column)),
                ("offset", .number(offset)),
            ])
        }
        return [
            ("path", .text(span.file.path)),
            ("start", point(indexes.start(of: span), span.start)),
            ("end", point(indexes.end(of: span), span.end)),
        ]
    }
}
