import Incidents

/// Lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, ended by CRLF.
struct CalendarText {
    private static let longestLine = 75

    private(set) var bytes: [UInt8] = []

    /// A property whose value is written as it is: an identifier, a moment, a number, an address.
    mutating func line(_ name: String, _ value: String) {
        append(name + ":" + value)
    }

    /// Lines that were written before.
    mutating func append(_ lines: [UInt8]) {
        bytes += lines
    }

    /// A property whose value is text (3.3.11).
    mutating func text(_ name: String, _ value: String) {
        append(name + ":" + Self.escaped(value))
    }

    /// A property that is a list of texts.
    mutating func texts(_ name: String, _ values: [String]) {
        append(name + ":" + values.map(Self.escaped).joined(separator: ","))
    }

    /// `20260221T092000Z`.
    static func moment(_ second: Int64) -> String {
        let clockText = Moment.clockText(second).split(separator: ":").joined()
        return day(CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: second))) + "T" + clockText + "Z"
    }

    /// `20260221`.
    static func day(_ date: CivilDate) -> String {
        Moment.padded(date.year, 4) + Moment.padded(date.month, 2) + Moment.padded(date.day, 2)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            // Other control characters are forbidden in texts.
            case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Folds between characters, never within one (3.1).
    private mutating func append(_ line: String) {
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > Self.longestLine {
                bytes += "\r\n ".utf8
                length = 1
            }
            bytes += String(scalar).utf8
            length += size
        }
        bytes += "\r\n".utf8
    }
}
