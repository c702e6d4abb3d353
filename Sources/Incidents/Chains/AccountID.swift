/// An account on a chain as CAIP-10 names it: `eip155:1:0x5aAe…`.
package struct AccountID: Hashable, Sendable {
    package let chain: ChainID
    package let address: String

    package init(chain: ChainID, address: String) {
        self.chain = chain
        self.address = address
    }

    /// Reads a chain, a colon and `[-.%a-zA-Z0-9]{1,128}`, or throws the first thing that does not fit and where.
    ///
    /// Whether the address's own checksum holds is for `AddressRules` in Records to say.
    package init(parsing text: String) throws(IdentifierFault) {
        var scanner = IdentifierScanner(text)
        chain = try ChainID(from: &scanner)
        try scanner.separator(":", between: "chain and address")
        address = try scanner.part("address", 1...128, allowing: IdentifierScanner.isAddressCharacter)
        try scanner.expectEnd(after: "account", form: "namespace:reference:address")
    }

    /// `namespace:reference:address`.
    package var text: String { chain.text + ":" + address }

    /// The UTF-8 offset of the address in `text`.
    package var addressOffset: Int { chain.text.utf8.count + 1 }
}
