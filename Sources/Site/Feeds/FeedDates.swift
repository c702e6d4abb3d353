import Incidents
import Syntax

/// Dates as feeds and letters write them, in UTC and without a locale.
enum FeedDates {
    private static let days: [StaticString] = ["Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "]
    private static let months: [StaticString] = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ",
        " Dec ",
    ]

    /// `Sat, 21 Feb 2026 09:20:00 +0000` of seconds since 1970, as RSS and letters write it (RFC 822 with four digits of
    /// the year).
    static func rfc822(_ second: Int64) -> String {
        var bytes: [UInt8] = []
        append(rfc822: second, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(rfc822 second: Int64, to bytes: inout [UInt8]) {
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: second))
        bytes.append(literal: days[date.weekday])
        bytes.append(number: date.day, width: 2)
        bytes.append(literal: months[date.month - 1])
        bytes.append(number: date.year, width: 4)
        bytes.append(literal: " ")
        Moment.appendClock(second, to: &bytes)
        bytes.append(literal: " +0000")
    }

    /// `2026-02-21T09:20:00` of seconds since 1970 (RFC 3339), before a fraction and the `Z`.
    static func append(rfc3339 second: Int64, to bytes: inout [UInt8]) {
        // A year of up to twenty digits, and fifteen more bytes.
        bytes.append(addingCapacity: 40) { append(rfc3339: second, to: &$0) }
    }

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
