import Incidents

/// What a record's `questions` speak of: a question that is asked in public is not passed over in silence.
struct Answers {
    private let asked: [FieldReference]

    init(_ record: Record) {
        asked = record.questions.compactMap { $0.about.map(FieldReference.init) }
    }

    /// Whether a question's `about` leads to a field, to what holds it or into it. Where either side names no row, any
    /// row is meant.
    func isAsked(_ path: String) -> Bool {
        let wanted = FieldReference(path)
        return asked.contains { $0.touches(wanted) }
    }

    /// Whether a question's `about` is just this field.
    func names(_ path: String) -> Bool {
        asked.contains(FieldReference(path))
    }

    /// Whether a question is asked about a field of a row, of the whole row or of the whole list.
    func isAsked(_ list: String, row: String?, _ field: String) -> Bool {
        isAsked(row.map { "\(list)#\($0).\(field)" } ?? "\(list).\(field)")
    }
}
