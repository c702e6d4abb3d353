import Digests

/// What Bitcoin's older addresses and TRON's share: base 58 with four bytes of double SHA-256 at the end.
enum Base58Address {
    /// `accepts` says whether a payload, version byte first, is one of the family.
    static func flaw(
        in address: [UInt8], name: String, help: String, accepts: @escaping ([UInt8]) -> Bool
    ) -> AddressFlaw? {
        if let index = address.firstIndex(where: { Base58.value(of: $0) == nil }) {
            return .foreign(address, at: index, alphabet: "base 58", help: "base 58 is without 0, O, I and l")
        }
        guard (25...35).contains(address.count) else {
            return .form(
                "25 to 35 characters make such an \(name) address, here \(address.count)",
                at: 0..<address.count,
                help: "copy it once more from its source")
        }
        guard let payload = Base58Check.decode(address) else {
            return .checksum(scheme: "Base58Check") { address in
                Substitution.only(in: address, alphabet: Base58.alphabet) { candidate in
                    Base58Check.decode(candidate).map(accepts) ?? false
                }
            }
        }
        if accepts(payload) { return nil }
        return .form(
            "an address of another chain does not stand on \(name)'s", at: 0..<address.count, help: help)
    }
}

/// Base58Check with version 41, which makes every address begin with `T`.
enum TronAddress {
    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        if address.starts(with: Array("41".utf8)), address.count == 42, let bytes = Hex.decode(address) {
            let right = Base58Check.encode(bytes)
            return .form(
                IdentifierProblem(
                    .accountUnchecked, "base 58 is how a TRON address is written here, not hex",
                    at: 0..<address.count, help: "hex has no checksum: write \(right)", replacement: right))
        }
        return Base58Address.flaw(in: address, name: "TRON", help: "a TRON address begins with T") {
            $0.count == 21 && $0[0] == 0x41
        }
    }
}

/// 32 bytes in base 58, without any checksum.
enum SolanaAddress {
    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        if let index = address.firstIndex(where: { Base58.value(of: $0) == nil }) {
            return .foreign(address, at: index, alphabet: "base 58", help: "base 58 is without 0, O, I and l")
        }
        let count = Base58.decode(address)?.count ?? 0
        if count == 32 { return nil }
        return .form(
            "32 bytes in base 58 make a Solana address, here \(count)", at: 0..<address.count,
            help: count == 64
                ? "64 bytes are a transaction's signature, or a secret key: look twice before it is published"
                : "copy it once more from its source")
    }
}
