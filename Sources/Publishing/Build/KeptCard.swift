import Site
import Syntax

/// A record's card as a build keeps it: as it was made, or packed as it was remembered. A build with nothing to do never
/// unpacks it.
struct KeptCard: Sendable {
    private enum Form: Sendable {
        case made(RecordCard)
        case packed(PackedReader)
    }

    private let form: Form

    init(_ card: RecordCard) {
        form = .made(card)
    }

    /// The card where it was made or unpacked already.
    var made: RecordCard? { if case .made(let card) = form { card } else { nil } }

    /// Nil for bytes that cannot be unpacked. Damage is told by the memory's own hash before: these were packed by
    /// another program.
    func unpacked() -> RecordCard? {
        switch form {
        case .made(let card): return card
        case .packed(var reader):
            guard let card = try? RecordCard(from: &reader), reader.isAtEnd else { return nil }
            return card
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
        case .packed(let reader): writer.write(restOf: reader)
        }
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        form = .packed(try reader.part())
    }
}
