import Digests
import Syntax

/// A seed phrase of BIP 39: 12, 15, 18, 21 or 24 words of the English list whose checksum holds.
enum MnemonicPhrase {
    /// The phrases in a text, as UTF-8 offsets from the first word to the last. Numbers, commas and line breaks between the
    /// words do not hide one; letter case does not count.
    static func found(in bytes: [UInt8]) -> [Range<Int>] {
        mayHoldPhrase(bytes) ? search(bytes) : []
    }

    /// Whether twelve words of the list may follow each other somewhere.
    ///
    /// They are 47 bytes at least, each of three letters. So a phrase that begins behind a byte holds the 47th behind it,
    /// in a word of the list or between two, and there are eleven more around that word.
    static func mayHoldPhrase(_ bytes: [UInt8]) -> Bool {
        let (text, list) = (bytes.span, list)
        var probe = least - 1
        while probe < text.count {
            guard let foreign = foreignByte(around: probe, text, list) else { return true }
            probe = foreign + least
        }
        return false
    }

    /// The bytes of the shortest phrase.
    private static let least = 47

    /// The last byte in no phrase that a look at the words around an offset finds, mostly to the left: a phrase that holds
    /// the offset begins behind it, and is no longer than what lies between. Nil where twelve words of the list follow
    /// each other.
    private static func foreignByte(around offset: Int, _ text: Span<UInt8>, _ list: WordTable) -> Int? {
        // Between two words of a phrase are 24 bytes at most.
        guard let inside = letter(from: offset, text) else { return offset }
        let middle = inside - letters(before: inside, text)..<inside + letters(from: inside, text)
        guard list.holds(middle, of: text) else { return middle.upperBound - 1 }
        var (count, first) = (1, middle)
        var foreign = -1
        while foreign < 0, count < 12 {
            guard let end = letter(before: first.lowerBound, text) else {
                foreign = first.lowerBound - 1
                break
            }
            let word = end - letters(before: end, text)..<end
            guard list.holds(word, of: text) else {
                foreign = end - 1
                break
            }
            (count, first) = (count + 1, word)
        }
        if count == 12 { return nil }
        if foreign + least >= offset + least / 2 { return foreign }
        // That would be a small step: what follows is looked at as well.
        var last = middle
        while count < 12 {
            guard let start = letter(from: last.upperBound, text) else { return last.upperBound }
            last = start..<start + letters(from: start, text)
            guard list.holds(last, of: text) else { return last.upperBound - 1 }
            count += 1
        }
        return nil
    }

    /// The first letter from an offset on; nil where none is near.
    private static func letter(from offset: Int, _ text: Span<UInt8>) -> Int? {
        var index = offset
        while index < text.count {
            if text[index].isLetter { return index }
            guard index - offset < 24 else { return nil }
            index += 1
        }
        return nil
    }

    /// The offset behind the last letter before another; nil where none is near.
    private static func letter(before offset: Int, _ text: Span<UInt8>) -> Int? {
        var index = offset
        while index > 0 {
            if text[index - 1].isLetter { return index }
            guard offset - index < 24 else { return nil }
            index -= 1
        }
        return nil
    }

    /// How many letters stand from an offset on without another character between, as far as nine.
    @inline(__always)
    private static func letters(from offset: Int, _ text: Span<UInt8>) -> Int {
        var count = 0
        if offset + 8 <= text.count {
            count = text.word(at: offset).letterMarks.otherMarks.trailingZeroBitCount / 8
            if count < 8 { return count }
        }
        while count < 9, offset + count < text.count, text[offset + count].isLetter { count += 1 }
        return count
    }

    /// How many letters stand before an offset without another character between, as far as nine.
    @inline(__always)
    private static func letters(before offset: Int, _ text: Span<UInt8>) -> Int {
        var count = 0
        if offset >= 8 {
            count = text.word(at: offset - 8).letterMarks.otherMarks.leadingZeroBitCount / 8
            if count < 8 { return count }
        }
        while count < 9, offset > count, text[offset - count - 1].isLetter { count += 1 }
        return count
    }

    /// Word by word.
    static func search(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var run: [(range: Range<Int>, value: Int)] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index].isLetter else {
                index += 1
                continue
            }
            let start = index
            var key: UInt64 = 0
            while index < bytes.count, bytes[index].isLetter || bytes[index] >= 0x80 {
                if index - start < 8 { key |= UInt64(bytes[index] | 0x20) << UInt64(8 * (index - start)) }
                index += 1
            }
            let length = index - start
            let isNear = run.last.map { isGap(bytes[$0.range.upperBound..<start]) } ?? true
            let value = (3...8).contains(length) ? list.position(of: key) : nil
            if !isNear || value == nil {
                found += phrases(in: run)
                run = []
            }
            if let value { run.append((start..<index, value)) }
        }
        return found + phrases(in: run)
    }

    /// Between the words of a phrase stand blanks, marks and at most two digits.
    private static func isGap(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 24 && bytes.count(where: \.isDigit) <= 2
            && bytes.allSatisfy {
                $0.isDigit || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || " ,.;:|-_*\"'`()[]/".utf8.contains($0)
            }
    }

    private static func phrases(in run: [(range: Range<Int>, value: Int)]) -> [Range<Int>] {
        guard run.count >= 12 else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while start + 12 <= run.count {
            let length = [24, 21, 18, 15, 12].first { length in
                start + length <= run.count && checksumHolds(run[start..<start + length].map(\.value))
            }
            if let length {
                found.append(run[start].range.lowerBound..<run[start + length - 1].range.upperBound)
                start += length
            } else {
                start += 1
            }
        }
        return found
    }

    /// Eleven bits a word: the entropy, and behind it one bit of its SHA-256 for every 32.
    static func checksumHolds(_ values: [Int]) -> Bool {
        let bitCount = values.count * 11
        let checkCount = bitCount / 33
        var bytes = [UInt8](repeating: 0, count: (bitCount + 7) / 8)
        for bit in 0..<bitCount where values[bit / 11] >> (10 - bit % 11) & 1 == 1 {
            bytes[bit / 8] |= 0x80 >> UInt8(bit % 8)
        }
        let entropyCount = (bitCount - checkCount) / 8
        guard let digest = SHA256Digest(of: bytes[..<entropyCount]).bytes.first else { return false }
        return bytes[entropyCount] >> UInt8(8 - checkCount) == digest >> UInt8(8 - checkCount)
    }

    static let list = WordTable(MnemonicWords.text)

    /// Words of three to eight letters by their bytes, the first in the lowest bits, in a table of open addresses.
    struct WordTable {
        private var keys: [UInt64]
        private var positions: [Int16]
        private static let size = 8192
        /// A bit for each of four times as many slots: four kilobytes tell of nearly all other words that they are none of
        /// the list's.
        private var filter: [UInt64]

        init(_ text: String) {
            keys = Array(repeating: 0, count: Self.size)
            positions = Array(repeating: -1, count: Self.size)
            filter = Array(repeating: 0, count: 4 * Self.size / 64)
            // Every start pays for this: byte by byte, and no word is made of the text.
            var (key, length, position): (UInt64, UInt64, Int16) = (0, 0, 0)
            for byte in text.utf8 {
                if byte.isLetter {
                    key |= UInt64(byte) << (8 * length)
                    length += 1
                } else if length > 0 {
                    add(key, at: position)
                    (key, length, position) = (0, 0, position + 1)
                }
            }
            if length > 0 { add(key, at: position) }
        }

        private mutating func add(_ key: UInt64, at position: Int16) {
            var slot = Self.slot(of: key)
            while positions[slot] >= 0 { slot = (slot + 1) % Self.size }
            (keys[slot], positions[slot]) = (key, position)
            let bit = Self.bit(of: key)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }

        @inline(__always)
        func position(of key: UInt64) -> Int? {
            var slot = Self.slot(of: key)
            while positions[slot] >= 0 {
                if keys[slot] == key { return Int(positions[slot]) }
                slot = (slot + 1) % Self.size
            }
            return nil
        }

        /// Whether letters of either case that stand in a range of a text are a word of the list.
        @inline(__always)
        func holds(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
            let smallLetters: UInt64 = 0x2020_2020_2020_2020
            let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(8, range.count))
            let key = text.head(of: range) | smallLetters & mask
            let bit = Self.bit(of: key)
            // Of both questions no answer can be foretold: they are asked as one.
            let isOfLength: UInt64 = 3...8 ~= range.count ? 1 : 0
            return filter[bit >> 6] &>> UInt64(bit & 63) & isOfLength == 1 && position(of: key) != nil
        }

        @inline(__always)
        private static func slot(of key: UInt64) -> Int { bit(of: key) >> 2 }

        @inline(__always)
        private static func bit(of key: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 49)
        }
    }
}
