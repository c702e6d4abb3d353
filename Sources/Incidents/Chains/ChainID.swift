/// A chain as CAIP-2 names it: a namespace and a reference, such as `eip155:1`.
package struct ChainID: Hashable, Sendable {
    /// The family: `eip155`, `bip122`, `solana`, `tron`, `iota`.
    package let namespace: String
    /// The chain within the family.
    package let reference: String

    package init(namespace: String, reference: String) {
        self.namespace = namespace
        self.reference = reference
    }

    /// Reads `[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}`, or throws the first thing that does not fit and where.
    package init(parsing text: String) throws(IdentifierFault) {
        var scanner = IdentifierScanner(text)
        self = try ChainID(from: &scanner)
        try scanner.expectEnd(after: "chain", form: "namespace:reference")
    }

    init(from scanner: inout IdentifierScanner) throws(IdentifierFault) {
        namespace = try scanner.part("namespace", 3...8, allowing: IdentifierScanner.isNamespaceCharacter)
        try scanner.separator(":", between: "namespace and reference")
        reference = try scanner.part("reference", 1...32) {
            IdentifierScanner.isNamespaceCharacter($0) || (0x41...0x5A).contains($0) || $0 == 0x5F
        }
    }

    /// `namespace:reference`.
    package var text: String { namespace + ":" + reference }
}
