import Digests

/// What the families with bech32 addresses share: one case, the prefix, the alphabet, the checksum, the payload.
enum Bech32Address {
    /// `accepts` says whether a text whose checksum holds is an address of the family.
    static func flaw(
        in address: [UInt8], prefix: String, name: String, accepts: @escaping (Bech32) -> Bool
    ) -> AddressFlaw? {
        let isOurs = { (read: Bech32) in read.prefix == prefix && accepts(read) }
        do throws(Bech32.Fault) {
            let read = try Bech32(parsing: address)
            if isOurs(read) { return nil }
            if read.prefix != prefix {
                return .form(
                    "`\(prefix)1` begins such an \(name) address, here \(read.prefix)1",
                    at: 0..<read.prefix.utf8.count,
                    help: "an address of another chain, or of a test network, does not stand here")
            }
            return .form(
                "the payload of this bech32 text is none that an \(name) address has", at: 0..<address.count,
                help:
                    "copy it once more from its source: its checksum holds, and yet its version or length is wrong"
            )
        } catch {
            switch error {
            case .mixedCase(let index):
                return .form(
                    "small letters and capitals do not mix in a bech32 address", at: index..<(index + 1),
                    help: "write it in small letters only, as its source does")
            case .noSeparator:
                return .form(
                    "`\(prefix)1` and at least six more characters make such an \(name) address",
                    at: 0..<address.count,
                    help: "copy it once more from its source")
            case .foreignCharacter(let index):
                return .foreign(
                    address, at: index, alphabet: "a bech32 address",
                    help: "behind the 1 stand digits and letters without 1, b, i and o")
            case .badChecksum:
                return .checksum(scheme: "bech32") { Bech32.likelyError(in: $0, accepts: isOurs) }
            }
        }
    }
}
