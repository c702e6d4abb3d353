import Diagnostics
import Digests

/// `0x` and 40 hex digits whose capitals are the checksum (EIP-55): a letter is a capital exactly where the same place
/// of keccak-256 over the small letters is 8 or more.
enum EVMAddress {
    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        if let form = formFlaw(in: address) { return form }
        if address == checksummed(address) { return nil }
        if hasOneCase(address) {
            let right = String(decoding: checksummed(address), as: UTF8.self)
            return .form(
                IdentifierProblem(
                    .accountUnchecked,
                    "one case in a hex address leaves it without a checksum: a mistyped digit would go unseen",
                    at: 0..<address.count, severity: .warning,
                    help:
                        "compare it with its source once more, then write it in EIP-55's capitals: \(right)",
                    replacement: right, isSafe: true))
        }
        return .checksum(scheme: "EIP-55", slip: likelyError)
    }

    private static func formFlaw(in address: [UInt8]) -> AddressFlaw? {
        guard address.starts(with: Array("0x".utf8)) else {
            let isBare = address.count == 40 && address.allSatisfy { Hex.value(of: $0) != nil }
            return .form(
                IdentifierProblem(
                    .account, "`0x` begins an EVM address", at: isBare ? 0..<0 : 0..<min(2, address.count),
                    help: "an EVM address is 0x and 40 hex digits", replacement: isBare ? "0x" : nil,
                    isSafe: isBare))
        }
        if let index = address.indices.dropFirst(2).first(where: { Hex.value(of: address[$0]) == nil }) {
            return .foreign(
                address, at: index, alphabet: "a hex address", help: "hex digits are 0 to 9 and a to f")
        }
        let digits = address.count - 2
        if digits == 40 { return nil }
        return .form(
            "40 hex digits follow 0x in an EVM address, here \(digits)",
            at: digits < 40 ? address.count..<address.count : 42..<address.count,
            help: digits == 64
                ? "64 digits are a transaction's hash, or a secret key: look twice before it is published"
                : "copy it once more from its source")
    }

    private static func hasOneCase(_ address: [UInt8]) -> Bool {
        let digits = address.dropFirst(2)
        return
            !(digits.contains { (0x41...0x46).contains($0) }
            && digits.contains { (0x61...0x66).contains($0) })
    }

    /// The address in EIP-55's capitals, whatever its own were.
    static func checksummed(_ address: [UInt8]) -> [UInt8] {
        let lower = address.dropFirst(2).map { (0x41...0x46).contains($0) ? $0 | 0x20 : $0 }
        return Array("0x".utf8) + capitalized(lower)
    }

    private static func capitalized(_ lower: [UInt8]) -> [UInt8] {
        let hash = Keccak.hash256(lower)
        return lower.enumerated().map { index, digit in
            let nibble = index.isMultiple(of: 2) ? hash[index / 2] >> 4 : hash[index / 2] & 15
            return digit >= 0x61 && nibble >= 8 ? digit & 0xDF : digit
        }
    }

    /// One letter in the wrong case, else the one digit with which all the others' capitals fit.
    static func likelyError(in address: [UInt8]) -> Substitution? {
        let right = checksummed(address)
        let wrongCase = address.indices.filter { address[$0] != right[$0] }
        if let only = wrongCase.first, wrongCase.count == 1 {
            return Substitution(position: only, found: address[only], expected: right[only])
        }
        var lower = right.dropFirst(2).map { $0 | 0x20 }
        var answer: Substitution?
        for index in lower.indices {
            let written = lower[index]
            for digit in Array("0123456789abcdef".utf8) where digit != written {
                lower[index] = digit
                let candidate = capitalized(lower)
                let fits = candidate.indices.allSatisfy { $0 == index || candidate[$0] == address[$0 + 2] }
                guard fits else { continue }
                if answer != nil { return nil }
                answer = Substitution(
                    position: index + 2, found: address[index + 2], expected: candidate[index])
            }
            lower[index] = written
        }
        return answer
    }
}
