/// What a record's `questions` speak of: a question that is asked in public is not passed over in silence.
package struct AskedFields: Sendable {
    /// The paths of the questions' `about`, and their places in `questions`.
    let references: [(index: Int, path: FieldReference)]
    private let rows: Set<RowKey>

    /// A path down to one field of a row: what is looked up for each of many rows.
    private struct RowKey: Hashable {
        enum Row: Hashable {
            case none, any
            case id(String)
        }

        var list: String
        var row = Row.none
        var field: String?
    }

    package init(_ record: Record) {
        references = record.questions.enumerated().compactMap { index, question in
            question.about.map { (index, FieldReference($0)) }
        }
        var rows: Set<RowKey> = []
        for (_, path) in references {
            guard case .key(let list)? = path.steps.first else { continue }
            var key = RowKey(list: list)
            var rest = path.steps.dropFirst()
            if case .row(let id)? = rest.first {
                key.row = .id(id)
                rest = rest.dropFirst()
            }
            if case .key(let field)? = rest.first { key.field = field }
            rows.insert(key)
            if key.row != .none {
                key.row = .any
                rows.insert(key)
            }
        }
        self.rows = rows
    }

    /// Whether a question's `about` leads to a field, to what holds it or into it. Where either side names no row, any
    /// row is meant.
    package func isAsked(_ path: String) -> Bool {
        isAsked(FieldReference(path))
    }

    func isAsked(_ wanted: FieldReference) -> Bool {
        references.contains { $0.path.touches(wanted) }
    }

    /// Whether a question is asked about a field of a row, of the whole row or of the whole list, in time that does not
    /// depend on the number of questions.
    package func isAsked(_ list: String, row: String?, _ field: String) -> Bool {
        let place: RowKey.Row = row.map { .id($0) } ?? .any
        return rows.contains(RowKey(list: list)) || rows.contains(RowKey(list: list, field: field))
            || rows.contains(RowKey(list: list, row: place))
            || rows.contains(RowKey(list: list, row: place, field: field))
    }
}
