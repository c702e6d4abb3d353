/// Base 64 (RFC 4648, section 4) with padding, read strictly: one text for each run of bytes.
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var held: UInt32 = 0
        var count = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                out.append(alphabet[Int(held >> 18)])
                out.append(alphabet[Int(held >> 12 & 63)])
                out.append(alphabet[Int(held >> 6 & 63)])
                out.append(alphabet[Int(held & 63)])
                (held, count) = (0, 0)
            }
        }
        if count == 1 {
            out.append(alphabet[Int(held >> 2)])
            out.append(alphabet[Int(held << 4 & 63)])
            out.append(contentsOf: [0x3D, 0x3D])
        } else if count == 2 {
            out.append(alphabet[Int(held >> 10)])
            out.append(alphabet[Int(held >> 4 & 63)])
            out.append(alphabet[Int(held << 2 & 63)])
            out.append(0x3D)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads padded text without spaces; nil where a character is foreign, the padding is wrong or unused bits are set.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        let padding = characters.suffix(2).count { $0 == 0x3D }
        var out: [UInt8] = []
        out.reserveCapacity(characters.count / 4 * 3)
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for character in characters.dropLast(padding) {
            guard let value = value(of: character) else { return nil }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> bits))
                held &= (1 << bits) - 1
            }
        }
        return held == 0 ? out : nil
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case 0x41...0x5A: UInt32(character - 0x41)
        case 0x61...0x7A: UInt32(character - 0x61) + 26
        case 0x30...0x39: UInt32(character - 0x30) + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
