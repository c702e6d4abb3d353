import TestKit
import Testing

@testable import System

@Suite("folders are watched")
struct FolderWatchTests {
    /// Waits for a change that `change` makes while the wait goes on; to come back is what is asked for.
    private func wakes(_ scratch: ScratchFolder, _ change: @escaping @Sendable () -> Void) {
        var watch = FolderWatch([
            WatchedFolder(scratch.path, isDeep: false),
            WatchedFolder(scratch.path(of: "records"), isDeep: true),
        ])
        DetachedThread.start(change)
        watch.wait(settling: 1)
    }

    @Test("a file that is written, replaced, renamed or removed wakes the one who waits")
    func files() throws {
        let scratch = try ScratchFolder()
        try Disk.makeFolder(scratch.path(of: "records/2026"))
        let path = scratch.path(of: "records/2026/a.yml")
        wakes(scratch) { try? Disk.write([1], to: path) }
        wakes(scratch) { try? Disk.write([2], to: path) }
        wakes(scratch) { try? Disk.rename(path, to: path + "2") }
        wakes(scratch) { try? Disk.remove(path + "2") }
        let configuration = scratch.path(of: "site.yml")
        wakes(scratch) { try? Disk.write([3], to: configuration) }
    }

    @Test("a folder that comes later is watched too, with the files in it")
    func newFolders() throws {
        let scratch = try ScratchFolder()
        var watch = FolderWatch([
            WatchedFolder(scratch.path, isDeep: false),
            WatchedFolder(scratch.path(of: "records"), isDeep: true),
        ])
        try Disk.makeFolder(scratch.path(of: "records/2026"))
        watch.wait(settling: 1)
        let path = scratch.path(of: "records/2026/a.yml")
        DetachedThread.start { try? Disk.write([1], to: path) }
        watch.wait(settling: 1)
    }

    @Test("two looks at the same files are equal, and differ by one byte of one file")
    func snapshots() throws {
        let scratch = try ScratchFolder()
        let folders = [WatchedFolder(scratch.path, isDeep: true)]
        try scratch.write("one", to: "a/b.yml")
        let first = FolderSnapshot(of: folders)
        #expect(FolderSnapshot(of: folders) == first)
        try scratch.write("once", to: "a/b.yml")
        #expect(FolderSnapshot(of: folders) != first)
    }
}
