import Crypto

/// The secret half of a signed note's key: an Ed25519 seed that never leaves the machine that publishes.
package struct NoteSigner: Sendable {
    /// What others need to verify.
    package let key: NoteKey
    private let seed: [UInt8]

    /// A key from 32 bytes of seed; nil for any other count or a name that is not allowed.
    package init?(name: String, seed: [UInt8]) {
        guard seed.count == 32, let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let key = NoteKey(name: name, publicKey: Array(secret.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.seed = seed
    }

    /// A new key from the system's source of randomness; nil for a name that is not allowed.
    package static func random(name: String) -> NoteSigner? {
        NoteSigner(name: name, seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// Reads `PRIVATE+KEY+name+hex8+base64(01‖seed)`; nil where a part is missing or the hash is not the key's.
    package init?(secretText: String) {
        let parts = secretText.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
            let data = Base64.decode(parts[4]), data.count == 33, data[0] == 0x01
        else { return nil }
        self.init(name: String(parts[2]), seed: Array(data.dropFirst()))
        guard parts[3] == key.idText else { return nil }
    }

    /// `PRIVATE+KEY+name+hex8+base64(01‖seed)`: for a file that no repository holds.
    package var secretText: String {
        "PRIVATE+KEY+" + key.name + "+" + key.idText + "+" + Base64.encode([0x01] + seed)
    }

    /// The 64 bytes of an Ed25519 signature.
    ///
    /// Apple's CryptoKit mixes randomness in, so two signatures of one text may differ there and both hold: whoever
    /// needs the same bytes twice keeps the signed note. Nil only where the system refuses to sign.
    package func signature(of text: [UInt8]) -> [UInt8]? {
        guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        return (try? secret.signature(for: text)).map { Array($0) }
    }
}
