import Incidents

/// The parts of a CAIP-19 token that its standard defines: a contract's address with its checksum, or a number.
enum TokenRules {
    static func problems(in token: TokenID) -> [IdentifierProblem] {
        ChainRules.problems(in: token.chain) + referenceProblems(in: token)
    }

    private static func referenceProblems(in token: TokenID) -> [IdentifierProblem] {
        let place = token.referenceOffset..<(token.referenceOffset + token.reference.utf8.count)
        switch (token.chain.namespace, token.namespace) {
        case (_, "slip44"):
            guard token.reference.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return [
                    IdentifierProblem(
                        .token, "a decimal number follows slip44", at: place,
                        help:
                            "the coin's own number in SLIP-44: 0 for Bitcoin, 60 for Ethereum, 304 for IoTeX")
                ]
            }
            return []
        case ("eip155", "erc20"), ("eip155", "erc721"), ("eip155", "erc1155"), ("eip155", "bep20"),
            ("eip155", "xrc20"), ("solana", "token"), ("solana", "nft"), ("tron", "trc20"):
            return AddressRules.problems(inAddress: token.reference, on: token.chain)
                .map { $0.shifted(by: token.referenceOffset) }
        default: return []
        }
    }
}
