#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A count that threads wait on: whoever rings raises it, and all who wait for more than they have seen go on.
@safe
package final class Bell: Sendable {
    // Neither pointer ever changes, and what they lead to is the system's own way to share.
    private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private nonisolated(unsafe) let condition: UnsafeMutablePointer<pthread_cond_t>
    // Guarded by `mutex`, which the compiler cannot see.
    private nonisolated(unsafe) var count = 0

    package init() {
        unsafe mutex = .allocate(capacity: 1)
        unsafe condition = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe condition.initialize(to: pthread_cond_t())
        _ = unsafe pthread_mutex_init(mutex, nil)
        _ = unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        _ = unsafe pthread_cond_destroy(condition)
        _ = unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// How often it was rung.
    package var rings: Int {
        _ = unsafe pthread_mutex_lock(mutex)
        defer { _ = unsafe pthread_mutex_unlock(mutex) }
        return unsafe count
    }

    package func ring() {
        _ = unsafe pthread_mutex_lock(mutex)
        unsafe count += 1
        _ = unsafe pthread_cond_broadcast(condition)
        _ = unsafe pthread_mutex_unlock(mutex)
    }

    /// Waits until it was rung more than `seen` times, or for about `seconds`; the count by then.
    package func wait(after seen: Int, seconds: Int) -> Int {
        var end = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &end)
        end.tv_sec += seconds
        _ = unsafe pthread_mutex_lock(mutex)
        defer { _ = unsafe pthread_mutex_unlock(mutex) }
        while unsafe count <= seen {
            if unsafe pthread_cond_timedwait(condition, mutex, &end) != 0 { break }
        }
        return unsafe count
    }
}
