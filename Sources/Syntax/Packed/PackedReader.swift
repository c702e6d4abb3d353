/// Reads back what a `PackedWriter` wrote, in the same order. Damaged bytes are a failure, never a trap.
@usableFromInline
package struct PackedReader: Sendable {
    private let bytes: [UInt8]
    /// Where what may be read ends.
    private let end: Int
    private var place = 0

    package init(_ bytes: [UInt8]) {
        self.init(bytes, bytes.indices)
    }

    /// Reads a part of the bytes, which must lie in them, without a copy of it.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        place = range.lowerBound
        end = range.upperBound
    }

    package var isAtEnd: Bool { rest == 0 }
    /// How many bytes were not read yet.
    @usableFromInline package var rest: Int { end - place }

    @usableFromInline
    package mutating func number() throws(PackedFailure) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < end, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw PackedFailure()
    }

    @usableFromInline
    package mutating func signed() throws(PackedFailure) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    @inlinable
    package mutating func integer<Number: FixedWidthInteger>() throws(PackedFailure) -> Number {
        guard let number = Number(exactly: try signed()) else { throw PackedFailure() }
        return number
    }

    @usableFromInline
    package mutating func flag() throws(PackedFailure) -> Bool {
        guard place < end, bytes[place] <= 1 else { throw PackedFailure() }
        defer { place += 1 }
        return bytes[place] == 1
    }

    @usableFromInline
    package mutating func text() throws(PackedFailure) -> String {
        let range = try range()
        return String(decoding: bytes[range], as: UTF8.self)
    }

    package mutating func data() throws(PackedFailure) -> [UInt8] {
        let range = try range()
        return Array(bytes[range])
    }

    /// Data to be read later, without a copy of it.
    package mutating func part() throws(PackedFailure) -> PackedReader {
        PackedReader(bytes, try range())
    }

    /// What is still to be read, in a new array.
    package var restOfBytes: [UInt8] { Array(bytes[place..<end]) }

    @inlinable
    package mutating func word<Word: RawRepresentable>() throws(PackedFailure) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try text()) else { throw PackedFailure() }
        return word
    }

    @inlinable
    package mutating func value<Value: Packable>() throws(PackedFailure) -> Value {
        try Value(from: &self)
    }

    @inlinable
    package mutating func optional<Value>(
        _ read: (inout PackedReader) throws(PackedFailure) -> Value
    ) throws(PackedFailure) -> Value? {
        try flag() ? try read(&self) : nil
    }

    @inlinable
    package mutating func list<Value>(
        _ read: (inout PackedReader) throws(PackedFailure) -> Value
    ) throws(PackedFailure) -> [Value] {
        let count = try number()
        // Each value takes a byte at least: a damaged count must not reserve memory.
        guard count <= UInt64(rest) else { throw PackedFailure() }
        var values: [Value] = []
        values.reserveCapacity(Int(count))
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    package mutating func optionalText() throws(PackedFailure) -> String? {
        try optional { reader throws(PackedFailure) in try reader.text() }
    }

    @inlinable
    package mutating func optionalValue<Value: Packable>() throws(PackedFailure) -> Value? {
        try optional { reader throws(PackedFailure) in try Value(from: &reader) }
    }

    @inlinable
    package mutating func optionalWord<Word: RawRepresentable>() throws(PackedFailure) -> Word?
    where Word.RawValue == String {
        try optional { reader throws(PackedFailure) in try reader.word() }
    }

    @inlinable
    package mutating func values<Value: Packable>() throws(PackedFailure) -> [Value] {
        try list { reader throws(PackedFailure) in try Value(from: &reader) }
    }

    package mutating func texts() throws(PackedFailure) -> [String] {
        try list { reader throws(PackedFailure) in try reader.text() }
    }

    private mutating func range() throws(PackedFailure) -> Range<Int> {
        let count = try number()
        guard count <= UInt64(end - place) else { throw PackedFailure() }
        defer { place += Int(count) }
        return place..<place + Int(count)
    }
}
