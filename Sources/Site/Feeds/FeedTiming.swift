import Incidents

/// When an item was published and when its words were last corrected.
package struct FeedTiming: Sendable, Hashable {
    /// When it was published; periods begin with their first second.
    package let published: Moment
    /// A part of a second, in microseconds, that no other item of that second has: what keeps `atom:updated` apart.
    package let microsecond: Int32
    /// When a factual correction or a retraction last changed its words; nil where none did.
    package let corrected: Moment?

    /// RFC 3339 in UTC to the second.
    var publishedText: String { published.rfc3339 }

    /// RFC 3339 in UTC to the microsecond: the publication, or where `showsCorrections` the newest correction of it.
    func updatedText(showsCorrections: Bool) -> String {
        updated(showsCorrections: showsCorrections).utcText
    }

    func updated(showsCorrections: Bool) -> Moment {
        var second = published.start
        if showsCorrections, let corrected { second = max(second, corrected.start) }
        return Moment(precision: .second, start: second, nanoseconds: microsecond * 1000, fractionDigits: 6)
    }

    /// Oldest first; nil for two of the same moment and place in their record.
    static func precedes(_ left: FeedTiming, _ right: FeedTiming) -> Bool? {
        let (a, b) = (left.published, right.published)
        if a != b, a.start != b.start || a.nanoseconds != b.nanoseconds { return a < b }
        return left.microsecond == right.microsecond ? nil : left.microsecond < right.microsecond
    }
}
