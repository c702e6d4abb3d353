/// Why bytes are no XML document that the tests read.
package struct XMLSyntaxError: Error, Sendable, CustomStringConvertible {
    /// The reason in lower case without a full stop.
    package let message: String
    /// The line, counted from 1; 0 where the whole document is meant.
    package let line: Int

    package var description: String {
        line > 0 ? "line \(line): \(message)" : message
    }
}
