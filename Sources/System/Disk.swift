#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The machine's files behind plain names: paths are plain strings as the user wrote them, failures are typed.
///
/// A relative path starts from the working folder. Nothing here caches or changes the working folder, so every function
/// may be called from any thread.
package enum Disk {
    /// What stands at a path, links not followed; `nil` where nothing does.
    package static func kind(of path: String) throws(FileFailure) -> FileKind? {
        guard let status = try status(of: path, followingLinks: false) else { return nil }
        return FileKind(mode: status.st_mode)
    }

    /// Whether a path leads to a file, links followed; `false` too where it cannot be looked at.
    package static func isFile(_ path: String) -> Bool {
        guard let status = try? status(of: path, followingLinks: true) else { return false }
        return FileKind(mode: status.st_mode) == .file
    }

    /// Whether a path leads to a folder, links followed; `false` too where it cannot be looked at.
    package static func isFolder(_ path: String) -> Bool {
        guard let status = try? status(of: path, followingLinks: true) else { return false }
        return FileKind(mode: status.st_mode) == .folder
    }

    /// Whether anything at all stands at a path, a dangling link included.
    package static func exists(_ path: String) -> Bool {
        ((try? status(of: path, followingLinks: false)) ?? nil) != nil
    }

    /// Size, times and inode of the file that a path leads to, links followed; `nil` where nothing stands.
    package static func stamp(of path: String) throws(FileFailure) -> FileStamp? {
        try status(of: path, followingLinks: true).map(FileStamp.init)
    }

    /// `folder` is what a path that is not absolute begins in.
    static func status(
        of path: String, in folder: CInt = AT_FDCWD, followingLinks: Bool
    ) throws(FileFailure) -> stat? {
        guard !path.utf8.contains(0) else { return nil }
        var status = stat()
        let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
        if unsafe path.withCString({ unsafe fstatat(folder, $0, &status, flags) }) == 0 { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw FileFailure("look at", path, errno: errno)
    }

    /// The working folder as an absolute path.
    package static func currentFolder() throws(FileFailure) -> String {
        guard let text = unsafe getcwd(nil, 0) else {
            throw FileFailure("find", "the working folder", errno: errno)
        }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    /// The absolute path without links, `.` or `..`; what it names must exist.
    package static func realPath(of path: String) throws(FileFailure) -> String {
        guard let text = unsafe realpath(path, nil) else { throw FileFailure("find", path, errno: errno) }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    /// The absolute path of what may not exist yet: joined with the working folder, `.` and `..` resolved by name.
    package static func absolutePath(of path: String) throws(FileFailure) -> String {
        let joined = path.hasPrefix("/") ? path : try currentFolder() + "/" + path
        var parts: [Substring] = []
        for part in joined.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder part of a path, `.` where it has none, and the last component.
    package static func split(_ path: String) -> (folder: String, name: String) {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", String(trimmed)) }
        let folder = trimmed[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(trimmed[trimmed.utf8.index(after: slash)...]))
    }

    /// `name` inside `folder`; a folder that is empty or `.` adds nothing, an absolute name stands alone.
    package static func join(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
