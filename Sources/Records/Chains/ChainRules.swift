import Diagnostics
import Digests
import Incidents

/// What a chain's reference looks like within its family, and which ones are known.
enum ChainRules {
    static func problems(in chain: ChainID) -> [IdentifierProblem] {
        let reference = Array(chain.reference.utf8)
        let start = chain.namespace.utf8.count + 1
        let place = start..<(start + reference.count)
        func form(_ message: String, _ help: String) -> [IdentifierProblem] {
            [IdentifierProblem(.chain, message, at: place, help: help)]
        }
        switch chain.namespace {
        case "eip155":
            let isNumber = reference.allSatisfy { (0x30...0x39).contains($0) } && reference.first != 0x30
            return isNumber
                ? []
                : form(
                    "a decimal chain id follows eip155",
                    "Ethereum is eip155:1, IoTeX eip155:4689, BNB eip155:56")
        case "bip122":
            let isHash =
                reference.count == 32
                && reference.allSatisfy { Hex.value(of: $0) != nil && !(0x41...0x5A).contains($0) }
            return isHash
                ? slips(in: chain, at: place)
                : form(
                    "32 small hex digits of the first block's hash follow bip122",
                    "Bitcoin is bip122:000000000019d6689c085ae165831e93")
        case "solana":
            return reference.count == 32 && reference.allSatisfy { Base58.value(of: $0) != nil }
                ? slips(in: chain, at: place)
                : form(
                    "32 characters of the first block's hash in base 58 follow solana",
                    "Solana is solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp")
        case "tron":
            return reference.count == 10 && reference.starts(with: Array("0x".utf8))
                && Hex.decode(reference.dropFirst(2)) != nil
                ? slips(in: chain, at: place)
                : form("0x and eight hex digits follow tron", "TRON is tron:0x2b6653dc")
        default: return []
        }
    }

    /// A warning where a chain differs from a known one of its family in three places or fewer.
    private static func slips(in chain: ChainID, at place: Range<Int>) -> [IdentifierProblem] {
        let registry = ChainRegistry()
        guard registry[chain] == nil else { return [] }
        for known in registry.chains where known.id.namespace == chain.namespace {
            let pairs = zip(known.id.reference.utf8, chain.reference.utf8)
            guard pairs.count(where: { $0 != $1 }) <= 3 else { continue }
            return [
                IdentifierProblem(
                    .unknownChain, "no chain of this name is known, and it is almost \(known.name)'s",
                    at: place, severity: .warning,
                    help: "did you mean \(known.id.text)?", replacement: known.id.reference)
            ]
        }
        return []
    }
}
