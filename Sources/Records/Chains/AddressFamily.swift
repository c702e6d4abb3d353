import Incidents

/// The families of chains whose addresses are understood.
enum AddressFamily {
    case evm, iotex, bitcoin, tron, solana, iota

    /// Nil for a chain of which only CAIP's form is known.
    init?(of chain: ChainID) {
        switch (chain.namespace, chain.reference) {
        case ("eip155", "4689"), ("eip155", "4690"): self = .iotex
        case ("eip155", _): self = .evm
        case ("bip122", "000000000019d6689c085ae165831e93"): self = .bitcoin
        case ("tron", _): self = .tron
        case ("solana", _): self = .solana
        case ("iota", _): self = .iota
        default: return nil
        }
    }

    /// As it stands before "address" in a message.
    var name: String {
        switch self {
        case .evm: "EVM"
        case .iotex: "IoTeX"
        case .bitcoin: "Bitcoin"
        case .tron: "TRON"
        case .solana: "Solana"
        case .iota: "IOTA"
        }
    }

    /// The first thing wrong with an address; nil where it is sound.
    func flaw(in address: [UInt8]) -> AddressFlaw? {
        switch self {
        case .evm: EVMAddress.flaw(in: address)
        case .iotex: IoTeXAddress.flaw(in: address)
        case .bitcoin: BitcoinAddress.flaw(in: address)
        case .tron: TronAddress.flaw(in: address)
        case .solana: SolanaAddress.flaw(in: address)
        case .iota: IOTAAddress.flaw(in: address)
        }
    }

    /// The one spelling of a sound address.
    func normalForm(of address: [UInt8]) -> [UInt8] {
        switch self {
        case .evm: EVMAddress.checksummed(address)
        case .iotex: IoTeXAddress.hexForm(of: address) ?? address
        case .bitcoin where address.first.map { $0 | 0x20 } == 0x62: lowered(address)
        case .iota where address.starts(with: Array("0x".utf8)) || address.starts(with: Array("IOTA1".utf8)):
            lowered(address)
        case .bitcoin, .iota, .tron, .solana: address
        }
    }

    private func lowered(_ address: [UInt8]) -> [UInt8] {
        address.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
