import Incidents

/// What a language calls the steps of a promise and what is told of each, looked up once for all records.
final class PromiseLabels: Sendable {
    let promised: String
    let kept: String
    let dropped: String
    let due: String
    let owner: String
    let done: String
    let why: String
    let ofRecord: String
    let nextWord: String
    let calendarCategory: String
    private let noDate: String
    private let moved: Phrase?

    init(_ phrase: (String) -> Phrase?) {
        func text(_ name: String) -> String { phrase(name)?.source ?? name }
        promised = text("feed.promised")
        kept = text("feed.kept")
        dropped = text("feed.dropped")
        due = text("measures.due")
        owner = text("measures.owner")
        done = text("measures.done_at")
        why = text("corrections.why")
        ofRecord = text("feed.of_record")
        nextWord = text("standing.next_word")
        calendarCategory = text("feed.calendar_commitment")
        noDate = text("feed.no_date")
        moved = phrase("feed.moved")
    }

    /// From which day a promise was moved, and to which.
    func moved(_ move: Mitigation.Move, _ dates: DateStyle) -> String {
        func text(_ moment: Moment?) -> String { moment.map(dates.text) ?? noDate }
        return moved?.text(["from": text(move.from), "to": text(move.to)]) ?? "feed.moved"
    }
}
