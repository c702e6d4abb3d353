/// A transaction's hash has the form of its chain.
///
/// No chain gives a hash a checksum, so that its length and its alphabet are all that can be held against it.
///
/// ```yaml
/// transactions:
///   - {chain: "eip155:1", hash: "5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"}     # wrong: 0x
///   - {chain: "eip155:1", hash: "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060"}   # right
/// ```
///
/// EVM chains: `0x` and 64 hex digits. Bitcoin and TRON: 64 hex digits. IoTeX: either. Solana: 64 bytes in base 58. IOTA:
/// 81 trytes in 2020, 32 bytes in base 58 now.
struct TransactionForm: DiagnosticPage {
    static let code = "transaction-form"
    static let title = "a transaction's hash has the form of its chain"
}
