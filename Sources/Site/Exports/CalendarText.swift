import Incidents
import Syntax

/// Lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, ended by CRLF.
struct CalendarText {
    private static let longestLine = 75
    /// No moment takes more bytes: a year of up to twenty digits, and twelve more.
    private static let longestMoment = 32

    private(set) var bytes: [UInt8] = []

    /// Lines of our own words, each with its end and none too long.
    mutating func lines(_ lines: StaticString) { bytes.append(literal: lines) }

    /// A property whose value is written as it is: an identifier, an address. `name` ends with its colon.
    mutating func line(_ name: StaticString, _ value: String) {
        line(name) { $0.append(text: value) }
    }

    /// A property whose value is text (3.3.11).
    mutating func text(_ name: StaticString, _ value: String) {
        line(name) { appendCalendarEscaped(value, to: &$0) }
    }

    /// A property whose value is a day: `20260221`.
    mutating func line(_ name: StaticString, day: CivilDate) {
        line(name) { bytes in
            bytes.append(addingCapacity: Self.longestMoment) { Self.append(day: day, to: &$0) }
        }
    }

    /// A property whose value `write` adds, escaped where it is text.
    mutating func line(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.append(literal: name)
        write(&bytes)
        if bytes.count - start > Self.longestLine { fold(from: start) }
        bytes.append(literal: "\r\n")
    }

    /// `20260221T092000Z`.
    static func moment(_ second: Int64) -> [UInt8] {
        let day = CivilDate.dayNumber(ofSecond: second)
        let ofDay = Int(second - day * 86_400)
        return [UInt8](capacity: longestMoment) { bytes in
            append(day: CivilDate(dayNumber: day), to: &bytes)
            bytes.append(UInt8(ascii: "T"))
            bytes.append(decimal: ofDay / 3600, width: 2)
            bytes.append(decimal: ofDay / 60 % 60, width: 2)
            bytes.append(decimal: ofDay % 60, width: 2)
            bytes.append(UInt8(ascii: "Z"))
        }
    }

    private static func append(day date: CivilDate, to bytes: inout OutputSpan<UInt8>) {
        bytes.append(decimal: date.year, width: 4)
        bytes.append(decimal: date.month, width: 2)
        bytes.append(decimal: date.day, width: 2)
    }

    /// Folds a line between characters, never within one (3.1).
    private mutating func fold(from start: Int) {
        let line = Array(bytes[start...])
        bytes.removeSubrange(start...)
        var index = 0
        var room = Self.longestLine
        while line.count - index > room {
            var end = index + room
            while end > index + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += line[index..<end]
            bytes.append(literal: "\r\n ")
            index = end
            room = Self.longestLine - 1
        }
        bytes += line[index...]
    }
}
