import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    private static let temporaryNumber = Atomic<UInt64>(0)

    /// Writes a file in one step: a reader sees the old bytes or the new ones, and a failure leaves the old.
    ///
    /// The bytes go to a temporary name in the same folder and are renamed over the path; the rights of a file that
    /// stands there are kept. A link at the path is replaced, not followed.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let (folderPath, name) = split(path)
        let folder = try opened(folderPath, toWrite: path)
        let number = temporaryNumber.wrappingAdd(1, ordering: .relaxed).newValue
        let temporary = ".\(name.prefix(80)).\(ThisProcess.identifier)-\(number).tmp"
        do {
            try folder.create(temporary, bytes)
            if let status = try status(of: path, followingLinks: false),
                FileKind(mode: status.st_mode) == .file
            {
                _ = unsafe fchmodat(folder.descriptor.number, temporary, status.st_mode & 0o7777, 0)
            }
            try folder.rename(temporary, to: folder, as: name)
        } catch {
            try? folder.remove(temporary)
            throw error.about(path, operation: "write")
        }
    }

    /// Writes a file unless it already holds these bytes, and says whether it wrote.
    @discardableResult
    package static func writeIfChanged(_ bytes: [UInt8], to path: String) throws(FileFailure) -> Bool {
        let (folderPath, name) = split(path)
        if try opened(folderPath, toWrite: path).holds(bytes, at: name) { return false }
        try write(bytes, to: path)
        return true
    }

    /// Writes a file that must not exist yet: `.exists` where something stands at the path, which is left as it is.
    package static func create(_ bytes: [UInt8], at path: String) throws(FileFailure) {
        let (folderPath, name) = split(path)
        do {
            try opened(folderPath, toWrite: path).create(name, bytes)
        } catch {
            throw error.about(path, operation: "write")
        }
    }

    private static func opened(_ folder: String, toWrite path: String) throws(FileFailure) -> Folder {
        do {
            return try Folder(folder)
        } catch {
            throw error.about(path, operation: "write")
        }
    }

    /// Makes a folder and those above it that are missing.
    package static func makeFolder(_ path: String) throws(FileFailure) {
        if unsafe mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST where isFolder(path): return
        case EEXIST:
            throw FileFailure("make the folder", path, .exists, cause: "a file of that name stands there")
        case ENOENT:
            let parent = split(path).folder
            guard parent != path, parent != "." else { fallthrough }
            try makeFolder(parent)
            guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw FileFailure("make the folder", path, errno: errno)
            }
        default: throw FileFailure("make the folder", path, errno: errno)
        }
    }

    /// Makes a folder of a name that nobody else has, inside `folder`: `PREFIX` and six letters.
    package static func makeScratchFolder(in folder: String, prefix: String) throws(FileFailure) -> String {
        var template = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
        let made: String? = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else { return nil }
            return unsafe String(cString: made)
        }
        guard let made else { throw FileFailure("make a folder in", folder, errno: errno) }
        return made
    }

    /// Removes a file or a link; nothing happens where nothing stands.
    package static func remove(_ path: String) throws(FileFailure) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw FileFailure("remove", path, errno: errno)
        }
    }

    /// Removes whatever stands at a path, a whole tree included; links are removed and not entered.
    package static func removeTree(_ path: String) throws(FileFailure) {
        let (parent, name) = split(path)
        guard exists(path) else { return }
        try Folder(parent).removeTree(name)
    }

    /// Renames within one file system, over a file that stands at the new path.
    package static func rename(_ path: String, to newPath: String) throws(FileFailure) {
        guard unsafe renameat(AT_FDCWD, path, AT_FDCWD, newPath) == 0 else {
            throw FileFailure("rename \(path) to", newPath, errno: errno)
        }
    }

    /// Gives a file a second name on the same file system.
    package static func hardLink(_ path: String, as newPath: String) throws(FileFailure) {
        guard unsafe link(path, newPath) == 0 else {
            throw FileFailure("link \(path) as", newPath, errno: errno)
        }
    }

    /// Makes a symbolic link at `path` that says `target`.
    package static func symbolicLink(at path: String, to target: String) throws(FileFailure) {
        guard unsafe symlink(target, path) == 0 else { throw FileFailure("link", path, errno: errno) }
    }

    /// Copies a file's bytes to a path, in one step as `write` does.
    package static func copy(_ path: String, to newPath: String) throws(FileFailure) {
        try write(read(path), to: newPath)
    }

    /// Sets who may read and write, as the octal number that `chmod` takes.
    package static func setRights(of path: String, to mode: UInt32) throws(FileFailure) {
        guard unsafe chmod(path, mode_t(mode)) == 0 else {
            throw FileFailure("change the rights of", path, errno: errno)
        }
    }
}
