import Incidents

/// Dates as RSS and letters write them (RFC 822 with four digits of the year), in UTC and without a locale.
enum FeedDates {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Sat, 21 Feb 2026 09:20:00 +0000` of seconds since 1970.
    static func rfc822(_ second: Int64) -> String {
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: second))
        return "\(days[date.weekday]), \(Moment.padded(date.day, 2)) \(months[date.month - 1]) "
            + "\(Moment.padded(date.year, 4)) \(Moment.clockText(second)) +0000"
    }
}
