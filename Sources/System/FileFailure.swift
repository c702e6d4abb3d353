#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The world refused a file operation: what was tried, on which path, and why, in one line for exit status 74.
package struct FileFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The causes that a caller may want to answer differently from the rest.
    package enum Reason: Sendable, Equatable {
        case missing, denied, folder, notFolder, link, tooLarge, exists, notEmpty, full, foreign, closedPipe,
            other
    }

    /// What was tried, as a verb: `read`, `write`, `rename`.
    package let operation: String
    package let path: String
    package let reason: Reason
    /// Why it failed, in the system's words or ours: `No space left on device`.
    package let cause: String

    package init(_ operation: String, _ path: String, _ reason: Reason, cause: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.cause = cause
    }

    /// A failure that the system reported by number; `strerror_r` gives the words, so that any thread may ask.
    package init(_ operation: String, _ path: String, errno code: Int32) {
        let reason: Reason
        var cause = Self.text(ofErrno: code)
        switch code {
        case ENOENT: reason = .missing
        case EACCES, EPERM, EROFS: reason = .denied
        case EISDIR: (reason, cause) = (.folder, "it is a folder")
        case ENOTDIR: (reason, cause) = (.notFolder, "a part of the path is not a folder")
        case ELOOP: (reason, cause) = (.link, "a symbolic link stands in the way")
        case EEXIST: reason = .exists
        case ENOTEMPTY: reason = .notEmpty
        case ENOSPC, EDQUOT: reason = .full
        case EPIPE: reason = .closedPipe
        default: reason = .other
        }
        self.init(operation, path, reason, cause: cause)
    }

    /// One line without a full stop: `cannot write site/index.html: No space left on device`.
    package var message: String { "cannot \(operation) \(path): \(cause)" }
    package var description: String { message }

    /// The same failure told about another path, where the one that failed is ours and says nothing to a reader.
    package func about(_ path: String, operation: String? = nil) -> FileFailure {
        FileFailure(operation ?? self.operation, path, reason, cause: cause)
    }

    private static func text(ofErrno code: Int32) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress else { return "error \(code)" }
            guard unsafe strerror_r(code, start, 256) == 0 else { return "error \(code)" }
            return unsafe String(cString: start)
        }
    }
}
