import Crypto

/// The public half of a signed note's key (C2SP signed-note): a name, a short hash of it, and an Ed25519 public key.
package struct NoteKey: Equatable, Sendable {
    /// Not empty, without spaces and without `+`.
    package let name: String
    /// The first four bytes of SHA-256 over name, line feed, 01 and the public key, big-endian.
    package let id: UInt32
    /// 32 bytes.
    package let publicKey: [UInt8]

    /// Nil where the name or the key's length is not allowed.
    package init?(name: String, publicKey: [UInt8]) {
        guard Self.allows(name: name), publicKey.count == 32 else { return nil }
        self.name = name
        self.publicKey = publicKey
        self.id = Self.id(name: name, publicKey: publicKey)
    }

    /// Reads `name+hex8+base64(01‖key)`; nil where a part is missing, of another algorithm, or the hash does not fit.
    package init?(text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64.decode(parts[2]), data.count == 33, data[0] == 0x01 else {
            return nil
        }
        self.init(name: String(parts[0]), publicKey: Array(data.dropFirst()))
        guard parts[1] == idText else { return nil }
    }

    /// `name+hex8+base64(01‖key)`: what a reader hands to a verifier.
    package var text: String {
        name + "+" + idText + "+" + Base64.encode([0x01] + publicKey)
    }

    /// The hash as eight lower-case hex digits.
    package var idText: String { Hex.encode(idBytes) }

    var idBytes: [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: id >> UInt32($0)) }
    }

    /// Whether an Ed25519 signature of 64 bytes over the text is this key's.
    package func verifies(_ signature: [UInt8], of text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: text)
    }

    /// No spaces of any kind, no `+`, not empty: the characters that separate a note's parts.
    static func allows(name: String) -> Bool {
        !name.isEmpty
            && !name.unicodeScalars.contains { $0 == "+" || $0.properties.isWhitespace || $0.value < 0x20 }
    }

    static func id(name: String, publicKey: [UInt8]) -> UInt32 {
        let hash = SHA256Digest(of: Array(name.utf8) + [0x0A, 0x01] + publicKey).bytes
        return hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
