/// Texts one behind the other, with where each ends behind the last: each is copied from where it stands.
///
/// Damaged bytes give other texts or none, never a trap.
package struct PackedTexts: Sendable {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let range: Range<Int>
    /// Where what tells the ends begins.
    @usableFromInline let ends: Int

    /// Looks at so many texts as the bytes of a range, which ends with theirs, as `PackedTextsWriter` wrote them.
    package init(_ bytes: [UInt8], _ range: Range<Int>, count: Int) {
        self.bytes = bytes
        self.range = range.clamped(to: bytes.indices)
        ends = self.range.upperBound - count * PackedTextsWriter.endSize
    }

    /// How many bytes they have together, and what tells their ends.
    package var byteCount: Int { range.count }

    /// Adds the text at a place to a document. Damaged texts may be more than all of them: what would leave less room than
    /// `rest` bytes is passed over.
    @inlinable
    @inline(__always)
    package func append(_ place: Int, to document: inout OutputSpan<UInt8>, leaving rest: Int) {
        append(place...place, to: &document, leaving: rest)
    }

    /// The same for texts that stand one behind the other, in one piece.
    @inlinable
    @inline(__always)
    package func append(
        _ places: ClosedRange<Int>, to document: inout OutputSpan<UInt8>, leaving rest: Int
    ) {
        let texts = texts(places)
        guard texts.count + rest <= document.freeCapacity else { return }
        unsafe bytes.withUnsafeBytes {
            unsafe document.append(copying: UnsafeRawBufferPointer(rebasing: $0[texts]))
        }
    }

    /// Whether the text at a place has no byte.
    package func isEmpty(_ place: Int) -> Bool { texts(place...place).isEmpty }

    /// Whether the text at a place is another one.
    package func isEqual(_ place: Int, to other: [UInt8]) -> Bool {
        bytes.span.extracting(texts(place...place)).equals(other.span)
    }

    @inlinable
    @inline(__always)
    func texts(_ places: ClosedRange<Int>) -> Range<Int> {
        guard ends >= range.lowerBound else { return 0..<0 }
        let start = range.lowerBound + (places.lowerBound > 0 ? end(places.lowerBound - 1) : 0)
        let end = range.lowerBound + end(places.upperBound)
        return start < end && end <= ends ? start..<end : 0..<0
    }

    /// Where a text ends, from the first one's beginning on.
    @inlinable
    @inline(__always)
    func end(_ place: Int) -> Int {
        let offset = ends + place * PackedTextsWriter.endSize
        guard place >= 0, offset + PackedTextsWriter.endSize <= range.upperBound else { return 0 }
        return unsafe bytes.withUnsafeBytes {
            Int(unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
    }
}
