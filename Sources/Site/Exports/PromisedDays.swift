import Incidents
import Syntax

/// How the promises of a record stand that a calendar shows: its measures that have a day, and its next public word.
enum PromisedDays: Sendable, Equatable {
    case none
    /// One of them is owed, overdue or not.
    case owed
    /// The latest moment at which one of them was done, was moved, or fell due.
    case settled(Moment)

    init(of record: Record) {
        self = .none
        guard record.withdrawn == nil else { return }
        if case .at? = record.updates.last?.next { self = .owed }
        for measure in record.incident?.mitigations ?? [] {
            guard let due = measure.due else { continue }
            let isSettled = measure.status == .done || measure.status == .dropped
            guard isSettled, self != .owed else {
                self = .owed
                return
            }
            for moment in measure.moved.map(\.at) + [due, measure.done ?? due] {
                self = .settled(settled.map { $0.end < moment.end ? moment : $0 } ?? moment)
            }
        }
    }

    var settled: Moment? {
        guard case .settled(let moment) = self else { return nil }
        return moment
    }
}

extension PromisedDays: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(self == .owed)
        writer.write(settled)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        let (isOwed, settled): (Bool, Moment?) = (try reader.flag(), try reader.optionalValue())
        self = isOwed ? .owed : settled.map { .settled($0) } ?? .none
    }
}
