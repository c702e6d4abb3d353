import Diagnostics

/// An address of the web as it stands in a file, in a field or in prose.
struct WebAddress: Sendable {
    /// UTF-8 offsets of `http` or `https`.
    let scheme: Range<Int>
    /// UTF-8 offsets of the host, without a port.
    let host: Range<Int>
    let isSecure: Bool

    /// Every `http://` and `https://` of a file, in its order; lines that are comments are passed over.
    static func found(in bytes: [UInt8]) -> [WebAddress] {
        bytes.indices.compactMap { bytes[$0] == UInt8(ascii: ":") ? WebAddress(around: $0, in: bytes) : nil }
    }

    /// The address whose `://` begins at a colon; nil where none does, or in a comment.
    init?(around colon: Int, in bytes: [UInt8]) {
        guard colon >= 4, colon + 2 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
            bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        isSecure = bytes[colon - 1] | 0x20 == UInt8(ascii: "s")
        let start = colon - (isSecure ? 5 : 4)
        guard start >= 0, zip(bytes[start..<start + 4], "http".utf8).allSatisfy({ $0 | 0x20 == $1 }),
            start == 0 || !bytes[start - 1].isLetter, !Self.isComment(start, bytes)
        else { return nil }
        let first = colon + 3
        var end = first
        while end < bytes.count, Self.isHostByte(bytes[end]) { end += 1 }
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

    private static func isComment(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return bytes[start..<offset].first { $0 != 0x20 } == UInt8(ascii: "#")
    }
}
