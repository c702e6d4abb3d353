import Incidents
import Syntax

/// Dates as feeds and letters write them, in UTC and without a locale.
enum FeedDates {
    private static let days: [StaticString] = ["Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "]
    private static let months: [StaticString] = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ",
        " Dec ",
    ]

    /// No date takes more bytes: a year of up to twenty digits, and 26 more.
    static let longest = 48

    /// `Sat, 21 Feb 2026 09:20:00 +0000` of seconds since 1970, as RSS and letters write it (RFC 822 with four digits of
    /// the year).
    static func rfc822(_ second: Int64) -> String {
        String(decoding: [UInt8](capacity: longest) { append(rfc822: second, to: &$0) }, as: UTF8.self)
    }

    static func append(rfc822 second: Int64, to bytes: inout OutputSpan<UInt8>) {
        let day = CivilDate.dayNumber(ofSecond: second)
        let date = CivilDate(dayNumber: day)
        // The first day of 1970 was a Thursday.
        bytes.append(literal: days[Int(((day + 4) % 7 + 7) % 7)])
        bytes.append(decimal: date.day, width: 2)
        bytes.append(literal: months[date.month - 1])
        bytes.append(decimal: date.year, width: 4)
        bytes.append(UInt8(ascii: " "))
        Moment.appendClock(second, to: &bytes)
        bytes.append(literal: " +0000")
    }

    /// `2026-02-21T09:20:00` of seconds since 1970 (RFC 3339), before a fraction and the `Z`.
    static func append(rfc3339 second: Int64, to bytes: inout OutputSpan<UInt8>) {
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: second))
        bytes.append(decimal: date.year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: date.month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: date.day, width: 2)
        bytes.append(UInt8(ascii: "T"))
        Moment.appendClock(second, to: &bytes)
    }
}
