#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits for changes in folders: told by the kernel where it is Linux, else by looking again and again.
///
/// It may wake for a change that turns out to be none, and never sleeps through one: whoever waits reads anew what he
/// needs. Names that start with a dot or end with `~`, which editors use for themselves, wake nobody.
package struct FolderWatch: ~Copyable {
    private static let lookEvery: UInt32 = 200_000

    private let folders: [WatchedFolder]
    #if os(Linux)
        private var queue: InotifyQueue?
    #endif
    private var snapshot: FolderSnapshot

    /// Begins to watch: from here on no change is missed. Folders that do not exist yet are found once they do, if the
    /// folder around them is watched.
    package init(_ folders: [WatchedFolder]) {
        self.folders = folders
        #if os(Linux)
            queue = InotifyQueue.watching(folders)
            snapshot = queue == nil ? FolderSnapshot(of: folders) : FolderSnapshot(of: [])
        #else
            snapshot = FolderSnapshot(of: folders)
        #endif
    }

    /// Waits until something changed and then, since saving is often several steps, until all was quiet for
    /// `settling` milliseconds, or for ten times as long where it does not become quiet.
    package mutating func wait(settling: Int) {
        #if os(Linux)
            if let isWatching = queue?.wait(settling: settling) {
                if isWatching { return }
                // The kernel has no more watches to give: look by ourselves from now on.
                queue = nil
                snapshot = FolderSnapshot(of: folders)
                return
            }
        #endif
        while true {
            usleep(Self.lookEvery)
            let now = FolderSnapshot(of: folders)
            if now != snapshot {
                snapshot = now
                return
            }
        }
    }
}
