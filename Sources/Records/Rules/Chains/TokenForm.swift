/// A token with a chain is written as CAIP-19 has it.
///
/// `chain/namespace:reference`: the contract says which of all tokens of a name it is.
///
/// ```yaml
/// token: "eip155:1/erc20:0x6B175474E89094C44Da98b954EedeAC495271d0F"   # right
/// token: "eip155:1/slip44:60"                                          # right: Ether itself
/// token: "eip155:1/DAI"                                                # wrong
/// ```
///
/// A ticker of the site's register, without a chain, will do as well.
struct TokenForm: DiagnosticPage {
    static let code = "token-form"
    static let title = "a token with a chain is written as CAIP-19 has it"
}
