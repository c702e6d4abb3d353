import Incidents
import Syntax

/// What a record's check or its page relied on of the moment of telling; packed, since it is seldom asked for and a site
/// has two of them for every record.
struct RememberedReliance: Sendable {
    private let packed: PackedReader

    init(_ reliance: TellingMoment.Reliance) {
        var writer = PackedWriter()
        writer.write(reliance)
        packed = PackedReader(writer.exactBytes)
    }

    /// Whether what was told at `old` is the same told at `new`; false for bytes of another program.
    func holds(from old: Moment, to new: Moment) -> Bool {
        if old == new { return true }
        var reader = packed
        return (try? TellingMoment.Reliance(from: &reader))?.holds(from: old, to: new) ?? false
    }
}

extension RememberedReliance: Packable {
    func pack(into writer: inout PackedWriter) { writer.write(restOf: packed) }

    init(from reader: inout PackedReader) throws(PackedFailure) { packed = try reader.part() }
}
