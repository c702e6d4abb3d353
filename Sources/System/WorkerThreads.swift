import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work on all cores without a runtime of its own: threads that take the next number until none is left.
package enum WorkerThreads {
    /// Calls `body` once for each number below `count`, on `jobs` threads at most; returns when all are done.
    ///
    /// The order of the calls is open: what they make must not depend on it.
    package static func perform(_ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) {
        guard jobs > 1, count > 1 else {
            for index in 0..<max(0, count) { body(index) }
            return
        }
        let work = Work(count: count, body: body)
        var threads: [pthread_t] = []
        for _ in 1..<min(jobs, count) {
            if let thread = work.start() { threads.append(thread) }
        }
        work.run()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// The results of `body` for each number below `count`, in their order.
    package static func map<Value: Sendable>(
        _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Value
    ) -> [Value] {
        guard jobs > 1, count > 1 else { return (0..<max(0, count)).map(body) }
        // Each thread keeps what it made with its number; putting them in order afterwards needs no shared array.
        let results = Mutex<[(index: Int, value: Value)]>([])
        perform(count, jobs: jobs) { index in
            let value = body(index)
            results.withLock { $0.append((index, value)) }
        }
        return results.withLock { $0.sorted { $0.index < $1.index }.map(\.value) }
    }

    private final class Work: Sendable {
        private let next = Atomic<Int>(0)
        private let count: Int
        private let body: @Sendable (Int) -> Void

        init(count: Int, body: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.body = body
        }

        func run() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                body(index)
            }
        }

        /// A further thread on the same work; nil where the system has none to give, which costs time alone.
        func start() -> pthread_t? {
            #if canImport(Glibc)
                var thread = pthread_t()
            #else
                var thread: pthread_t?
            #endif
            let work = unsafe Unmanaged.passRetained(self)
            guard unsafe pthread_create(&thread, nil, WorkerThreads.runWork, work.toOpaque()) == 0 else {
                unsafe work.release()
                return nil
            }
            return thread
        }

        static func takeRetained(_ pointer: UnsafeMutableRawPointer) -> Work {
            unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
        }
    }

    #if canImport(Glibc)
        private static let runWork: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            pointer in
            if let pointer = unsafe pointer { unsafe Work.takeRetained(pointer).run() }
            return nil
        }
    #else
        private static let runWork: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
            pointer in
            unsafe Work.takeRetained(pointer).run()
            return nil
        }
    #endif
}
