/// What stands in some folders at a moment, without reading any file: two that are equal mean that nothing changed.
struct FolderSnapshot: Equatable, Sendable {
    private var stamps: [String: FileStamp] = [:]

    /// Looks at the files under each folder that exists; what cannot be looked at counts as absent.
    init(of roots: [WatchedFolder]) {
        for root in roots {
            let names: [String]
            if root.isDeep {
                names = (try? Disk.files(under: root.path)) ?? []
            } else {
                names = ((try? Disk.names(in: root.path)) ?? []).filter { !$0.hasPrefix(".") }
            }
            for name in names {
                let path = Disk.join(root.path, name)
                guard root.isDeep || Disk.isFile(path) else { continue }
                stamps[path] = (try? Disk.stamp(of: path)) ?? nil
            }
        }
    }
}

/// A folder to be watched, alone or with all below it.
package struct WatchedFolder: Sendable, Hashable {
    package let path: String
    package let isDeep: Bool

    package init(_ path: String, isDeep: Bool) {
        self.path = path
        self.isDeep = isDeep
    }
}
