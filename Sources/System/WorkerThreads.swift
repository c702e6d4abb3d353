import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work on all cores without a runtime of its own: threads that take the next number until none is left.
@usableFromInline
package enum WorkerThreads {
    /// Calls `body` once for each number below `count`, on `jobs` threads at most; returns when all are done.
    ///
    /// The order of the calls is open: what they make must not depend on it.
    @usableFromInline
    package static func perform(_ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) {
        guard jobs > 1, count > 1 else {
            for index in 0..<max(0, count) { body(index) }
            return
        }
        Beside(count, threads: min(jobs, count) - 1, body).finish()
    }

    /// The results of `body` for each number below `count`, in their order; a thread takes `size` numbers at once, which
    /// is for work of a few microseconds.
    @inlinable
    package static func map<Value: Sendable>(
        _ count: Int, jobs: Int, inGroupsOf size: Int = 1, _ body: @escaping @Sendable (Int) -> Value
    ) -> [Value] {
        guard jobs > 1, count > 1 else { return (0..<max(0, count)).map(body) }
        let groups = (count + size - 1) / size
        let results = Mutex<[[Value]]>(Array(repeating: [], count: groups))
        perform(groups, jobs: jobs) { group in
            let values = (group * size..<min(count, (group + 1) * size)).map(body)
            results.withLock { $0[group] = values }
        }
        var all: [Value] = []
        all.reserveCapacity(count)
        for values in results.withLock({ $0 }) { all.append(contentsOf: values) }
        return all
    }

    /// What two works make, on two threads where `jobs` allows it.
    @inlinable
    package static func both<First: Sendable, Second: Sendable>(
        jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let made = Mutex<(first: First?, second: Second?)>((nil, nil))
        perform(2, jobs: jobs) { number in
            if number == 0 {
                let value = first()
                made.withLock { $0.first = value }
            } else {
                let value = second()
                made.withLock { $0.second = value }
            }
        }
        let (one, other) = made.withLock { $0 }
        return (one ?? first(), other ?? second())
    }

    /// Work that goes on beside what its holder does meanwhile, on all threads but his own.
    package final class Beside {
        private let work: Work
        private var threads: [pthread_t]

        /// Begins to call `body` once for each number below `count`, on so many threads; where the system gives fewer, the
        /// holder does more.
        package init(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
            let work = Work(count: count, body: body)
            self.work = work
            self.threads = (0..<max(0, threads)).compactMap { _ in work.start() }
        }

        /// Takes part in what is left, and returns when all is done.
        package func finish() {
            work.run()
            join()
        }

        /// What nobody waits for any more is left undone.
        deinit {
            work.giveUp()
            join()
        }

        private func join() {
            for thread in threads { pthread_join(thread, nil) }
            threads = []
        }
    }

    /// A value that is made ahead, beside what its holder does until it asks for it.
    package final class Ahead<Value: Sendable> {
        private final class Made: Sendable {
            let value = Mutex<Value?>(nil)
        }

        private let made = Made()
        private let make: @Sendable () -> Value
        private let work: Beside

        package init(jobs: Int, _ make: @escaping @Sendable () -> Value) {
            self.make = make
            let made = made
            work = Beside(1, threads: min(1, jobs - 1)) { _ in
                let value = make()
                made.value.withLock { $0 = value }
            }
        }

        /// The value, waited for where it is not yet made.
        package var value: Value {
            work.finish()
            return made.value.withLock { $0 } ?? make()
        }
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

        /// No number is taken any more.
        func giveUp() { next.store(count, ordering: .relaxed) }

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
