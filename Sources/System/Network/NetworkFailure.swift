#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The network refused to let us listen: on which address, and why, in one line for exit status 74.
package struct NetworkFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Whether another program listens there already, so that another port may do.
    package let isTaken: Bool
    /// The host and port as messages show them: `127.0.0.1:8080`.
    package let address: String
    package let cause: String

    package init(_ address: String, isTaken: Bool = false, cause: String) {
        self.address = address
        self.isTaken = isTaken
        self.cause = cause
    }

    init(_ address: String, errno code: Int32) {
        self.init(
            address, isTaken: code == EADDRINUSE, cause: FileFailure("listen on", address, errno: code).cause)
    }

    /// One line without a full stop: `cannot listen on 127.0.0.1:80: Permission denied`.
    package var description: String { "cannot listen on \(address): \(cause)" }
}
