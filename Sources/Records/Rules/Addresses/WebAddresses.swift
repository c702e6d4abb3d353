import Diagnostics

/// An address of the web as it stands in a file, in a field or in prose.
struct WebAddress {
    /// UTF-8 offsets of `http` or `https`.
    let scheme: Range<Int>
    /// UTF-8 offsets of the host, without a port.
    let host: Range<Int>
    let isSecure: Bool

    /// Every `http://` and `https://` of a file, in its order; lines that are comments are passed over.
    static func found(in bytes: [UInt8]) -> [WebAddress] {
        var found: [WebAddress] = []
        var index = 4
        while index + 2 < bytes.count {
            // `://` is looked for by its middle, which stands nowhere else that often.
            guard bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/"),
                bytes[index + 2] == UInt8(ascii: "/")
            else {
                index += 1
                continue
            }
            let isSecure = bytes[index - 1] | 0x20 == UInt8(ascii: "s")
            let start = index - (isSecure ? 5 : 4)
            let host = index + 3
            index = host
            guard start >= 0, zip(bytes[start..<start + 4], "http".utf8).allSatisfy({ $0 | 0x20 == $1 }),
                start == 0 || !bytes[start - 1].isLetter, !isComment(start, bytes)
            else { continue }
            while index < bytes.count, isHostByte(bytes[index]) { index += 1 }
            var end = index
            while end > host, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
            if end > host {
                found.append(WebAddress(scheme: start..<host - 3, host: host..<end, isSecure: isSecure))
            }
        }
        return found
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
