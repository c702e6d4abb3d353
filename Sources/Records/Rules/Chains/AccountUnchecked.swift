import Diagnostics

/// An address is written in the spelling that carries its checksum.
///
/// An Ethereum address in small letters only is valid, and a slip in it cannot be found. With EIP-55's capitals it can.
///
/// ```yaml
/// account: "eip155:1:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"   # a slip would not show
/// account: "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"   # right
/// ```
///
/// The fix writes the capitals; compare it with its source first, since they are computed from what stands there.
struct AccountUnchecked: DiagnosticPage {
    static let code = "account-unchecked"
    static let title = "an address is written in the spelling that carries its checksum"
    static let severity = Severity.warning
}
