import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that goes on standing on its disk while another takes its name: a disk may need tens of milliseconds to free
/// a large one.
package final class HeldFile: Sendable {
    private let descriptor: Mutex<Descriptor?>

    fileprivate init(_ descriptor: consuming Descriptor) { self.descriptor = Mutex(descriptor) }

    /// Lets the file go on a thread of its own, which nobody waits for.
    package func letGo() {
        if !DetachedThread.start({ self.close() }) { close() }
    }

    private func close() { descriptor.withLock { $0 = nil } }
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
