/// Values packed into bytes one behind the other, as caches keep them: whoever reads them must know what comes.
@usableFromInline
package struct PackedWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Gives away what was written and begins anew.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// The bytes without room for more, for those that are kept.
    package var exactBytes: [UInt8] {
        var exact: [UInt8] = []
        exact.reserveCapacity(bytes.count)
        exact += bytes
        return exact
    }

    /// Seven bits a byte, the lowest first (LEB128).
    @usableFromInline
    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Small numbers of either sign take one byte.
    package mutating func write(_ number: Int64) {
        write(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    package mutating func write(_ number: Int) { write(Int64(number)) }

    @usableFromInline
    package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    @usableFromInline
    package mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes.append(text: text)
    }

    package mutating func write(_ other: [UInt8]) {
        write(UInt64(other.count))
        bytes += other
    }

    package mutating func write(_ other: Span<UInt8>) {
        write(UInt64(other.count))
        bytes.append(other)
    }

    /// The rest of what another reader has, as data.
    package mutating func write(restOf reader: PackedReader) { write(reader.restOfBytes) }

    @inlinable
    package mutating func write(_ value: some Packable) { value.pack(into: &self) }

    @inlinable
    package mutating func write<Word: RawRepresentable>(word: Word) where Word.RawValue == String {
        write(word.rawValue)
    }

    @inlinable
    package mutating func write<Value>(
        _ value: Value?, _ write: (inout PackedWriter, Value) -> Void
    ) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    @inlinable
    package mutating func write<Value>(
        _ values: some Collection<Value>, _ write: (inout PackedWriter, Value) -> Void
    ) {
        self.write(UInt64(values.count))
        for value in values { write(&self, value) }
    }

    @usableFromInline
    package mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    @inlinable
    package mutating func write(_ value: (some Packable)?) {
        write(value != nil)
        if let value { value.pack(into: &self) }
    }

    @inlinable
    package mutating func write(_ values: [some Packable]) {
        write(UInt64(values.count))
        for value in values { value.pack(into: &self) }
    }

    package mutating func write(_ texts: [String]) {
        write(UInt64(texts.count))
        for text in texts { write(text) }
    }

    @inlinable
    package mutating func write<Word: RawRepresentable>(word: Word?) where Word.RawValue == String {
        write(word?.rawValue)
    }
}

/// A value that a cache can keep.
@usableFromInline
package protocol Packable {
    func pack(into writer: inout PackedWriter)
    init(from reader: inout PackedReader) throws(PackedFailure)
}

/// Bytes that are not what was packed: damaged, cut off or of another version.
@usableFromInline
package struct PackedFailure: Error {
    @usableFromInline package init() {}
}
