import Diagnostics

/// An account is written as CAIP-10 has it, in the form of its own chain.
///
/// `namespace:reference:address`: the chain is part of the account, since one address may be somebody else's on another
/// chain.
///
/// ```yaml
/// account: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"             # wrong: on which chain?
/// account: "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"    # right
/// ```
///
/// Ethereum is `eip155:1`, IoTeX `eip155:4689`, Bitcoin `bip122:000000000019d6689c085ae165831e93`, Solana
/// `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp`, TRON `tron:0x2b6653dc`, IOTA `iota:mainnet`.
struct AccountForm: Rule, SiteRule {
    static let code = "account-form"
    static let title = "an account is written as CAIP-10 has it, in the form of its own chain"
    static let concerns: RecordParts = .incident

    /// Reports every problem of the chapter: each identifier is looked at once.
    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        ChainIdentifiers.check(file, into: &report)
    }

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        ChainIdentifiers.check(site.file, into: &report)
    }
}
