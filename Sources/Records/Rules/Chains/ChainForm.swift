/// A chain is written as CAIP-2 has it.
///
/// `namespace:reference`, as in `eip155:1` for Ethereum.
///
/// ```yaml
/// transactions: [{chain: "eip155:mainnet", role: theft}]   # wrong
/// transactions: [{chain: "eip155:1", role: theft}]         # right
/// ```
struct ChainForm: DiagnosticPage {
    static let code = "chain-form"
    static let title = "a chain is written as CAIP-2 has it"
}
