/// An address is the one that was meant: its own checksum holds.
///
/// One wrong letter, and readers watch, or pay, somebody else's account. Most chains put a checksum into their addresses:
/// EIP-55's capitals, Base58Check, bech32. Where one letter explains the failure, it is named.
///
/// ```yaml
/// account: "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"   # wrong: the last letter
/// account: "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"   # right
/// ```
///
/// Copy it once more from its source, and compare all of it. Solana's addresses and IOTA's since 2025 have no checksum.
struct AccountChecksum: DiagnosticPage {
    static let code = "account-checksum"
    static let title = "an address is the one that was meant: its own checksum holds"
}
