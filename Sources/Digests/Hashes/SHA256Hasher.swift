import Crypto

/// A SHA-256 hash of bytes that come one part after the other (FIPS 180-4).
package struct SHA256Hasher: Sendable {
    private var state = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) { state.update(data: bytes) }

    /// The hash of all that was added.
    package var digest: SHA256Digest { SHA256Digest(finished: state.finalize()) }
}
