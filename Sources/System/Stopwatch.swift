#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Time that passed, by a clock that never goes back: for timings shown to a person, never for what is published.
package struct Stopwatch: Sendable {
    private let start: Int64

    /// Starts now.
    package init() { start = Self.ticks() }

    /// Nanoseconds since the start.
    package var nanoseconds: Int64 { Self.ticks() - start }

    /// Milliseconds since the start, fractions included.
    package var milliseconds: Double { Double(nanoseconds) / 1_000_000 }

    private static func ticks() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
