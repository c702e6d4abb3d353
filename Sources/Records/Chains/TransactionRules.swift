import Digests
import Incidents

/// The forms of a transaction's hash, chain by chain. No chain gives one a checksum.
enum TransactionRules {
    static func problems(in text: String, on chain: ChainID) -> [IdentifierProblem] {
        let hash = Array(text.utf8)
        guard let family = AddressFamily(of: chain) else {
            return chain.namespace == "bip122" ? hexProblems(in: hash, prefix: .without) : []
        }
        switch family {
        case .evm: return hexProblems(in: hash, prefix: .with)
        case .iotex: return hexProblems(in: hash, prefix: .either)
        case .bitcoin, .tron: return hexProblems(in: hash, prefix: .without)
        case .solana: return base58Problems(in: hash, bytes: 64, name: "a Solana transaction's signature")
        case .iota: return iotaProblems(in: hash)
        }
    }

    private enum Prefix { case with, without, either }

    private static func hexProblems(in hash: [UInt8], prefix: Prefix) -> [IdentifierProblem] {
        let hasPrefix = hash.starts(with: Array("0x".utf8))
        let digits = hasPrefix ? 2..<hash.count : 0..<hash.count
        if let index = digits.first(where: { Hex.value(of: hash[$0]) == nil }) {
            return [foreign(hash, at: index, "a hex hash")]
        }
        guard digits.count == 64 else {
            return [
                IdentifierProblem(
                    .transaction, "64 hex digits make a transaction's hash, here \(digits.count)",
                    at: digits.count < 64 ? hash.count..<hash.count : (digits.lowerBound + 64)..<hash.count,
                    help: digits.count == 40
                        ? "40 digits are an address: list it under accounts"
                        : "copy it once more from its source")
            ]
        }
        switch prefix {
        case .with where !hasPrefix:
            return [
                IdentifierProblem(
                    .transaction, "`0x` begins a transaction's hash on an EVM chain", at: 0..<0,
                    help: "write 0x before it",
                    replacement: "0x", isSafe: true)
            ]
        case .without where hasPrefix:
            return [
                IdentifierProblem(
                    .transaction, "64 hex digits without 0x are a transaction's hash on this chain",
                    at: 0..<2,
                    help: "write it without 0x", replacement: "", isSafe: true)
            ]
        default: return []
        }
    }

    private static func base58Problems(in hash: [UInt8], bytes: Int, name: String) -> [IdentifierProblem] {
        if let index = hash.firstIndex(where: { Base58.value(of: $0) == nil }) {
            return [foreign(hash, at: index, "base 58")]
        }
        let count = hash.count <= 128 ? Base58.decode(hash)?.count ?? 0 : hash.count
        if count == bytes { return [] }
        return [
            IdentifierProblem(
                .transaction, "\(bytes) bytes in base 58 make \(name), here \(count)", at: 0..<hash.count,
                help: count == 32 && bytes == 64
                    ? "32 bytes are an address: list it under accounts" : "copy it once more from its source")
        ]
    }

    /// 81 trytes until 2021, then 64 hex digits with or without 0x, and base 58 over 32 bytes since 2025.
    private static func iotaProblems(in hash: [UInt8]) -> [IdentifierProblem] {
        if hash.starts(with: Array("0x".utf8))
            || hash.count == 64 && hash.allSatisfy({ Hex.value(of: $0) != nil })
        {
            return hexProblems(in: hash, prefix: .either)
        }
        guard hash.count >= 60 else {
            return base58Problems(in: hash, bytes: 32, name: "an IOTA transaction's digest")
        }
        if let index = hash.firstIndex(where: { $0 != 0x39 && !(0x41...0x5A).contains($0) }) {
            return [foreign(hash, at: index, "ternary")]
        }
        if hash.count == 81 { return [] }
        return [
            IdentifierProblem(
                .transaction, "81 trytes make an IOTA transaction's hash of that time, here \(hash.count)",
                at: 0..<hash.count,
                help: hash.count == 90
                    ? "90 trytes are an address: list it under accounts" : "copy it once more from its source"
            )
        ]
    }

    private static func foreign(_ hash: [UInt8], at index: Int, _ alphabet: String) -> IdentifierProblem {
        let scalar = String(decoding: hash[index...], as: UTF8.self).unicodeScalars.first ?? "?"
        return IdentifierProblem(
            .transaction, "`\(scalar.escaped(asASCII: true))` is no character of \(alphabet)",
            at: index..<(index + String(scalar).utf8.count), help: "copy the hash once more from its source")
    }
}
