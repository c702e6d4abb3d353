/// How long it took from one moment to another, in seconds; a range where a moment is a whole day, month or year.
package struct Elapsed: Sendable, Hashable {
    /// The least it can have been, never below 0.
    package let shortest: Int64
    package let longest: Int64

    package init(shortest: Int64, longest: Int64) {
        self.shortest = shortest
        self.longest = longest
    }

    /// Nil where the end lies wholly before the beginning.
    package init?(from beginning: Moment, to end: Moment) {
        guard !(end.end <= beginning.start) else { return nil }
        let isExact = beginning.precision == .second && end.precision == .second
        shortest = max(0, isExact ? end.start - beginning.start : end.start - (beginning.end - 1))
        longest = max(0, isExact ? end.start - beginning.start : (end.end - 1) - beginning.start)
    }

    package var isExact: Bool { shortest == longest }
}
