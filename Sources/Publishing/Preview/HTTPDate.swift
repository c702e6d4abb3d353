import Incidents

/// Dates in the one form that HTTP writes (RFC 9110, section 5.6.7): `Sat, 21 Feb 2026 09:20:00 GMT`.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ second: Int64) -> String {
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: second))
        return "\(days[date.weekday]), \(Moment.padded(date.day, 2)) \(months[date.month - 1]) "
            + "\(Moment.padded(date.year, 4)) \(Moment.clockText(second)) GMT"
    }

    /// Seconds since 1970; nil for the obsolete forms too, which no browser of today sends.
    static func second(_ text: String) -> Int64? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
            let moment = try? Moment(
                parsing: "\(words[3])-\(Moment.padded(month + 1, 2))-\(words[1])T\(words[4])Z")
        else { return nil }
        return moment.start
    }
}
