/// IOTA's hash of its years in ternary (2017 to 2021): Keccak-384 between conversions of 243 trits to 48 bytes.
package enum Kerl {
    /// The nine trytes of checksum that a wallet wrote behind an address of 81; nil for any other text.
    package static func checksum(of address: some Collection<UInt8>) -> [UInt8]? {
        hash(address).map { Array($0.suffix(9)) }
    }

    /// The 81 trytes of hash over 81 trytes, each a `9` or a capital letter; nil for any other text.
    package static func hash(_ trytes: some Collection<UInt8>) -> [UInt8]? {
        guard trytes.count == 81 else { return nil }
        var trits: [Int] = []
        trits.reserveCapacity(243)
        for tryte in trytes {
            guard let value = value(of: tryte) else { return nil }
            trits.append(contentsOf: threeTrits(of: value))
        }
        // The last trit does not fit into 48 bytes beside the others, so it counts as zero on both ways.
        trits[242] = 0
        var out = self.trits(of: Keccak.hash384(bytes(of: trits)))
        out[242] = 0
        return (0..<81).map { index in
            tryte(of: out[3 * index] + 3 * out[3 * index + 1] + 9 * out[3 * index + 2])
        }
    }

    /// -13 to 13; nil for a character that is no tryte.
    private static func value(of tryte: UInt8) -> Int? {
        switch tryte {
        case 0x39: 0
        case 0x41...0x4D: Int(tryte) - 0x40
        case 0x4E...0x5A: Int(tryte) - 0x5B
        default: nil
        }
    }

    private static func tryte(of value: Int) -> UInt8 {
        if value == 0 { return 0x39 }
        return UInt8(value > 0 ? 0x40 + value : 0x5B + value)
    }

    /// Balanced ternary digits, the lowest first.
    private static func threeTrits(of value: Int) -> [Int] {
        let shifted = value + 13
        return [shifted % 3 - 1, shifted / 3 % 3 - 1, shifted / 9 - 1]
    }

    /// The number that the trits spell, as 48 bytes of two's complement, the highest first.
    private static func bytes(of trits: [Int]) -> [UInt8] {
        var words = [UInt32](repeating: 0, count: 12)
        for trit in trits.reversed() { multiplyByThree(&words, adding: trit) }
        return words.reversed().flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private static func trits(of bytes: [UInt8]) -> [Int] {
        // Half of 3^243 is added, so that plain digits less one are the balanced ones, whatever the sign.
        var words = [UInt32](repeating: 0, count: 13)
        for _ in 0..<243 { multiplyByThree(&words, adding: 1) }
        let sign: UInt32 = bytes[0] & 0x80 == 0 ? 0 : .max
        var carry: UInt64 = 0
        for index in words.indices {
            var word = sign
            if index < 12 {
                let start = 48 - 4 * (index + 1)
                word = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | UInt32($1) }
            }
            carry += UInt64(words[index]) + UInt64(word)
            words[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        return (0..<243).map { _ in
            var rest: UInt64 = 0
            for index in words.indices.reversed() {
                let part = rest << 32 | UInt64(words[index])
                words[index] = UInt32(part / 3)
                rest = part % 3
            }
            return Int(rest) - 1
        }
    }

    /// In two's complement, the lowest word first, so that -1 is added as a word of ones and the carry beyond the end.
    private static func multiplyByThree(_ words: inout [UInt32], adding digit: Int) {
        var carry = Int64(digit)
        for index in words.indices {
            carry += Int64(words[index]) * 3
            words[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
    }
}
