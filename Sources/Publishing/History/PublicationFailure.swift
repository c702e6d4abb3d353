/// Why nothing was published, apart from what the check reports and what the disk refuses: a key, a clock, an id.
package struct PublicationFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// One line, lower case, without a full stop.
    package let message: String
    package let help: String

    package init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }

    package var description: String { message }
}
