/// The name of a key that stands in the program, of at most sixteen bytes: what it is found by in a `YAMLKeyTable` is told
/// when the program is compiled.
@usableFromInline
package struct YAMLKeyName: ExpressibleByStringLiteral, Sendable {
    @usableFromInline let mark: YAMLKeyMark

    @inlinable
    @inline(__always)
    package init(stringLiteral name: StaticString) {
        mark = YAMLKeyMark(name)
        precondition(mark.tellsAll)
    }
}

/// What a name and the bytes of a key are compared by.
@usableFromInline
struct YAMLKeyMark: Equatable, Sendable {
    /// The first eight bytes, zeros above the last of a shorter name.
    @usableFromInline let head: UInt64
    /// The last eight bytes of a longer name.
    @usableFromInline let tail: UInt64
    @usableFromInline let count: Int

    @inline(__always)
    init(_ range: Range<Int>, in text: Span<UInt8>) {
        head = text.head(of: range)
        tail = range.count > 8 ? text.word(at: range.upperBound - 8) : 0
        count = range.count
    }

    @inlinable
    @inline(__always)
    init(_ name: StaticString) {
        head = name.head
        tail = name.utf8CodeUnitCount > 8 ? name.word(at: name.utf8CodeUnitCount - 8) : 0
        count = name.utf8CodeUnitCount
    }

    /// Whether that is all of the bytes.
    @inlinable
    @inline(__always)
    var tellsAll: Bool { count <= 16 }

    /// Where to look for it first among the slots of a table.
    @inline(__always)
    func slot(_ shift: UInt64) -> Int {
        let mixed = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> shift)
    }
}

extension StaticString {
    /// The first eight bytes, the first in the lowest bits, zeros above the last.
    @inlinable
    @inline(__always)
    package var head: UInt64 {
        let count = utf8CodeUnitCount
        if count >= 8 { return word(at: 0) }
        // The first and the last of them, which may be partly the same.
        if count >= 4 {
            let (first, last) = unsafe (load(0, UInt32.self), load(count - 4, UInt32.self))
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 4))
        }
        if count >= 2 {
            let (first, last) = unsafe (load(0, UInt16.self), load(count - 2, UInt16.self))
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 2))
        }
        return count == 0 ? 0 : unsafe UInt64(load(0, UInt8.self))
    }

    /// Eight bytes from an offset on, the first in the lowest bits; as many must follow.
    @inlinable
    @inline(__always)
    func word(at offset: Int) -> UInt64 { unsafe load(offset, UInt64.self) }

    @inlinable
    @inline(__always)
    @unsafe
    func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _ type: Number.Type) -> Number {
        unsafe Number(littleEndian: UnsafeRawPointer(utf8Start + offset).loadUnaligned(as: type))
    }

    /// Whether the text stands in a range of as many bytes whose head is the same.
    func standsOn(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        var step = 8
        while step < utf8CodeUnitCount {
            if unsafe utf8Start[step] != bytes[range.lowerBound + step] { return false }
            step += 1
        }
        return true
    }
}
