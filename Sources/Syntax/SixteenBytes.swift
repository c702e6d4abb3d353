/// Sixteen bytes at a time, for passes over whole texts.
extension Span<UInt8> {
    /// Sixteen bytes from an offset on; as many must follow.
    @inlinable
    @inline(__always)
    package func sixteen(at offset: Int) -> SIMD16<UInt8> {
        precondition(offset >= 0 && offset + 16 <= count)
        return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
    }

    /// Sixteen bytes from an offset on, and those from a byte before it and from a byte behind it on; as many must be there.
    @inlinable
    @inline(__always)
    package func sixteen(
        around offset: Int
    ) -> (before: SIMD16<UInt8>, here: SIMD16<UInt8>, after: SIMD16<UInt8>) {
        precondition(offset > 0 && offset &+ 17 <= count)
        let bytes = unsafe bytes
        return (
            unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &- 1, as: SIMD16<UInt8>.self),
            unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self),
            unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 1, as: SIMD16<UInt8>.self)
        )
    }

    /// Sixteen bytes from an offset on, zeros for those that are missing behind the last.
    @inlinable
    @inline(__always)
    package func sixteen(paddedAt offset: Int) -> SIMD16<UInt8> {
        if offset &+ 16 <= count { return sixteen(at: offset) }
        let first = head(of: offset..<count)
        let last = head(of: Swift.min(offset + 8, count)..<count)
        return unsafe unsafeBitCast(
            SIMD2<UInt64>(first.littleEndian, last.littleEndian), to: SIMD16<UInt8>.self)
    }
}

extension SIMD16<UInt8> {
    /// The same byte sixteen times, to be held against other bytes: against a single one they would be held one by one.
    @inlinable
    @inline(__always)
    package static func each(_ byte: UInt8) -> Self { Self(repeating: byte) }

    /// Those of sixteen bytes that are a letter, mark or blank of ASCII.
    @inline(__always)
    private var plain: SIMDMask<SIMD16<Int8>> { (self &- .each(0x20)) .< .each(0x5F) }

    /// Whether each of sixteen bytes is a letter, mark or blank of ASCII.
    @inline(__always)
    var isPlainASCII: Bool { plain.areAll }

    /// Whether each of sixteen bytes is a letter, mark or blank of ASCII, or a line feed.
    @inline(__always)
    var isPlainLines: Bool { plainLines.areAll }

    /// Whether each of these and of another sixteen bytes is a letter, mark or blank of ASCII, or a line feed.
    @inline(__always)
    func isPlainLines(with other: Self) -> Bool { (plainLines .& other.plainLines).areAll }

    @inline(__always)
    private var plainLines: SIMDMask<SIMD16<Int8>> { plain .| (self .== .each(0x0A)) }

    /// Whether none of sixteen bytes is of a character beyond ASCII.
    @inlinable
    @inline(__always)
    package var isASCII: Bool {
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (words[0] | words[1]) & UInt64.tops == 0
    }

    /// Those of sixteen bytes that are control characters, DEL apart, or beyond ASCII.
    @inline(__always)
    var beyondPrint: SIMDMask<SIMD16<Int8>> {
        unsafe unsafeBitCast(self, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0x20)
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// The top bits of those of the first eight bytes and of the last eight that are meant.
    @inlinable
    @inline(__always)
    package var marks: (first: UInt64, last: UInt64) {
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: words[0]) & UInt64.tops, UInt64(littleEndian: words[1]) & UInt64.tops)
    }

    /// Whether any of sixteen bytes is meant.
    @inlinable
    @inline(__always)
    package var isAny: Bool {
        let marks = marks
        return marks.first | marks.last != 0
    }

    /// Whether all sixteen bytes are meant.
    @inlinable
    @inline(__always)
    package var areAll: Bool {
        let marks = marks
        return marks.first & marks.last == UInt64.tops
    }
}
