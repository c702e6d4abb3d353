import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The running program as the system sees it.
package enum ThisProcess {
    package static var identifier: Int32 { getpid() }

    /// Holds values until the process ends, so that it need not free what they consist of: the system takes all memory
    /// back at once.
    package static func hold(_ values: [any Sendable]) { held.withLock { $0 += values } }

    private static let held = Mutex<[any Sendable]>([])

    /// Ends the process at once, as `exit` does.
    package static func end(status: Int32) -> Never { exit(status) }

    /// How many threads can run at once: the machine's processors that are switched on.
    package static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// What the file system knows of the program's own file, so that a cache of another build of it is told apart; nil
    /// where the system does not say which file that is.
    package static var programStamp: FileStamp? {
        #if os(Linux)
            (try? Disk.stamp(of: "/proc/self/exe")) ?? nil
        #else
            nil
        #endif
    }

    /// The most memory that the process has held at once, in bytes.
    package static var peakMemory: Int {
        var usage = rusage()
        #if canImport(Glibc)
            _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Int(usage.ru_maxrss) * 1024
        #else
            _ = unsafe getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss)
        #endif
    }
}
