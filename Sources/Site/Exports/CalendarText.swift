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
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 {
            switch byte {
            case 0x5C, 0x3B, 0x2C:
                result.append(0x5C)
                result.append(byte)
            case 0x0A: result += "\\n".utf8
            // Other control characters are forbidden in texts.
            case 0x00...0x1F, 0x7F: result.append(0x20)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Folds between characters, never within one (3.1).
    private mutating func append(_ line: String) {
        let text = Array(line.utf8)
        var length = 0
        var index = 0
        while index < text.count {
            var end = index + 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            if length + end - index > Self.longestLine {
                bytes += "\r\n ".utf8
                length = 1
            }
            bytes += text[index..<end]
            length += end - index
            index = end
        }
        bytes += "\r\n".utf8
    }
}
