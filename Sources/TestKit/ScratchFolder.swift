import System

/// A folder of a test's own, gone when the test lets go of it.
package final class ScratchFolder: Sendable {
    /// The absolute path, without links.
    package let path: String

    package init(_ name: String = "aboveboard-test-") throws {
        let base = Environment.value(of: "TMPDIR") ?? "/tmp"
        path = try Disk.realPath(of: Disk.makeScratchFolder(in: base, prefix: name))
    }

    deinit { try? Disk.removeTree(path) }

    /// The absolute path of a name in the folder.
    package func path(of name: String) -> String { Disk.join(path, name) }

    /// Writes a text, making the folders on the way.
    package func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Writes bytes, making the folders on the way.
    package func write(_ bytes: [UInt8], to name: String) throws {
        try Disk.makeFolder(Disk.split(path(of: name)).folder)
        try Disk.write(bytes, to: path(of: name))
    }

    /// A file's text, invalid UTF-8 shown as U+FFFD.
    package func text(of name: String) throws -> String {
        String(decoding: try Disk.read(path(of: name)), as: UTF8.self)
    }

    /// Whether anything stands under a name.
    package func has(_ name: String) -> Bool { Disk.exists(path(of: name)) }

    /// Every file, with hidden ones, as relative paths in the order of their bytes.
    package func files() throws -> [String] {
        var found: [String] = []
        func collect(_ prefix: String) throws {
            for name in try Disk.names(in: prefix.isEmpty ? path : path(of: prefix)) {
                let relative = prefix.isEmpty ? name : prefix + "/" + name
                if try Disk.kind(of: path(of: relative)) == .folder {
                    try collect(relative)
                } else {
                    found.append(relative)
                }
            }
        }
        try collect("")
        return found.sorted(by: Disk.precedesByBytes)
    }
}
