import Digests

/// IOTA's three eras: 81 trytes with nine of Kerl checksum until 2021, bech32 `iota1…` over 33 bytes until 2025, and
/// since then `0x` with 64 hex digits, which have no checksum.
enum IOTAAddress {
    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        if address.starts(with: Array("0x".utf8)) { return hexFlaw(in: address) }
        if address.prefix(5).map({ $0 | 0x20 }).elementsEqual("iota1".utf8.map { $0 | 0x20 }) {
            return Bech32Address.flaw(in: address, prefix: "iota", name: "IOTA") { read in
                read.variant == .bech32 && read.bytes()?.count == 33
            }
        }
        if address.count >= 60 { return tryteFlaw(in: address) }
        return .form(
            "`0x` with 64 hex digits, `iota1…` or 90 trytes make an IOTA address", at: 0..<address.count,
            help: "copy it once more from its source")
    }

    private static func hexFlaw(in address: [UInt8]) -> AddressFlaw? {
        if let index = address.indices.dropFirst(2).first(where: { Hex.value(of: address[$0]) == nil }) {
            return .foreign(
                address, at: index, alphabet: "a hex address", help: "hex digits are 0 to 9 and a to f")
        }
        let digits = address.count - 2
        if digits == 64 { return nil }
        return .form(
            "64 hex digits follow 0x in an IOTA address, here \(digits)",
            at: digits < 64 ? address.count..<address.count : 66..<address.count,
            help: digits == 40
                ? "40 digits are an account of IOTA's EVM chains" : "copy it once more from its source")
    }

    private static func tryteFlaw(in address: [UInt8]) -> AddressFlaw? {
        if let index = address.firstIndex(where: { $0 != 0x39 && !(0x41...0x5A).contains($0) }) {
            return .foreign(
                address, at: index, alphabet: "ternary",
                help: "trytes are the capitals A to Z and the digit 9")
        }
        switch address.count {
        case 90:
            if holds(address) { return nil }
            return .checksum(scheme: "Kerl") { address in
                Substitution.only(in: address, alphabet: alphabet, holds: holds)
            }
        case 81 where !lastTrytes.contains(address[80]):
            return .form(
                "one of 9ABCDWXYZ is the last of 81 trytes", at: 80..<81,
                help: "copy it once more from its source: a wallet leaves the last trit zero")
        case 81:
            let checksum = String(decoding: Kerl.checksum(of: address) ?? [], as: UTF8.self)
            return .form(
                IdentifierProblem(
                    .accountUnchecked,
                    "81 trytes without their nine of checksum: a mistyped character would go unseen",
                    at: address.count..<address.count, severity: .warning,
                    help: "compare it with its source once more, then write \(checksum) behind it",
                    replacement: checksum, isSafe: true))
        default:
            return .form(
                "90 trytes, or 81 without their checksum, make an IOTA address of that time, here \(address.count)",
                at: 0..<address.count, help: "copy it once more from its source")
        }
    }

    /// Kerl passes over the last trit, so a wallet leaves it zero: without that rule three last trytes would share one
    /// checksum.
    private static func holds(_ address: [UInt8]) -> Bool {
        guard lastTrytes.contains(address[80]) else { return false }
        return Kerl.checksum(of: address.prefix(81)).map { $0.elementsEqual(address.suffix(9)) } ?? false
    }

    /// Those whose highest trit is zero.
    private static let lastTrytes = Array("9ABCDWXYZ".utf8)
    private static let alphabet = Array("9ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
