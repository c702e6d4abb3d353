#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the file system knows of a file without reading it: where two stamps are equal, a cache may take the bytes for
/// equal.
package struct FileStamp: Sendable, Hashable {
    /// The length in bytes.
    package let size: Int64
    /// The time of the last change of the bytes, in nanoseconds since 1970.
    package let modified: Int64
    /// The time of the last change of bytes, name or rights, in nanoseconds since 1970; no program can set it back.
    package let changed: Int64
    package let inode: UInt64
    package let device: UInt64

    package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        self.device = device
    }

    init(_ status: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            size: Int64(status.st_size),
            modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
            changed: Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec),
            inode: UInt64(status.st_ino), device: UInt64(truncatingIfNeeded: status.st_dev))
    }
}
