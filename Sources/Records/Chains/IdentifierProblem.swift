import Diagnostics
import Incidents

/// What is wrong with an identifier, where in it, and what it should read if that can be known: the rules turn it into
/// a diagnostic at the place of the text in its file.
package struct IdentifierProblem: Hashable, Sendable {
    /// What kind of identifier fails and how, which is also the diagnostic's code.
    package enum Code: String, Sendable, CaseIterable {
        /// Not of the form that CAIP-2 or the chain's family asks for.
        case chain = "chain-form"
        /// Of the right form, and no chain that is known: probably a slip.
        case unknownChain = "chain-unknown"
        case account = "account-form"
        /// The address's own checksum does not hold.
        case accountChecksum = "account-checksum"
        /// The spelling carries no checksum although the family has one.
        case accountUnchecked = "account-unchecked"
        case transaction = "transaction-form"
        case token = "token-form"
    }

    package let code: Code
    package let severity: Severity
    /// Lower case, without a full stop: a rule, the most specific word first.
    package let message: String
    /// UTF-8 offsets in the identifier; empty where something is missing.
    package let range: Range<Int>
    /// The way out.
    package let help: String?
    /// What to write in place of `range`; nil where nobody can know.
    package let replacement: String?
    /// Whether the replacement names the same account beyond doubt, so that it may be made unasked.
    package let isSafe: Bool

    package init(
        _ code: Code, _ message: String, at range: Range<Int>, severity: Severity = .error,
        help: String? = nil, replacement: String? = nil, isSafe: Bool = false
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.help = help
        self.replacement = replacement
        self.isSafe = isSafe
    }

    init(_ code: Code, _ fault: IdentifierFault, help: String) {
        self.init(code, fault.reason, at: fault.range, help: help)
    }

    /// The same problem in a text in which the identifier begins `offset` bytes later.
    package func shifted(by offset: Int) -> IdentifierProblem {
        IdentifierProblem(
            code, message, at: (range.lowerBound + offset)..<(range.upperBound + offset),
            severity: severity, help: help, replacement: replacement, isSafe: isSafe)
    }
}
