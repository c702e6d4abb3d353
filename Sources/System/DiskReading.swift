#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// The bytes of a whole file.
    ///
    /// A folder, a pipe or a device is a failure and never waited for. `limit` is in bytes: a larger file fails with
    /// `.tooLarge` and is not read. Without `followingLinks` a link as the last component fails with `.link`.
    package static func read(
        _ path: String, limit: Int = .max, followingLinks: Bool = true
    ) throws(FileFailure) -> [UInt8] {
        let flags = O_RDONLY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
        return try readOpened(
            try Descriptor(opening: path, flags, operation: "read", shown: path), limit: limit, shown: path)
    }

    /// The bytes of a whole file, with the stamp that it had before they were read. Links are followed; failures are those
    /// of `read`.
    package static func readStamped(
        _ path: String, limit: Int = .max
    ) throws(FileFailure) -> (bytes: [UInt8], stamp: FileStamp) {
        let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, operation: "read", shown: path)
        let status = try file.status(operation: "read", shown: path)
        return (try readOpened(file, status, limit: limit, shown: path), FileStamp(status))
    }

    static func readOpened(
        _ file: borrowing Descriptor, limit: Int, shown: String
    ) throws(FileFailure) -> [UInt8] {
        try readOpened(file, try file.status(operation: "read", shown: shown), limit: limit, shown: shown)
    }

    private static func readOpened(
        _ file: borrowing Descriptor, _ status: stat, limit: Int, shown: String
    ) throws(FileFailure) -> [UInt8] {
        switch FileKind(mode: status.st_mode) {
        case .file: break
        case .folder: throw FileFailure("read", shown, errno: EISDIR)
        case .link, .other: throw FileFailure("read", shown, .other, cause: "it is not a plain file")
        }
        let size = Int(status.st_size)
        guard size <= limit else {
            throw FileFailure("read", shown, .tooLarge, cause: "it is larger than \(limit) bytes")
        }
        return try file.readAll(
            sizeHint: size, isPlain: true, limit: limit, operation: "read", shown: shown)
    }

    /// The bytes of a file, or `nil` where nothing stands at the path; every other failure is thrown.
    package static func readIfPresent(_ path: String, limit: Int = .max) throws(FileFailure) -> [UInt8]? {
        do {
            return try read(path, limit: limit)
        } catch {
            if error.reason == .missing { return nil }
            throw error
        }
    }

    /// The bytes that come through standard input until its end.
    package static func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
        let copy = dup(STDIN_FILENO)
        guard copy >= 0 else { throw FileFailure("read", "standard input", errno: errno) }
        return try Descriptor(taking: copy).readAll(
            sizeHint: 1 << 16, limit: limit, operation: "read", shown: "standard input")
    }
}
