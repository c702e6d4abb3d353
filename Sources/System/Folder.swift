#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open folder: what is done through it stays inside it, whatever happens to its path meanwhile.
///
/// Every `name` is one component; a link under that name is never followed, so that nothing planted in a folder can lead
/// a write out of it.
package struct Folder: ~Copyable, Sendable {
    /// One name of a folder and what stands there.
    package struct Entry: Sendable {
        package let name: String
        package let kind: FileKind
    }

    /// The path as messages show it.
    package let path: String
    let descriptor: Descriptor

    /// Opens an existing folder by a path of the user's, whose links are followed.
    package init(_ path: String) throws(FileFailure) {
        self.path = path
        descriptor = try Descriptor(
            opening: path, O_RDONLY | O_DIRECTORY, operation: "open the folder", shown: path)
    }

    private init(path: String, descriptor: consuming Descriptor) {
        self.path = path
        self.descriptor = descriptor
    }

    private func shown(_ name: String) -> String { Disk.join(path, name) }

    /// The subfolder of a name; a link or a file under the name is a failure.
    package func folder(named name: String) throws(FileFailure) -> Folder {
        let shown = shown(name)
        return Folder(
            path: shown,
            descriptor: try Descriptor(
                opening: name, in: descriptor.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW,
                operation: "open the folder", shown: shown))
    }

    /// The subfolder of a name, made where there is none; with `isLikelyNew` it is made before it is looked for.
    package func makingFolder(named name: String, isLikelyNew: Bool = false) throws(FileFailure) -> Folder {
        if !isLikelyNew {
            do {
                return try folder(named: name)
            } catch {
                guard error.reason == .missing else { throw error }
            }
        }
        guard
            unsafe name.withCString({ unsafe mkdirat(descriptor.number, $0, 0o777) }) == 0 || errno == EEXIST
        else {
            throw FileFailure("make the folder", shown(name), errno: errno)
        }
        return try folder(named: name)
    }

    /// What stands under a name; `nil` where nothing does.
    package func kind(of name: String) throws(FileFailure) -> FileKind? {
        try status(of: name).map { FileKind(mode: $0.st_mode) }
    }

    /// What the system knows of what stands under a name, links not followed; `nil` where nothing does.
    private func status(of name: String) throws(FileFailure) -> stat? {
        var status = stat()
        let code = unsafe name.withCString {
            unsafe fstatat(descriptor.number, $0, &status, AT_SYMLINK_NOFOLLOW)
        }
        if code == 0 { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw FileFailure("look at", shown(name), errno: errno)
    }

    /// The bytes of the file under a name.
    package func read(_ name: String, limit: Int = .max) throws(FileFailure) -> [UInt8] {
        try Disk.readOpened(
            Descriptor(
                opening: name, in: descriptor.number, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, operation: "read",
                shown: shown(name)),
            limit: limit, shown: shown(name))
    }

    /// Whether a plain file of just these bytes stands under a name; `false` too where it cannot be read.
    package func holds(_ bytes: [UInt8], at name: String) -> Bool {
        holds(parts: 1, byteCount: bytes.count, at: name) { _ in bytes }
    }

    /// The same for a file that is made part by part, of `byteCount` bytes where that is known; no part is made behind
    /// the first that is another.
    package func holds(parts count: Int, byteCount: Int? = nil, at name: String, _ part: (Int) -> [UInt8])
        -> Bool
    {
        guard
            let file = try? Descriptor(
                opening: name, in: descriptor.number, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, operation: "read",
                shown: name),
            let status = try? file.status(operation: "read", shown: name),
            FileKind(mode: status.st_mode) == .file, byteCount == nil || byteCount == Int(status.st_size)
        else { return false }
        for number in 0..<count {
            let bytes = part(number)
            guard (try? file.readChunk(of: bytes.count, operation: "read", shown: name)) == bytes else {
                return false
            }
        }
        return (try? file.readChunk(of: 1, operation: "read", shown: name)) == []
    }

    /// Writes a file that must not exist yet.
    package func create(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o666) throws(FileFailure) {
        try create(name, parts: 1, mode: mode) { _ in bytes }
    }

    /// The same for a file that is made part by part.
    package func create(
        _ name: String, parts count: Int, mode: UInt32 = 0o666, _ part: (Int) -> [UInt8]
    ) throws(FileFailure) {
        let shown = shown(name)
        let file = try Descriptor(
            opening: name, in: descriptor.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
            mode: mode_t(mode), operation: "write", shown: shown)
        do {
            for number in 0..<count { try file.write(part(number), operation: "write", shown: shown) }
        } catch {
            _ = unsafe unlinkat(descriptor.number, name, 0)
            throw error
        }
    }

    /// Moves a name to a name of another folder on the same file system, in one step, over a file that stands there.
    package func rename(
        _ name: String, to other: borrowing Folder, as newName: String
    ) throws(FileFailure) {
        guard unsafe renameat(descriptor.number, name, other.descriptor.number, newName) == 0 else {
            throw FileFailure("write", Disk.join(other.path, newName), errno: errno)
        }
    }

    /// Removes a file or a link; nothing happens where nothing stands.
    package func remove(_ name: String) throws(FileFailure) {
        guard unsafe unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
            throw FileFailure("remove", shown(name), errno: errno)
        }
    }

    /// Removes a subfolder if it is empty, and says whether it is gone.
    package func removeFolderIfEmpty(_ name: String) throws(FileFailure) -> Bool {
        if unsafe unlinkat(descriptor.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
        if errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR || errno == EBUSY { return false }
        throw FileFailure("remove the folder", shown(name), errno: errno)
    }

    /// Removes whatever stands under a name, a whole tree included; links are removed and not entered.
    package func removeTree(_ name: String) throws(FileFailure) {
        guard try kind(of: name) == .folder else { return try remove(name) }
        let inside = try folder(named: name)
        for entry in try inside.entries() { try inside.removeTree(entry.name) }
        guard unsafe unlinkat(descriptor.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
            throw FileFailure("remove the folder", shown(name), errno: errno)
        }
    }

    /// The names in the folder, in no order, without `.` and `..`.
    package func entries() throws(FileFailure) -> [Entry] {
        let again = try Descriptor(
            opening: ".", in: descriptor.number, O_RDONLY | O_DIRECTORY, operation: "list", shown: path)
        guard let stream = unsafe fdopendir(dup(again.number)) else {
            throw FileFailure("list", path, errno: errno)
        }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw FileFailure("list", path, errno: errno) }
                return entries
            }
            let (name, type) = unsafe Self.parts(of: entry)
            guard let name else {
                throw FileFailure("list", path, .other, cause: "a name in it is not UTF-8")
            }
            if name == "." || name == ".." { continue }
            switch Int(type) {
            case Int(DT_REG): entries.append(Entry(name: name, kind: .file))
            case Int(DT_DIR): entries.append(Entry(name: name, kind: .folder))
            case Int(DT_LNK): entries.append(Entry(name: name, kind: .link))
            default:
                if let kind = try kind(of: name) { entries.append(Entry(name: name, kind: kind)) }
            }
        }
    }

    private static func parts(of entry: UnsafeMutablePointer<dirent>) -> (name: String?, type: UInt8) {
        let type = unsafe UInt8(entry.pointee.d_type)
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
            unsafe String(validating: buffer.prefix { $0 != 0 }, as: UTF8.self)
        }
        return (name, type)
    }
}

extension Folder {
    /// The folder at a path of plain names below this one; a link anywhere on the way is a failure.
    package func folder(at parts: some Sequence<Substring>) throws(FileFailure) -> Folder {
        var current = Folder(path: path, descriptor: try opened())
        for part in parts { current = try current.folder(named: String(part)) }
        return current
    }

    /// The same, with the folders that are missing made on the way: the last mostly is.
    package func makingFolder(at parts: some Collection<Substring>) throws(FileFailure) -> Folder {
        guard let first = parts.first else { return Folder(path: path, descriptor: try opened()) }
        var left = parts.count - 1
        var current = try makingFolder(named: String(first), isLikelyNew: left == 0)
        for part in parts.dropFirst() {
            left -= 1
            current = try current.makingFolder(named: String(part), isLikelyNew: left == 0)
        }
        return current
    }

    private func opened() throws(FileFailure) -> Descriptor {
        try Descriptor(
            opening: ".", in: descriptor.number, O_RDONLY | O_DIRECTORY, operation: "open the folder",
            shown: path)
    }

    /// Size, times and inode of what stands under a name, links not followed; `nil` where nothing does.
    package func stamp(of name: String) throws(FileFailure) -> FileStamp? {
        try status(of: name).map(FileStamp.init)
    }

    /// The same of what stands at a path of the user's that begins in the folder, links followed. Where many are asked
    /// for, this takes less time than to go through all the folders above for each.
    package func stamp(ofFollowed path: String) throws(FileFailure) -> FileStamp? {
        try Disk.status(of: path, in: descriptor.number, followingLinks: true).map(FileStamp.init)
    }
}
