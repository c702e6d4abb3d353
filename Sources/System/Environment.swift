#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The variables that the process was started with.
package enum Environment {
    /// A variable's value, or `nil` where it is not set; what is not UTF-8 in it is shown as U+FFFD.
    package static func value(of name: String) -> String? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe String(cString: text)
    }

    /// Whether a variable is set to anything but the empty text, as NO_COLOR asks.
    package static func isSet(_ name: String) -> Bool {
        !(value(of: name) ?? "").isEmpty
    }
}
