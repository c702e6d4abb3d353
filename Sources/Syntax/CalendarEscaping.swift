/// Appends a text as iCalendar writes it (RFC 5545, section 3.3.11): backslashes, commas and semicolons behind a backslash,
/// a line feed as `\n`. Other control characters are forbidden there, and become blanks.
package func appendCalendarEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe bytes.append($0, as: CalendarEscapes()) }
}

/// Appends UTF-8 text in the same way.
package func appendCalendarEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append($0, as: CalendarEscapes()) }
}

private struct CalendarEscapes: TextEscapes {
    @inline(__always)
    func marks(in eight: UInt64) -> UInt64 {
        eight.controls | eight.marks(of: 0x5C) | eight.marks(of: 0x3B) | eight.marks(of: 0x2C)
            | eight.marks(of: 0x7F)
    }

    func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
        let byte = unsafe text[place]
        return switch byte {
        case 0x5C, 0x3B, 0x2C: Escape(0x5C | UInt64(byte) << 8, count: 2)
        case 0x0A: Escape("\\n")
        default: Escape(0x20)
        }
    }
}
