import Syntax

/// Words that tell where turns of phrase may stand, found by their lengths and last eight bytes in small letters.
struct WordMarks: Sendable {
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8

        /// A turn may begin with the word.
        static let alone = Kinds(rawValue: 1)
        /// A turn may hold the word behind another.
        static let behind = Kinds(rawValue: 2)
        /// The other.
        static let before = Kinds(rawValue: 4)
    }

    private struct Word: Sendable, Equatable {
        let length: Int
        /// The last byte in the lowest bits.
        let key: UInt64
    }

    /// A table of open addresses; where nothing is, a word without letters.
    private var words = [Word](repeating: Word(length: 0, key: 0), count: Self.size)
    private var kinds = [Kinds](repeating: [], count: Self.size)
    private static let size = 1024
    /// A bit for each of four times as many slots: nearly all other words are passed over by it.
    private var filter = [UInt64](repeating: 0, count: 4 * Self.size / 64)

    mutating func insert(_ word: String, as kind: Kinds) {
        let bytes = Array(word.utf8)
        let word = Self.word(0..<bytes.count, of: bytes.span)
        let bit = Self.bit(of: word)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        var slot = bit >> 2
        while words[slot].length > 0, words[slot] != word { slot = (slot + 1) % Self.size }
        words[slot] = word
        kinds[slot].insert(kind)
    }

    /// What a word of a text, in letters of either case, may be; at times what another is that ends alike.
    @inline(__always)
    func kinds(of range: Range<Int>, in text: Span<UInt8>) -> Kinds {
        let word = Self.word(range, of: text)
        let bit = Self.bit(of: word)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return [] }
        return kinds(of: word, from: bit >> 2)
    }

    private func kinds(of word: Word, from first: Int) -> Kinds {
        var slot = first
        while words[slot].length > 0 {
            if words[slot] == word { return kinds[slot] }
            slot = (slot + 1) % Self.size
        }
        return []
    }

    @inline(__always)
    private static func word(_ range: Range<Int>, of text: Span<UInt8>) -> Word {
        let mask = UInt64.max >> UInt64(64 - 8 * min(8, range.count))
        let last =
            range.upperBound >= 8
            ? text.word(at: range.upperBound - 8)
            : text.head(of: 0..<range.upperBound) << UInt64(8 * (8 - range.upperBound))
        let small: UInt64 = 0x2020_2020_2020_2020
        return Word(length: range.count, key: (last.byteSwapped | small) & mask)
    }

    @inline(__always)
    private static func bit(of word: Word) -> Int {
        let mixed = (word.key ^ UInt64(truncatingIfNeeded: word.length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 52)
    }
}
