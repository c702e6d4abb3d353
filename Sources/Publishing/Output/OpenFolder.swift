import System

/// The folder of the last file, open still, since the next one mostly lies beside it.
struct OpenFolder: ~Copyable {
    private(set) var folder: Folder
    private var path: Substring

    /// Stands in the folder below `root` that a path's file lies in, making what is missing; without one in `root` itself.
    init(_ root: borrowing Folder, parentOf path: String = "") throws(FileFailure) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let parent = slash.map { path[..<$0] } ?? ""
        folder = try Self.open(parent, below: root)
        self.path = parent
    }

    /// Opens the folder below `root` that a path's file lies in, making what is missing, and tells the file's own name.
    mutating func enter(parentOf path: String, below root: borrowing Folder) throws(FileFailure) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let parent = slash.map { path[..<$0] } ?? ""
        if parent != self.path {
            folder = try Self.open(parent, below: root)
            self.path = parent
        }
        return slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    private static func open(_ path: Substring, below root: borrowing Folder) throws(FileFailure) -> Folder {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        return try root.makingFolder(at: parts.map { Substring($0) })
    }
}
