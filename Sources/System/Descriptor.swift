#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file or folder of the system, closed when the value ends.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Opens `name` in the folder `base`; a failure tells `shown`, the path as the user knows it.
    init(
        opening name: String, in base: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0,
        operation: String, shown: String
    ) throws(FileFailure) {
        guard !name.utf8.contains(0) else {
            throw FileFailure(operation, shown, .other, cause: "a path cannot hold a NUL character")
        }
        var opened: Int32
        repeat {
            // Handed over as it stands, a text would be copied for each call.
            opened = unsafe name.withCString { unsafe openat(base, $0, flags | O_CLOEXEC, mode) }
        } while opened < 0 && errno == EINTR
        guard opened >= 0 else {
            // With O_DIRECTORY a link that must not be followed answers ENOTDIR: told apart for the message alone.
            let code = errno
            if code == ENOTDIR, flags & O_NOFOLLOW != 0, Self.isLink(name, in: base) {
                throw FileFailure(operation, shown, errno: ELOOP)
            }
            throw FileFailure(operation, shown, errno: code)
        }
        number = opened
    }

    /// Takes over the closing of a number that is open already.
    init(taking number: Int32) { self.number = number }

    deinit { _ = close(number) }

    private static func isLink(_ name: String, in base: Int32) -> Bool {
        var status = stat()
        return unsafe fstatat(base, name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && FileKind(mode: status.st_mode) == .link
    }

    /// The system's knowledge of the open file itself, so that no rename in between can mislead.
    func status(operation: String, shown: String) throws(FileFailure) -> stat {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileFailure(operation, shown, errno: errno) }
        return status
    }

    /// Writes all bytes, however many calls the system needs for it.
    func write(_ bytes: [UInt8], operation: String, shown: String) throws(FileFailure) {
        let number = number
        let code: Int32 = unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                guard let start = buffer.baseAddress else { break }
                let count = unsafe Self.writeOnce(number, start + done, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
        if code != 0 { throw FileFailure(operation, shown, errno: code) }
    }

    private static func writeOnce(_ number: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(number, start, count)
        #else
            unsafe Darwin.write(number, start, count)
        #endif
    }

    /// Reads to the end of the file; `limit` bounds what a growing or special file may bring.
    ///
    /// A chunk that comes back short is the end: `sizeHint + 1` bytes make that one call for a plain file at rest, whose
    /// length `sizeHint` is.
    func readAll(
        sizeHint: Int, isPlain: Bool = false, limit: Int, operation: String, shown: String
    ) throws(FileFailure) -> [UInt8] {
        var wanted = sizeHint + 1
        var bytes = try readChunk(
            of: wanted, endingAt: isPlain ? sizeHint : nil, operation: operation, shown: shown)
        var isAtEnd = bytes.count < wanted
        while !isAtEnd, bytes.count <= limit {
            wanted = 1 << 16
            let more = try readChunk(of: wanted, operation: operation, shown: shown)
            bytes += more
            isAtEnd = more.count < wanted
        }
        guard bytes.count <= limit else {
            throw FileFailure(operation, shown, .tooLarge, cause: "it is larger than \(limit) bytes")
        }
        return bytes
    }

    /// Up to `count` bytes; none at the end of the file. What has come so far is all of a plain file where it is as much as
    /// `end` and more was asked for.
    func readChunk(
        of count: Int, endingAt end: Int? = nil, operation: String, shown: String
    ) throws(FileFailure) -> [UInt8] {
        let number = number
        var code: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            while filled < count {
                let got = unsafe read(number, start + filled, count - filled)
                if got < 0 {
                    if errno == EINTR { continue }
                    code = errno
                    return
                }
                if got == 0 { return }
                filled += got
                if filled == end { return }
            }
        }
        if code != 0 { throw FileFailure(operation, shown, errno: code) }
        return bytes
    }
}
