/// Eight bytes at a time, for passes over whole texts.
extension Span<UInt8> {
    /// Eight bytes from an offset on, the first in the lowest bits; as many must follow.
    @inlinable
    @inline(__always)
    package func word(at offset: Int) -> UInt64 {
        // As loops ask it, so that what they know is not asked again.
        precondition(offset >= 0 && offset + 8 <= count)
        return unsafe UInt64(
            littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    /// The first of up to eight bytes of a range, the first in the lowest bits, zeros above the last.
    @inlinable
    @inline(__always)
    package func head(of range: Range<Int>) -> UInt64 {
        if range.lowerBound &+ 8 <= count {
            let word = word(at: range.lowerBound)
            return range.count >= 8
                ? word : word & ((1 &<< UInt64(truncatingIfNeeded: 8 &* range.count)) &- 1)
        }
        var head: UInt64 = 0
        for step in 0..<Swift.min(8, range.count) {
            head |= UInt64(self[range.lowerBound + step]) << UInt64(8 * step)
        }
        return head
    }

    /// Whether a byte is marked, eight at a time; `marks` answers the top bits of those of eight bytes that are, and none
    /// for a zero.
    @inlinable
    @inline(__always)
    package func contains(where marks: (UInt64) -> UInt64) -> Bool {
        var offset = 0
        while offset + 8 <= count {
            if marks(word(at: offset)) != 0 { return true }
            offset += 8
        }
        return marks(head(of: offset..<count)) != 0
    }

    /// Where a byte stands first from an offset on; nil where it does not.
    package func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        var offset = offset
        while offset + 8 <= count {
            let marks = word(at: offset).marks(of: byte)
            if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < count {
            if self[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }

    /// Whether its bytes stand before others': the first that differs is less, or it is what these begin with.
    package func precedes(_ other: Span<UInt8>) -> Bool {
        let least = Swift.min(count, other.count)
        var offset = 0
        while offset + 8 <= least {
            let (one, two) = (word(at: offset), other.word(at: offset))
            if one != two { return one.byteSwapped < two.byteSwapped }
            offset += 8
        }
        let (one, two) = (head(of: offset..<least), other.head(of: offset..<least))
        return one == two ? count < other.count : one.byteSwapped < two.byteSwapped
    }

    /// Whether both hold the same bytes.
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var offset = 0
        while offset + 8 <= count {
            if word(at: offset) != other.word(at: offset) { return false }
            offset += 8
        }
        return head(of: offset..<count) == other.head(of: offset..<count)
    }
}

/// Words and characters of UTF-8 text, eight bytes at a time.
extension Span<UInt8> {
    /// The next words from an offset on between any two of which one blank stands, without blanks around them; nil where
    /// nothing but blanks and line feeds follows.
    package func words(from offset: Int) -> Range<Int>? {
        var start = offset
        while start < count, self[start] == 0x20 || self[start] == 0x0A { start += 1 }
        guard start < count else { return nil }
        var end = start
        while end < count {
            let eight = head(of: end..<count)
            let next = end + 9 <= count ? word(at: end + 1) : eight >> 8
            let gaps = next.marks(of: 0x20) | next.marks(of: 0x0A)
            let ends = eight.marks(of: 0x0A) | eight.marks(of: 0x20) & gaps
            if ends != 0 { return start..<end + ends.trailingZeroBitCount / 8 }
            end += 8
        }
        return start..<(self[count - 1] == 0x20 ? count - 1 : count)
    }

    /// How many characters (Unicode scalars) the text has.
    package var characterCount: Int {
        var (further, offset) = (0, 0)
        while offset < count {
            further += head(of: offset..<count).furtherBytes.markCount
            offset += 8
        }
        return count - further
    }

    /// How many letters it has: characters, blanks and line feeds apart.
    var letterCount: Int {
        var (others, offset) = (0, 0)
        while offset < count {
            let eight = head(of: offset..<count)
            others += (eight.furtherBytes | eight.marks(of: 0x20) | eight.marks(of: 0x0A)).markCount
            offset += 8
        }
        return count - others
    }

    /// How many bytes its first characters have, up to so many of these.
    package func byteCount(ofCharacters most: Int) -> Int {
        var (end, characters) = (0, 0)
        while end < count {
            if self[end] & 0xC0 != 0x80 { characters += 1 }
            if characters > most { break }
            end += 1
        }
        return end
    }
}

extension UInt64 {
    /// How many of eight bytes are marked, by their top bits.
    @inline(__always)
    var markCount: Int { Int(truncatingIfNeeded: ((self &>> 7) &* Self.ones) &>> 56) }

    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// The top bits of those of eight bytes that are a byte.
    @inlinable
    @inline(__always)
    package func marks(of byte: UInt8) -> UInt64 {
        let others = self ^ Self.ones &* UInt64(byte)
        return ~((others & ~Self.tops &+ ~Self.tops) | others) & Self.tops
    }

    /// The top bits of those of eight bytes that are a byte or its twin, which differs from it in one bit.
    @inline(__always)
    func marks(of byte: UInt8, or twin: UInt8) -> UInt64 {
        (self | Self.ones &* UInt64(byte ^ twin)).marks(of: byte | twin)
    }

    /// The top bits of those of eight bytes that are a byte but for some bits, none of which it has.
    @inline(__always)
    func marks(of byte: UInt8, ignoring bits: UInt8) -> UInt64 {
        (self & (Self.ones &* UInt64(~bits))).marks(of: byte)
    }

    /// The top bits of those of eight bytes that are no characters of ASCII.
    @inline(__always)
    var beyondASCII: UInt64 { self & Self.tops }

    /// The top bits of those of eight bytes of UTF-8 that are not the first of their character.
    @inline(__always)
    var furtherBytes: UInt64 { self & ~(self << 1) & Self.tops }

    /// The top bits of those of eight bytes that stand nowhere in UTF-8: 0xFE and 0xFF.
    @inline(__always)
    var beyondUTF8: UInt64 { marks(of: 0xFE, or: 0xFF) }

    /// The top bits of those of eight bytes that are control characters, DEL apart.
    @inline(__always)
    var controls: UInt64 { ~(((self | Self.tops) &- Self.ones &* 0x20) | self) & Self.tops }

    /// The top bits of those of eight bytes that are no letter, mark or blank of ASCII.
    @inline(__always)
    private var remarkable: UInt64 {
        // The top bit of a byte tells whether its lower ones are at least 0x20, and whether they are 0x7F.
        let isPrinted = (self | Self.tops) &- Self.ones &* 0x20
        let isDelete = (self & ~Self.tops) &+ Self.ones
        return (self | ~isPrinted | isDelete) & Self.tops
    }

    /// Whether each of eight bytes is a letter, mark or blank of ASCII.
    @inline(__always)
    var isPlainASCII: Bool { remarkable == 0 }

    /// The top bits of those of eight bytes that lie in a range of ASCII.
    @inlinable
    @inline(__always)
    package func marks(in range: ClosedRange<UInt8>) -> UInt64 {
        let low = self & ~Self.tops
        let reach = low &+ Self.ones &* UInt64(0x80 - range.lowerBound)
        let pass = low &+ Self.ones &* UInt64(0x7F - range.upperBound)
        return reach & ~pass & ~self & Self.tops
    }

    /// The top bits of those of eight bytes that are letters of ASCII.
    @inlinable
    @inline(__always)
    package var letterMarks: UInt64 {
        (self | Self.ones &* 0x20).marks(in: 0x61...0x7A)
    }

    /// The top bits of those of eight bytes that are not marked.
    @inlinable
    @inline(__always)
    package var otherMarks: UInt64 { ~self & Self.tops }
}
