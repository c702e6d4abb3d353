import Digests

/// A seed phrase of BIP 39: 12, 15, 18, 21 or 24 words of the English list whose checksum holds.
enum MnemonicPhrase {
    /// The phrases in a text, as UTF-8 offsets from the first word to the last. Numbers, commas and line breaks between the
    /// words do not hide one; letter case does not count.
    static func found(in bytes: [UInt8]) -> [Range<Int>] {
        mayHoldPhrase(bytes) ? search(bytes) : []
    }

    /// Whether twelve words of the list may follow each other somewhere.
    ///
    /// They are 47 bytes at least, each of three letters, so that one byte of each phrase shows in steps of 47: it lies in
    /// a word of the list or between two, and there are eleven more around that word.
    static func mayHoldPhrase(_ bytes: [UInt8]) -> Bool {
        let text = bytes.span
        var probe = 46
        while probe < text.count {
            if count(around: probe, text) >= 12 { return true }
            probe += 47
        }
        return false
    }

    /// How many words of the list follow each other around an offset, as far as twelve.
    private static func count(around offset: Int, _ text: Span<UInt8>) -> Int {
        var start = offset
        // Between two words of a phrase are 24 bytes at most.
        while start < text.count, !text[start].isLetter {
            guard start - offset < 24 else { return 0 }
            start += 1
        }
        while start > 0, text[start - 1].isLetter {
            guard offset - start < 8 else { return 0 }
            start -= 1
        }
        var (count, index) = (0, start)
        while count < 12, let end = endOfListed(index, text) {
            count += 1
            index = end
            while index < text.count, index - end <= 24, !text[index].isLetter { index += 1 }
        }
        guard count > 0 else { return 0 }
        index = start
        while count < 12 {
            var end = index
            while end > 0, index - end <= 24, !text[end - 1].isLetter { end -= 1 }
            var first = end
            while first > 0, end - first <= 8, text[first - 1].isLetter { first -= 1 }
            guard first < end, endOfListed(first, text) == end else { break }
            count += 1
            index = first
        }
        return count
    }

    /// The end of the word that begins at an offset, where the list has it.
    private static func endOfListed(_ start: Int, _ text: Span<UInt8>) -> Int? {
        var end = start
        var key: UInt64 = 0
        while end < text.count, text[end].isLetter {
            guard end - start < 8 else { return nil }
            key = key << 8 | UInt64(text[end] | 0x20)
            end += 1
        }
        return end - start >= 3 && list.position(of: key) != nil ? end : nil
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
                if index - start < 8 { key = key << 8 | UInt64(bytes[index] | 0x20) }
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

    /// Words of up to eight letters by their bytes, in a table of open addresses.
    struct WordTable {
        private var keys: [UInt64]
        private var positions: [Int16]
        private static let size = 8192

        init(_ text: String) {
            keys = Array(repeating: 0, count: Self.size)
            positions = Array(repeating: -1, count: Self.size)
            var position: Int16 = 0
            for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                let key = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                var slot = Self.slot(of: key)
                while positions[slot] >= 0 { slot = (slot + 1) % Self.size }
                (keys[slot], positions[slot]) = (key, position)
                position += 1
            }
        }

        func position(of key: UInt64) -> Int? {
            var slot = Self.slot(of: key)
            while positions[slot] >= 0 {
                if keys[slot] == key { return Int(positions[slot]) }
                slot = (slot + 1) % Self.size
            }
            return nil
        }

        private static func slot(of key: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
        }
    }
}
