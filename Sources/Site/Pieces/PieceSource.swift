import Digests
import Syntax

/// What a piece of the site is made from, hashed as it is told: that of many thousand records is never held at once.
struct PieceSource {
    private static let heldAtMost = 16_384

    private var hasher = SHA256Hasher()
    private var held = PackedWriter()

    init(_ first: PackedWriter = PackedWriter()) {
        held = first
    }

    /// Adds what a closure writes.
    mutating func add(_ write: (inout PackedWriter) -> Void) {
        write(&held)
        if held.bytes.count >= Self.heldAtMost { hasher.add(held.take()) }
    }

    var digest: SHA256Digest {
        var whole = hasher
        whole.add(held.bytes)
        return whole.digest
    }
}
