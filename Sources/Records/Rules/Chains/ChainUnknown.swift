import Diagnostics

/// A chain is one that is known.
///
/// It has the right form and is none that its namespace has: mostly a slip in a long reference, so that what is under it
/// cannot be looked at in any explorer.
///
/// ```yaml
/// account: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdP:…"   # the last letter
/// account: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:…"   # Solana's main network
/// ```
struct ChainUnknown: DiagnosticPage {
    static let code = "chain-unknown"
    static let title = "a chain is one that is known"
    static let severity = Severity.warning
}
