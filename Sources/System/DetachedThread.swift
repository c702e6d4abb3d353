#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work that goes on beside the caller until it ends by itself.
package enum DetachedThread {
    /// Starts a thread and says whether the system had one to give.
    @discardableResult
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let work = unsafe Unmanaged.passRetained(Work(body))
        guard unsafe pthread_create(&thread, nil, run, work.toOpaque()) == 0 else {
            unsafe work.release()
            return false
        }
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            if let thread = unsafe thread { unsafe pthread_detach(thread) }
        #endif
        return true
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static func takeRetained(_ pointer: UnsafeMutableRawPointer) -> Work {
            unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
        }
    }

    #if canImport(Glibc)
        private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            pointer in
            if let pointer = unsafe pointer { unsafe Work.takeRetained(pointer).body() }
            return nil
        }
    #else
        private static let run: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
            pointer in
            unsafe Work.takeRetained(pointer).body()
            return nil
        }
    #endif
}
