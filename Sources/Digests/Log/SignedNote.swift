/// A text with the signatures of named keys below it (C2SP signed-note).
package struct SignedNote: Equatable, Sendable {
    package struct Signature: Equatable, Sendable {
        package let name: String
        package let keyID: UInt32
        /// What the key's algorithm wrote; 64 bytes for Ed25519.
        package let bytes: [UInt8]

        package init(name: String, keyID: UInt32, bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// What verifying with a set of keys came to.
    package enum Verdict: Equatable, Sendable {
        /// At least one key signed and no signature of a key at hand is wrong.
        case verified(by: [NoteKey])
        /// No signature is of a key at hand.
        case unknownSigners
        /// A signature claims a key at hand and is not its own.
        case forged(NoteKey)
    }

    /// Ends with a line feed, and holds no other control character.
    package let text: String
    package private(set) var signatures: [Signature]

    /// Nil where the text does not end with a line feed or holds another control character.
    package init?(text: String, signatures: [Signature] = []) {
        guard text.utf8.last == 0x0A, !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) else {
            return nil
        }
        self.text = text
        self.signatures = signatures
    }

    /// Adds the signature of a key; nil only where the system refuses to sign.
    package func signed(by signer: NoteSigner) -> SignedNote? {
        guard let bytes = signer.signature(of: Array(text.utf8)) else { return nil }
        var note = self
        note.signatures.append(Signature(name: signer.key.name, keyID: signer.key.id, bytes: bytes))
        return note
    }

    /// Text, an empty line, and a line `— name base64(keyID‖signature)` for each signature.
    package var bytes: [UInt8] {
        var out = text + "\n"
        for signature in signatures {
            let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: signature.keyID >> UInt32($0)) }
            out += "\u{2014} " + signature.name + " " + Base64.encode(id + signature.bytes) + "\n"
        }
        return Array(out.utf8)
    }

    /// Reads a note with at least one signature; nil where anything but the format stands in it.
    package init?(parsing bytes: [UInt8]) {
        guard bytes.last == 0x0A, let whole = String(validating: bytes, as: UTF8.self) else { return nil }
        // The text ends at the last empty line: a text may hold empty lines of its own.
        let scalars = whole.unicodeScalars
        var lines = scalars.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
        guard let blank = lines.lastIndex(of: ""), blank > 0, blank < lines.count - 1,
            lines.count - blank - 1 <= Self.mostSignatures
        else { return nil }
        var signatures: [Signature] = []
        for line in lines[(blank + 1)...] {
            let parts = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).map {
                String($0)
            }
            guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.allows(name: parts[1]),
                let data = Base64.decode(parts[2]), data.count >= 5
            else { return nil }
            let id = data.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            signatures.append(Signature(name: parts[1], keyID: id, bytes: Array(data.dropFirst(4))))
        }
        lines.removeSubrange(blank...)
        self.init(text: lines.map { $0 + "\n" }.joined(), signatures: signatures)
    }

    /// Holds the note against keys; signatures of other keys are passed over, as the format asks.
    package func verify(with keys: [NoteKey]) -> Verdict {
        let text = Array(text.utf8)
        var signers: [NoteKey] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.name == signature.name && $0.id == signature.keyID }),
                !signers.contains(key)
            else { continue }
            guard key.verifies(signature.bytes, of: text) else { return .forged(key) }
            signers.append(key)
        }
        return signers.isEmpty ? .unknownSigners : .verified(by: signers)
    }

    /// More signatures than this are refused rather than read, as in the Go implementation.
    private static let mostSignatures = 100
}
