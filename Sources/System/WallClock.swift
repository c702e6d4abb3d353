#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time of day, asked here and nowhere else: a search for this name finds every place where today's date can reach
/// the program.
package enum WallClock {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    package static func secondsSinceEpoch() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec)
    }
}
