import Site
import Syntax

/// A record's card as a build keeps it: as it was made, or packed as it was remembered. A build with nothing to do never
/// unpacks it.
struct KeptCard: Sendable {
    private enum Form: Sendable {
        case made(RecordCard)
        case packed([UInt8])
    }

    private let form: Form

    init(_ card: RecordCard) {
        form = .made(card)
    }

    /// Damage is told by the memory's own hash: what still cannot be unpacked was packed by another program.
    func card() throws(PackedFailure) -> RecordCard {
        switch form {
        case .made(let card): return card
        case .packed(let bytes):
            var reader = PackedReader(bytes)
            return try reader.value()
        }
    }
}

extension KeptCard: Packable {
    func pack(into writer: inout PackedWriter) {
        switch form {
        case .made(let card):
            var own = PackedWriter()
            own.write(card)
            writer.write(own.bytes)
        case .packed(let bytes): writer.write(bytes)
        }
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        form = .packed(try reader.data())
    }
}
