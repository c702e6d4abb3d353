import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that only ever grows while it is open, written and read from any thread.
package final class AppendedFile: Sendable {
    private let descriptor: Descriptor
    private let path: String
    private let length: Atomic<Int>

    /// Makes the file new, or with `length` opens one that has so many bytes already, to go on behind them.
    package init(_ path: String, goingOnFrom length: Int? = nil) throws(FileFailure) {
        self.path = path
        if let length {
            descriptor = try Descriptor(
                opening: path, O_RDWR | O_NOFOLLOW, operation: "open", shown: path)
            self.length = Atomic(length)
        } else {
            if unsafe unlink(path) != 0, errno != ENOENT { throw FileFailure("replace", path, errno: errno) }
            descriptor = try Descriptor(
                opening: path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666, operation: "write",
                shown: path)
            self.length = Atomic(0)
        }
    }

    package var count: Int { length.load(ordering: .relaxed) }

    /// Adds bytes behind all others, and tells where they begin.
    package func append(_ bytes: [UInt8]) throws(FileFailure) -> Int {
        let start = length.add(bytes.count, ordering: .relaxed).oldValue
        let number = descriptor.number
        let code: Int32 = unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let count = unsafe pwrite(number, base + done, buffer.count - done, off_t(start + done))
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
        if code != 0 { throw FileFailure("write", path, errno: code) }
        return start
    }

    /// Adds the bytes of a range to a buffer; a range that was never written is a failure.
    package func read(_ range: Range<Int>, into bytes: inout [UInt8]) throws(FileFailure) {
        let number = descriptor.number
        var code: Int32 = 0
        bytes.append(addingCapacity: range.count) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                while filled < range.count, let base = room.baseAddress {
                    let got = unsafe pread(
                        number, base + filled, range.count - filled, off_t(range.lowerBound + filled))
                    if got < 0, errno == EINTR { continue }
                    guard got > 0 else {
                        code = got < 0 ? errno : EIO
                        filled = 0
                        return
                    }
                    filled += got
                }
            }
        }
        if code != 0 { throw FileFailure("read", path, errno: code) }
    }

    /// Cuts off what stands behind the bytes that the file was opened with and those that were added since.
    package func cut() throws(FileFailure) {
        guard ftruncate(descriptor.number, off_t(count)) == 0 else {
            throw FileFailure("shorten", path, errno: errno)
        }
    }

    /// What the file system knows of the file now.
    package func stamp() throws(FileFailure) -> FileStamp {
        FileStamp(try descriptor.status(operation: "look at", shown: path))
    }
}
