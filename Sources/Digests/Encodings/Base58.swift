/// Bitcoin's base 58: digits and letters without `0`, `O`, `I` and `l`, leading zero bytes written as `1`.
///
/// Reading takes time that grows with the square of the length: callers bound it.
package enum Base58 {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var digits: [UInt8] = []
        for byte in bytes {
            var carry = Int(byte)
            for index in digits.indices {
                carry += Int(digits[index]) << 8
                digits[index] = UInt8(carry % 58)
                carry /= 58
            }
            while carry > 0 {
                digits.append(UInt8(carry % 58))
                carry /= 58
            }
        }
        let zeros = bytes.prefix { $0 == 0 }.count
        let text =
            [UInt8](repeating: alphabet[0], count: zeros) + digits.reversed().map { alphabet[Int($0)] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; nil where a character is not of the alphabet.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for character in text {
            guard let value = value(of: character) else { return nil }
            var carry = Int(value)
            for index in bytes.indices {
                carry += Int(bytes[index]) * 58
                bytes[index] = UInt8(carry & 255)
                carry >>= 8
            }
            while carry > 0 {
                bytes.append(UInt8(carry & 255))
                carry >>= 8
            }
        }
        let zeros = text.prefix { $0 == alphabet[0] }.count
        return [UInt8](repeating: 0, count: zeros) + bytes.reversed()
    }

    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        decode(text.utf8)
    }

    /// The value of a character, 0 to 57; nil for a byte outside the alphabet.
    package static func value(of character: UInt8) -> UInt8? {
        let value = character < 128 ? values[Int(character)] : 255
        return value == 255 ? nil : value
    }

    package static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 128)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}

/// Base 58 with four bytes of double SHA-256 behind the payload, as Bitcoin and TRON write addresses.
package enum Base58Check {
    package static func encode(_ payload: [UInt8]) -> String {
        Base58.encode(payload + checksum(of: payload[...]))
    }

    /// The payload, its version byte first; nil where a character is foreign or the checksum does not hold.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard let bytes = Base58.decode(text), bytes.count >= 4 else { return nil }
        let payload = bytes.dropLast(4)
        return checksum(of: payload).elementsEqual(bytes.suffix(4)) ? Array(payload) : nil
    }

    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        decode(text.utf8)
    }

    private static func checksum(of payload: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        SHA256Digest(of: SHA256Digest(of: payload).bytes).bytes.prefix(4)
    }
}
