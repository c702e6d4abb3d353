/// The history folder does not hold together: which file, which line, what is wrong and what that means.
package struct HistoryFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path from the project's folder.
    package let path: String
    /// Counted from 1; nil where the whole file is meant.
    package let line: Int?
    /// One line, lower case, without a full stop.
    package let cause: String
    /// What to do about it.
    package let help: String

    package init(_ path: String, line: Int? = nil, _ cause: String, help: String) {
        self.path = path
        self.line = line
        self.cause = cause
        self.help = help
    }

    package var description: String {
        path + (line.map { ":\($0)" } ?? "") + ": " + cause
    }
}
