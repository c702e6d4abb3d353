/// A token on a chain as CAIP-19 names it: `eip155:1/erc20:0x6b17…`, or with the one item meant behind it.
package struct TokenID: Hashable, Sendable {
    package let chain: ChainID
    /// The token's standard: `erc20`, `erc721`, `slip44`, `token`.
    package let namespace: String
    /// Its contract, or a number such as SLIP-44's.
    package let reference: String
    /// The item of a collection; nil for the whole token.
    package let item: String?

    package init(chain: ChainID, namespace: String, reference: String, item: String? = nil) {
        self.chain = chain
        self.namespace = namespace
        self.reference = reference
        self.item = item
    }

    /// Reads `chain/[-a-z0-9]{3,8}:[-.%a-zA-Z0-9]{1,128}` and perhaps `/[-.%a-zA-Z0-9]{1,78}`, or throws the first
    /// thing that does not fit and where.
    package init(parsing text: String) throws(IdentifierFault) {
        var scanner = IdentifierScanner(text)
        chain = try ChainID(from: &scanner)
        try scanner.separator("/", between: "chain and token")
        namespace = try scanner.part(
            "token namespace", 3...8, allowing: IdentifierScanner.isNamespaceCharacter)
        try scanner.separator(":", between: "token namespace and reference")
        reference = try scanner.part(
            "token reference", 1...128, allowing: IdentifierScanner.isAddressCharacter)
        if scanner.isAtEnd {
            item = nil
        } else {
            try scanner.separator("/", between: "token and item")
            item = try scanner.part("item", 1...78, allowing: IdentifierScanner.isAddressCharacter)
        }
        try scanner.expectEnd(
            after: "token", form: "chain/namespace:reference or chain/namespace:reference/item")
    }

    package var text: String {
        chain.text + "/" + namespace + ":" + reference + (item.map { "/" + $0 } ?? "")
    }

    /// The UTF-8 offset of the reference in `text`.
    package var referenceOffset: Int { chain.text.utf8.count + namespace.utf8.count + 2 }
}
