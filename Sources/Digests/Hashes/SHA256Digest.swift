import Crypto

/// A SHA-256 hash (FIPS 180-4) as a value of 32 bytes: what the log, the records and the manifests compare.
///
/// Its text form is `sha256:` and 64 lower-case hex digits; no other spelling is read back.
package struct SHA256Digest: Hashable, Comparable, Sendable {
    // Four words, so that a digest is compared and copied without touching the heap.
    private let a, b, c, d: UInt64

    /// Takes exactly 32 bytes; nil for any other count.
    package init?(bytes: ArraySlice<UInt8>) {
        guard bytes.count == 32 else { return nil }
        func word(_ number: Int) -> UInt64 {
            bytes.dropFirst(number * 8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        (a, b, c, d) = (word(0), word(1), word(2), word(3))
    }

    package init?(bytes: [UInt8]) { self.init(bytes: bytes[...]) }

    init(finished digest: SHA256.Digest) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var index = 0
        for byte in digest {
            switch index >> 3 {
            case 0: words.0 = words.0 << 8 | UInt64(byte)
            case 1: words.1 = words.1 << 8 | UInt64(byte)
            case 2: words.2 = words.2 << 8 | UInt64(byte)
            default: words.3 = words.3 << 8 | UInt64(byte)
            }
            index += 1
        }
        (a, b, c, d) = words
    }

    /// The first eight bytes as a number, the first in the highest bits.
    package var head: UInt64 { a }

    /// The digest of bytes that are all at hand.
    package init(of bytes: [UInt8]) {
        self.init(finished: SHA256.hash(data: bytes))
    }

    package init(of bytes: ArraySlice<UInt8>) {
        self.init(finished: SHA256.hash(data: bytes))
    }

    /// Reads 64 lower-case hex digits; nil for anything else, upper case included.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64, !hex.utf8.contains(where: { (0x41...0x5A).contains($0) }),
            let bytes = Hex.decode(hex.utf8)
        else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads `sha256:` and 64 lower-case hex digits; nil for anything else.
    package init?(text: some StringProtocol) {
        guard text.hasPrefix("sha256:") else { return nil }
        self.init(hex: text.dropFirst(7))
    }

    /// The 32 bytes, in a new array.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(32)
        append(to: &out)
        return out
    }

    /// Adds the 32 bytes to a buffer, as tiles and tree nodes are built.
    package func append(to out: inout [UInt8]) {
        for word in [a, b, c, d] {
            for shift in stride(from: 56, through: 0, by: -8) {
                out.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
    }

    /// 64 lower-case hex digits.
    package var hex: String { Hex.encode(bytes) }

    /// `sha256:` and the hex digits: the form in which a digest stands in a file.
    package var text: String { "sha256:" + hex }

    package static func < (left: SHA256Digest, right: SHA256Digest) -> Bool {
        (left.a, left.b, left.c, left.d) < (right.a, right.b, right.c, right.d)
    }
}

/// SHA-256 over bytes that arrive in pieces, for files too large to hold and for tree nodes without joining their halves.
package struct SHA256Stream: Sendable {
    private var state = SHA256()

    package init() {}

    package mutating func update(_ bytes: [UInt8]) {
        state.update(data: bytes)
    }

    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        state.update(data: bytes)
    }

    /// The digest of all that came so far; more may follow.
    package func finish() -> SHA256Digest {
        SHA256Digest(finished: state.finalize())
    }
}
