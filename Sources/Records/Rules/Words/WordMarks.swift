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
    /// The lowest five bits of the words' last bytes, and above them those of their first bytes, by the words' lengths:
    /// most other words are passed over by them.
    private var edges = [UInt64](repeating: 0, count: 32)

    mutating func insert(_ word: String, as kind: Kinds) {
        let bytes = Array(word.utf8)
        let word = Self.word(0..<bytes.count, of: bytes.span)
        var slot = Self.slot(of: word)
        while words[slot].length > 0, words[slot] != word { slot = (slot + 1) % Self.size }
        words[slot] = word
        kinds[slot].insert(kind)
        guard let first = bytes.first else { return }
        edges[min(31, word.length)] |= 1 << UInt64(word.key % 32) | 1 << UInt64(32 + first % 32)
    }

    /// What a word of a text, in letters of either case, may be; at times what another is that ends alike.
    func kinds(of range: Range<Int>, in text: Span<UInt8>) -> Kinds {
        guard !range.isEmpty else { return [] }
        let edges = edges[min(31, range.count)]
        guard edges &>> UInt64(text[range.upperBound &- 1] % 32) & 1 == 1,
            edges &>> UInt64(32 + text[range.lowerBound] % 32) & 1 == 1
        else { return [] }
        let word = Self.word(range, of: text)
        var slot = Self.slot(of: word)
        while words[slot].length > 0 {
            if words[slot] == word { return kinds[slot] }
            slot = (slot + 1) % Self.size
        }
        return []
    }

    private static func word(_ range: Range<Int>, of text: Span<UInt8>) -> Word {
        var key: UInt64 = 0
        if range.upperBound >= 8 {
            key = text.word(at: range.upperBound - 8).byteSwapped
            if range.count < 8 { key &= 1 << UInt64(8 * range.count) - 1 }
        } else {
            for index in range { key = key << 8 | UInt64(text[index]) }
        }
        let small: UInt64 = 0x2020_2020_2020_2020
        let mask = range.count < 8 ? 1 << UInt64(8 * range.count) - 1 : UInt64.max
        return Word(length: range.count, key: key | small & mask)
    }

    private static func slot(of word: Word) -> Int {
        let mixed = (word.key ^ UInt64(truncatingIfNeeded: word.length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 54)
    }
}
