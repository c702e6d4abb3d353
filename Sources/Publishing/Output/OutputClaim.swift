import System

/// The right to change an output folder, held by one process at a time, with the folder beside it in which the change is
/// prepared.
struct OutputClaim: ~Copyable, Sendable {
    /// The folder that holds the output folder.
    let parent: Folder
    /// `.aboveboard/`, on the same file system as the output folder, so that a file moves from one to the other at once.
    let work: Folder
    private let lock: FolderLock

    static let workName = ".aboveboard"

    private init(parent: consuming Folder, work: consuming Folder, lock: consuming FolderLock) {
        self.parent = parent
        self.work = work
        self.lock = lock
    }

    /// Waits until nobody else changes the folder; `whenBusy` is called once where there is somebody.
    static func take(
        _ name: String, in parentPath: String, whenBusy: () -> Void
    ) throws(FileFailure) -> OutputClaim {
        var hasTold = false
        while true {
            let parent = try Folder(parentPath)
            let home = try Self.home(parent, name)
            let work = try home.makingFolder(named: workName)
            do {
                let lock = try FolderLock.take(Disk.join(work.path, name + ".lock"), tidiesFolder: true) {
                    if !hasTold { whenBusy() }
                    hasTold = true
                }
                // Opened again: while we waited the folder may have gone with the other's lock and come back.
                let current = try home.folder(named: workName)
                return OutputClaim(parent: parent, work: current, lock: lock)
            } catch {
                guard error.reason == .missing else { throw error }
            }
        }
    }

    /// Beside the output folder, or in it where it is a file system of its own, which nothing can be moved into at once.
    private static func home(_ parent: borrowing Folder, _ name: String) throws(FileFailure) -> Folder {
        if let output = try parent.stamp(of: name), let beside = try parent.stamp(of: "."),
            output.device != beside.device, try parent.kind(of: name) == .folder
        {
            return try parent.folder(named: name)
        }
        return try parent.folder(at: [])
    }
}
