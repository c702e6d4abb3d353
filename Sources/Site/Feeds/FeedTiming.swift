import Incidents

/// When an item was published and when its words were last corrected.
package struct FeedTiming: Sendable, Hashable {
    /// When it was published; periods begin with their first second.
    package let published: Moment
    /// A part of a second, in microseconds, that no other item of that second has: what keeps `atom:updated` apart.
    package let microsecond: Int32
    /// When a factual correction or a retraction last changed its words; nil where none did.
    package let corrected: Moment?

    /// Oldest first; nil for two of the same moment and place in their record.
    static func precedes(_ left: FeedTiming, _ right: FeedTiming) -> Bool? {
        let (a, b) = (left.published, right.published)
        if a.start != b.start { return a.start < b.start }
        if a.nanoseconds != b.nanoseconds { return a.nanoseconds < b.nanoseconds }
        return left.microsecond == right.microsecond ? nil : left.microsecond < right.microsecond
    }
}
