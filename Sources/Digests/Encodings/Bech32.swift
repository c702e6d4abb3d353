/// Bech32 (BIP 173) and bech32m (BIP 350): a readable prefix, a separator `1`, five-bit characters and six of checksum.
package struct Bech32: Equatable, Sendable {
    /// Which constant the checksum ends on.
    package enum Variant: UInt32, Sendable {
        case bech32 = 1
        case bech32m = 0x2BC8_30A3
    }

    /// Why a text is not bech32, with the offset of the first character at fault.
    package enum Fault: Error, Equatable, Sendable {
        /// Capitals and small letters in one text; the offset is that of the first letter unlike those before it.
        case mixedCase(at: Int)
        /// No `1`, nothing before it, or fewer than six characters behind it.
        case noSeparator
        /// A character outside `qpzry9x8gf2tvdw0s3jn54khce6mua7l`, or an unprintable one in the prefix.
        case foreignCharacter(at: Int)
        /// The last six characters do not fit the rest.
        case badChecksum
    }

    /// The part before the separator, in lower case.
    package let prefix: String
    /// The five-bit values between the separator and the checksum.
    package let values: [UInt8]
    package let variant: Variant

    package init(prefix: String, values: [UInt8], variant: Variant) {
        self.prefix = prefix
        self.values = values
        self.variant = variant
    }

    /// Writes `bytes` in five-bit groups behind the prefix, the last group filled with zeros.
    package init(prefix: String, bytes: [UInt8], variant: Variant) {
        self.init(prefix: prefix, values: Self.fives(of: bytes), variant: variant)
    }

    /// Reads a text whose checksum holds, of any length; BIP 173's limit of 90 is for callers.
    package init(parsing text: [UInt8]) throws(Fault) {
        var lower = false
        var upper = false
        var lowered = text
        for (index, character) in text.enumerated() {
            guard (33...126).contains(character) else { throw .foreignCharacter(at: index) }
            if (0x61...0x7A).contains(character) { lower = true }
            if (0x41...0x5A).contains(character) {
                upper = true
                lowered[index] = character | 0x20
            }
            if lower, upper { throw .mixedCase(at: index) }
        }
        guard let separator = lowered.lastIndex(of: 0x31), separator > 0, lowered.count - separator > 6 else {
            throw .noSeparator
        }
        var values: [UInt8] = []
        for index in (separator + 1)..<lowered.count {
            guard let value = Self.value(of: lowered[index]) else { throw .foreignCharacter(at: index) }
            values.append(value)
        }
        let prefix = lowered[..<separator]
        guard let variant = Variant(rawValue: Self.polymod(prefix: prefix, values: values)) else {
            throw .badChecksum
        }
        self.init(
            prefix: String(decoding: prefix, as: UTF8.self), values: Array(values.dropLast(6)),
            variant: variant)
    }

    /// The text in lower case, with its checksum.
    package var text: String {
        var check = Self.polymod(prefix: Array(prefix.utf8)[...], values: values + [0, 0, 0, 0, 0, 0])
        check ^= variant.rawValue
        let sums = (0..<6).map { UInt8(check >> UInt32(5 * (5 - $0)) & 31) }
        let characters = (values + sums).map { Self.alphabet[Int($0)] }
        return prefix + "1" + String(decoding: characters, as: UTF8.self)
    }

    /// The values from `start` on as bytes; nil where the last group has bits to spare that are not zero, or a whole
    /// spare group (BIP 173).
    package func bytes(from start: Int = 0) -> [UInt8]? {
        var out: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for value in values.dropFirst(start) {
            held = held << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> bits))
                held &= (1 << bits) - 1
            }
        }
        return bits < 5 && held == 0 ? out : nil
    }

    /// Bytes as five-bit groups, the last one filled with zeros.
    package static func fives(of bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(UInt8(held >> bits & 31))
            }
            held &= (1 << bits) - 1
        }
        if bits > 0 { out.append(UInt8(held << (5 - bits) & 31)) }
        return out
    }

    /// Where one wrong character behind the separator explains a checksum that does not hold, and what it should be.
    ///
    /// `accepts` narrows what counts as right, such as a witness version that goes with the variant.
    package static func likelyError(in text: [UInt8], accepts: (Bech32) -> Bool = { _ in true })
        -> Substitution?
    {
        guard let separator = text.lastIndex(of: 0x31) else { return nil }
        let capitals = text.contains { (0x41...0x5A).contains($0) }
        let letters = capitals ? alphabet.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 } : alphabet
        return Substitution.only(in: text, from: separator + 1, alphabet: letters) { candidate in
            guard let read = try? Bech32(parsing: candidate) else { return false }
            return accepts(read)
        }
    }

    private static func polymod(prefix: ArraySlice<UInt8>, values: [UInt8]) -> UInt32 {
        var check: UInt32 = 1
        for character in prefix { step(&check, character >> 5) }
        step(&check, 0)
        for character in prefix { step(&check, character & 31) }
        for value in values { step(&check, value) }
        return check
    }

    private static func step(_ check: inout UInt32, _ value: UInt8) {
        let top = check >> 25
        check = (check & 0x1FF_FFFF) << 5 ^ UInt32(value)
        if top & 1 != 0 { check ^= 0x3B6A_57B2 }
        if top & 2 != 0 { check ^= 0x2650_8E6D }
        if top & 4 != 0 { check ^= 0x1EA1_19FA }
        if top & 8 != 0 { check ^= 0x3D42_33DD }
        if top & 16 != 0 { check ^= 0x2A14_62B3 }
    }

    /// The five-bit value of a lower-case character; nil for one outside the alphabet.
    package static func value(of character: UInt8) -> UInt8? {
        alphabet.firstIndex(of: character).map { UInt8($0) }
    }

    package static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
}
