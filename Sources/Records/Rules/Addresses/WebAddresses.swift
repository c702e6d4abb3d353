import Diagnostics
import Syntax

/// An address of the web as it stands in a file, in a field or in prose.
struct WebAddress: Sendable {
    /// UTF-8 offsets of `http` or `https`.
    let scheme: Range<Int>
    /// UTF-8 offsets of the host, without a port.
    let host: Range<Int>
    let isSecure: Bool
    /// Whether the host may be another than it seems to readers: it has letters beyond ASCII, or two hyphens as `xn--` has.
    let mayBeDisguised: Bool

    /// Every `http://` and `https://` of a file, in its order; lines that are comments are passed over.
    static func found(in bytes: [UInt8]) -> [WebAddress] {
        let text = bytes.span
        var found: [WebAddress] = []
        for index in text.indices where text[index] == UInt8(ascii: ":") {
            if let address = WebAddress(around: index, in: text) { found.append(address) }
        }
        return found
    }

    /// The address whose `://` begins at a colon; nil where none does, or in a comment.
    init?(around colon: Int, in bytes: Span<UInt8>) {
        guard colon >= 4, colon + 2 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
            bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        isSecure = bytes[colon - 1] | 0x20 == UInt8(ascii: "s")
        let start = colon - (isSecure ? 5 : 4)
        guard start >= 0, bytes[start] | 0x20 == UInt8(ascii: "h"),
            bytes[start + 1] | 0x20 == UInt8(ascii: "t"), bytes[start + 2] | 0x20 == UInt8(ascii: "t"),
            bytes[start + 3] | 0x20 == UInt8(ascii: "p"), start == 0 || !bytes[start - 1].isLetter,
            !Self.isComment(start, bytes)
        else { return nil }
        let first = colon + 3
        var end = first
        var isPlain = true
        while end < bytes.count, Self.isHostByte(bytes[end]) {
            if bytes[end] >= 0x80 || bytes[end] == UInt8(ascii: "-") && bytes[end - 1] == UInt8(ascii: "-") {
                isPlain = false
            }
            end += 1
        }
        mayBeDisguised = !isPlain
        while end > first, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end > first else { return nil }
        scheme = start..<colon
        host = first..<end
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    private static func isComment(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
        var first = startOfLine(offset, bytes)
        while first < offset, bytes[first] == 0x20 { first += 1 }
        return bytes[first] == UInt8(ascii: "#")
    }

    private static func startOfLine(_ offset: Int, _ bytes: Span<UInt8>) -> Int {
        var start = offset
        while start >= 8 {
            let breaks = bytes.word(at: start - 8).marks(of: 0x0A)
            if breaks != 0 { return start - breaks.leadingZeroBitCount / 8 }
            start -= 8
        }
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }
}
