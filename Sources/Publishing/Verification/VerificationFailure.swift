/// The first thing about a published site that does not hold, and what that means for a reader.
package struct VerificationFailure: Error, Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A file that must be there is not, or is not of its form.
        case incomplete
        /// The signature is not the key's.
        case signature
        /// Tiles, entries and root do not belong together.
        case tree
        /// A checkpoint that was kept is no beginning of this log.
        case consistency
        /// A record says something else than was logged, or was never logged.
        case record
    }

    package let kind: Kind
    /// One line, lower case, without a full stop.
    package let message: String
    /// What a reader should make of it.
    package let meaning: String

    package init(_ kind: Kind, _ message: String, meaning: String) {
        self.kind = kind
        self.message = message
        self.meaning = meaning
    }
}
