#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the program speaks: unbuffered bytes, so that what was said stands even if the process is then killed.
package enum StandardStream: Sendable {
    case output, error

    var number: Int32 {
        switch self {
        case .output: STDOUT_FILENO
        case .error: STDERR_FILENO
        }
    }

    private var name: String {
        switch self {
        case .output: "standard output"
        case .error: "standard error"
        }
    }

    /// Writes all bytes and says whether somebody still reads: a closed pipe (`| head`) is no failure.
    @discardableResult
    package func write(_ bytes: [UInt8]) throws(FileFailure) -> Bool {
        // `dup` lets one descriptor type own the closing; the stream itself stays open.
        let copy = dup(number)
        guard copy >= 0 else { return false }
        do {
            try Descriptor(taking: copy).write(bytes, operation: "write to", shown: name)
            return true
        } catch {
            if error.reason == .closedPipe { return false }
            throw error
        }
    }

    /// Writes a text as UTF-8; see `write(_:)` for bytes.
    @discardableResult
    package func write(_ text: String) throws(FileFailure) -> Bool {
        try write(Array(text.utf8))
    }

    /// Makes a write to a closed pipe a value instead of the process's death; called once, before any thread starts.
    package static func outliveClosedPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}
