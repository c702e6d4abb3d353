import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that goes on standing on its disk while another takes its name, until nobody holds it any more.
package final class HeldFile: Sendable {
    private let descriptor: Descriptor

    fileprivate init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}

/// Files that are let go of beside the caller, on a few threads that nobody waits for: a disk takes half a millisecond to
/// free a feed and tens of them to free a large file, and frees several at once.
package final class HeldFiles: Sendable {
    /// Far fewer than a process may have open; what comes beyond is let go of by the caller.
    private static let most = 64
    /// These wait for the disk, and take no processor from anybody.
    private static let mostThreads = 8

    private let waiting = Mutex<(files: [HeldFile], threads: Int)>(([], 0))

    package init() {}

    package func letGo(of file: HeldFile) {
        let begins = waiting.withLock { waiting in
            guard waiting.files.count < Self.most else { return false }
            waiting.files.append(file)
            guard waiting.threads < Self.mostThreads else { return false }
            waiting.threads += 1
            return true
        }
        if begins, !DetachedThread.start({ self.letGo() }) { letGo() }
    }

    private func letGo() {
        // A file is freed when the last that holds it is gone: here, outside the lock.
        while takeNext() != nil {}
    }

    private func takeNext() -> HeldFile? {
        waiting.withLock { waiting in
            let file = waiting.files.popLast()
            if file == nil { waiting.threads -= 1 }
            return file
        }
    }
}

extension Folder {
    /// Holds the file under a name; nil where there is none that can be opened.
    package func hold(_ name: String) -> HeldFile? {
        guard
            let descriptor = try? Descriptor(
                opening: name, in: descriptor.number, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, operation: "open",
                shown: name)
        else { return nil }
        return HeldFile(descriptor)
    }
}
