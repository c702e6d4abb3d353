import Digests

/// One account in two spellings: `0x…` as on every EVM chain, or bech32 with the prefix `io` over the same 20 bytes;
/// and the two names of the protocol itself, which are no bech32 at all.
enum IoTeXAddress {
    /// What iotex-core's address package names beside true addresses.
    static let protocolNames = [
        "io0000000000000000000000rewardingprotocol", "io000000000000000000000000stakingprotocol",
    ].map { Array($0.utf8) }

    static func flaw(in address: [UInt8]) -> AddressFlaw? {
        if address.starts(with: Array("0x".utf8)) { return EVMAddress.flaw(in: address) }
        if protocolNames.contains(address) { return nil }
        guard address.prefix(2).elementsEqual("io".utf8) || address.prefix(2).elementsEqual("IO".utf8) else {
            return .form(
                "`io1` or `0x` begins an IoTeX address", at: 0..<min(3, address.count),
                help: "write it as io1… or as 0x…: both name the same account")
        }
        if address.count > 2, address[2] == 0x30 {
            return .form(
                "`io0` begins only the two names of the protocol's own accounts", at: 0..<address.count,
                help: protocolNames.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " or "))
        }
        return Bech32Address.flaw(in: address, prefix: "io", name: "IoTeX") { read in
            read.variant == .bech32 && read.bytes()?.count == 20
        }
    }

    /// `0x…` in EIP-55's capitals for a sound `io1…` or `0x…`; nil for the protocol's names and all else.
    static func hexForm(of address: [UInt8]) -> [UInt8]? {
        if address.starts(with: Array("0x".utf8)), address.count == 42 {
            return EVMAddress.checksummed(address)
        }
        guard let read = try? Bech32(parsing: address), read.prefix == "io", read.variant == .bech32,
            let bytes = read.bytes(), bytes.count == 20
        else { return nil }
        return EVMAddress.checksummed(Array(("0x" + Hex.encode(bytes)).utf8))
    }

    /// `io1…` for 40 hex digits behind `0x`; nil for all else.
    static func bech32Form(of address: [UInt8]) -> [UInt8]? {
        guard address.count == 42, address.starts(with: Array("0x".utf8)),
            let bytes = Hex.decode(address.dropFirst(2))
        else { return nil }
        return Array(Bech32(prefix: "io", bytes: bytes, variant: .bech32).text.utf8)
    }
}

/// The two spellings of an IoTeX account, for pages that show both.
package enum IoTeXAccount {
    /// `0x…` in EIP-55's capitals; nil where the text is no sound `io1…` or `0x…`, the protocol's names included.
    package static func hex(of address: String) -> String? {
        IoTeXAddress.hexForm(of: Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// `io1…`; nil where the text is not `0x` and 40 hex digits.
    package static func bech32(of address: String) -> String? {
        IoTeXAddress.bech32Form(of: Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
}
