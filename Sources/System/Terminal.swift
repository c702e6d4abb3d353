#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the other end of a stream can show.
package struct Terminal: Sendable, Equatable {
    /// Whether a person's terminal is at the other end, so that questions, bars and colours make sense.
    package let isInteractive: Bool
    /// The width in columns, where a terminal tells one.
    package let columns: Int?
    /// Whether colour is welcome when nobody asked for it or against it on the command line.
    package let welcomesColor: Bool

    /// Asks the system about a stream; NO_COLOR, CLICOLOR_FORCE, CLICOLOR and TERM are heard.
    package init(_ stream: StandardStream) {
        let isTerminal = isatty(stream.number) == 1
        self.init(
            isInteractive: isTerminal,
            columns: isTerminal ? Self.width(of: stream.number) : nil,
            variable: Environment.value(of:))
    }

    /// The same decision over given variables: NO_COLOR (set and not empty) always wins, then CLICOLOR_FORCE (not `0`)
    /// colours even a pipe; else a terminal that is not `dumb` gets colour unless CLICOLOR is `0`.
    package init(isInteractive: Bool, columns: Int?, variable: (String) -> String?) {
        self.isInteractive = isInteractive
        self.columns = columns
        let forced = variable("CLICOLOR_FORCE") ?? ""
        let kind = variable("TERM") ?? ""
        if !(variable("NO_COLOR") ?? "").isEmpty {
            welcomesColor = false
        } else if !forced.isEmpty, forced != "0" {
            welcomesColor = true
        } else {
            welcomesColor = isInteractive && !kind.isEmpty && kind != "dumb" && variable("CLICOLOR") != "0"
        }
    }

    /// Whether standard input comes from a person's keyboard.
    package static var hasKeyboard: Bool { isatty(STDIN_FILENO) == 1 }

    private static func width(of number: Int32) -> Int? {
        var size = winsize()
        guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return Environment.value(of: "COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        }
        return Int(size.ws_col)
    }
}
