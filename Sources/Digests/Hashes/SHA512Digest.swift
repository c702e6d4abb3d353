import Crypto

/// SHA-512 (FIPS 180-4) of bytes at hand, which CSAF asks for beside every advisory file.
package struct SHA512Digest: Hashable, Sendable {
    /// The 64 bytes of the hash.
    package let bytes: [UInt8]

    package init(of bytes: [UInt8]) {
        self.bytes = Array(SHA512.hash(data: bytes))
    }

    /// 128 lower-case hex digits.
    package var hex: String { Hex.encode(bytes) }
}
