import Digests

/// Base58Check with version 00 or 05, or segwit: bech32 for version 0, bech32m from version 1 on (BIP 173, BIP 350).
enum BitcoinAddress {
    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        switch address.first {
        case 0x31, 0x33:
            return Base58Address.flaw(in: address, name: "Bitcoin", help: "it begins with 1 or 3") {
                $0.count == 21 && ($0[0] == 0x00 || $0[0] == 0x05)
            }
        case 0x62, 0x42: return segwitFlaw(in: address)
        default:
            return .form(
                "`1`, `3` or `bc1` begins a Bitcoin address", at: 0..<min(1, address.count),
                help: "addresses of test networks, such as tb1…, do not stand on this chain")
        }
    }

    private static func segwitFlaw(in address: [UInt8]) -> AddressFlaw? {
        guard address.count <= 90 else {
            return .form("90 characters are the most that bech32 has", at: 90..<address.count)
        }
        return Bech32Address.flaw(in: address, prefix: "bc", name: "Bitcoin", accepts: isWitnessProgram)
    }

    /// Version 0 with 20 or 32 bytes under bech32, versions 1 to 16 with 2 to 40 under bech32m.
    private static func isWitnessProgram(_ read: Bech32) -> Bool {
        guard let version = read.values.first, version <= 16, let program = read.bytes(from: 1) else {
            return false
        }
        if version == 0 { return read.variant == .bech32 && (program.count == 20 || program.count == 32) }
        return read.variant == .bech32m && (2...40).contains(program.count)
    }
}
