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
        let text = text(place)
        guard text.count + rest <= document.freeCapacity else { return }
        unsafe bytes.withUnsafeBytes {
            unsafe document.append(copying: UnsafeRawBufferPointer(rebasing: $0[text]))
        }
    }

    /// Whether the text at a place has no byte.
    package func isEmpty(_ place: Int) -> Bool { text(place).isEmpty }

    /// Whether the text at a place is another one.
    package func isEqual(_ place: Int, to other: [UInt8]) -> Bool {
        bytes.span.extracting(text(place)).equals(other.span)
    }

    @inlinable
    @inline(__always)
    func text(_ place: Int) -> Range<Int> {
        guard ends >= range.lowerBound else { return 0..<0 }
        let start = range.lowerBound + (place > 0 ? end(place - 1) : 0)
        let end = range.lowerBound + end(place)
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

/// Writes groups of texts, each as `PackedTexts` reads it, one group behind the other: a text is added to `bytes`, and
/// then ended.
package struct PackedTextsWriter: Sendable {
    /// How many bytes tell where a text ends.
    @inlinable static var endSize: Int { 4 }

    package var bytes: [UInt8] = []
    private var start = 0
    private var ends: [UInt32] = []

    /// - Parameter capacity: how many bytes there is room for at first.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Ends a text of the group: what was added since the last one.
    package mutating func endText() {
        ends.append(UInt32(truncatingIfNeeded: bytes.count - start))
    }

    /// Ends the group, and tells how many bytes it has; what is added then belongs to the next.
    package mutating func endGroup() -> Int {
        unsafe bytes.fill(ends.count * Self.endSize) { room in
            for place in ends.indices {
                unsafe room.storeBytes(
                    of: ends[place].littleEndian, toByteOffset: place * Self.endSize, as: UInt32.self)
            }
            return ends.count * Self.endSize
        }
        ends.removeAll(keepingCapacity: true)
        defer { start = bytes.count }
        return bytes.count - start
    }
}
