#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A claim on a piece of work that only one process may do at a time, held until the value ends or the process dies.
///
/// It is a `flock` on a file made for it, which goes away with the claim; a process that was killed leaves the file and
/// not the lock, so nothing ever needs to be cleaned by hand.
package struct FolderLock: ~Copyable, Sendable {
    private let path: String
    private let descriptor: Descriptor
    private let tidiesFolder: Bool

    private init(path: String, descriptor: consuming Descriptor, tidiesFolder: Bool = false) {
        self.path = path
        self.descriptor = descriptor
        self.tidiesFolder = tidiesFolder
    }

    /// Takes the lock whose file is `path`, in an existing folder; `whenBusy` is called once before waiting for another.
    ///
    /// With `tidiesFolder` the folder goes with the lock if nothing else is in it; then `.missing` may be thrown where
    /// the one before us has just done so, and the caller makes the folder again.
    package static func take(
        _ path: String, tidiesFolder: Bool = false, whenBusy: () -> Void = {}
    ) throws(FileFailure) -> FolderLock {
        var hasWaited = false
        while true {
            let file = try Descriptor(
                opening: path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o666, operation: "lock", shown: path)
            if flock(file.number, LOCK_EX | LOCK_NB) != 0 {
                if errno != EWOULDBLOCK && errno != EINTR { throw FileFailure("lock", path, errno: errno) }
                if !hasWaited { whenBusy() }
                hasWaited = true
                while flock(file.number, LOCK_EX) != 0 {
                    if errno != EINTR { throw FileFailure("lock", path, errno: errno) }
                }
            }
            // The one before us may have removed the file while we waited: then the lock that we hold is on nothing.
            if try isStill(file, at: path) {
                return FolderLock(path: path, descriptor: file, tidiesFolder: tidiesFolder)
            }
        }
    }

    /// Takes the lock if nobody holds it, else answers `nil` at once.
    package static func takeIfFree(_ path: String) throws(FileFailure) -> FolderLock? {
        let file = try Descriptor(
            opening: path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o666, operation: "lock", shown: path)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK || errno == EINTR { return nil }
            throw FileFailure("lock", path, errno: errno)
        }
        guard try isStill(file, at: path) else { return nil }
        return FolderLock(path: path, descriptor: file)
    }

    private static func isStill(_ file: borrowing Descriptor, at path: String) throws(FileFailure) -> Bool {
        let held = FileStamp(try file.status(operation: "lock", shown: path))
        guard let named = try Disk.status(of: path, followingLinks: false).map(FileStamp.init) else {
            return false
        }
        return held.inode == named.inode && held.device == named.device
    }

    deinit {
        // Before the descriptor closes: whoever waits then finds the name gone and makes the file anew.
        _ = unsafe unlink(path)
        if tidiesFolder { _ = unsafe rmdir(Disk.split(path).folder) }
    }
}
