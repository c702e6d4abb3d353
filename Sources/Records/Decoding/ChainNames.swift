/// What people call the chains that records mostly speak of.
enum ChainNames {
    /// The CAIP-2 id of a chain that is called by a name, or by its number in EIP-155.
    static func id(of name: String) -> String? {
        let folded = name.lowercased()
        if !folded.isEmpty, folded.count <= 9, folded.utf8.allSatisfy(\.isDigit), folded.first != "0" {
            return "eip155:\(folded)"
        }
        return ids[folded]
    }

    private static let ids = [
        "ethereum": "eip155:1", "eth": "eip155:1", "mainnet": "eip155:1", "ethereum mainnet": "eip155:1",
        "optimism": "eip155:10", "bnb": "eip155:56", "bsc": "eip155:56", "binance": "eip155:56",
        "bnb chain": "eip155:56", "polygon": "eip155:137", "matic": "eip155:137", "iotex": "eip155:4689",
        "base": "eip155:8453", "arbitrum": "eip155:42161", "avalanche": "eip155:43114",
        "avax": "eip155:43114",
        "bitcoin": "bip122:000000000019d6689c085ae165831e93",
        "btc": "bip122:000000000019d6689c085ae165831e93",
        "solana": "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "sol": "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp",
        "tron": "tron:0x2b6653dc", "trx": "tron:0x2b6653dc",
    ]
}
