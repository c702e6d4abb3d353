import Incidents
import Syntax

/// A measure that was promised, with what puts it in its place among all that a site promised.
///
/// A promise is a measure that is planned or under way, and one that had a day and was done or dropped.
struct PromisedMeasure: Sendable {
    /// Its place among the record's measures.
    let index: Int
    let status: MitigationStatus
    let due: Moment?
    let done: Moment?

    /// Those of a record, in its order.
    static func all(of record: Record) -> [PromisedMeasure] {
        (record.incident?.mitigations ?? []).enumerated().compactMap { index, measure in
            switch measure.status {
            case .planned, .inProgress, .dropped: break
            case .done: if measure.due == nil { return nil }
            case .unknown, nil: return nil
            }
            return measure.status.map {
                PromisedMeasure(index: index, status: $0, due: measure.due, done: measure.done)
            }
        }
    }
}

extension PromisedMeasure: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(index)
        writer.write(word: status)
        writer.write(due)
        writer.write(done)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            index: try reader.integer(), status: try reader.word(), due: try reader.optionalValue(),
            done: try reader.optionalValue())
    }
}
