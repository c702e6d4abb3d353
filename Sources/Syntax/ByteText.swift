/// Text put together as the bytes that are written, without a `String` for each piece.
extension [UInt8] {
    /// Appends the bytes of our own words, which need no escaping.
    @inline(__always)
    package mutating func append(literal text: StaticString) {
        unsafe append(copying: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a text as it is.
    package mutating func append(text: String) {
        unsafe text.withBytes { unsafe append(copying: UnsafeRawBufferPointer($0)) }
    }

    /// Appends bytes that stand elsewhere, in one piece: `append(contentsOf:)` asks a collection piece by piece.
    mutating func append(copying bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        unsafe fill(bytes.count) { room in
            unsafe room.copyMemory(from: start, byteCount: bytes.count)
            return bytes.count
        }
    }

    /// Appends a stretch of bytes that stand elsewhere.
    package mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe append(copying: $0) }
    }

    /// Appends a number in decimal digits with zeros before it up to `width`; the sign of a negative one counts as a
    /// digit, and stands behind the zeros.
    package mutating func append(number: Int, width: Int = 1) {
        guard number >= 0 else {
            let text = String(number)
            append(contentsOf: repeatElement(0x30, count: Swift.max(0, width - text.utf8.count)))
            return append(text: text)
        }
        var size = 1
        var rest = number / 10
        while rest > 0 {
            size += 1
            rest /= 10
        }
        size = Swift.max(size, width)
        unsafe fill(size) { room in
            var rest = number
            for place in stride(from: size - 1, through: 0, by: -1) {
                let digit = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                unsafe room.storeBytes(of: digit, toByteOffset: place, as: UInt8.self)
                rest /= 10
            }
            return size
        }
    }

    /// Appends what `write` writes into room for `count` bytes, which tells how many it wrote.
    @inline(__always)
    mutating func fill(_ count: Int, _ write: (UnsafeMutableRawPointer) -> Int) {
        append(addingCapacity: count) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                guard let start = room.baseAddress else { return }
                filled = unsafe write(UnsafeMutableRawPointer(start))
            }
        }
    }
}

extension String {
    /// Calls `body` with the text's UTF-8 where it stands.
    @inline(__always)
    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        // Every text of Swift's own stands in one piece; a copy of any other does.
        if unsafe utf8.withContiguousStorageIfAvailable({ unsafe body($0) }) != nil { return }
        var copy = self
        copy.withUTF8 { unsafe body($0) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends the bytes of our own words, which need no escaping and for which there must be room.
    @inlinable
    @inline(__always)
    package mutating func append(literal text: StaticString) {
        unsafe append(copying: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends bytes that stand elsewhere, for which there must be room.
    @inlinable
    @inline(__always)
    package mutating func append(copying bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count <= freeCapacity)
        unsafe withUnsafeMutableBufferPointer { room, filled in
            guard let start = room.baseAddress, let source = bytes.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(start + filled).copyMemory(from: source, byteCount: bytes.count)
            filled += bytes.count
        }
    }

    /// Appends a text as it is, for which there must be room.
    package mutating func append(text: String) {
        unsafe text.withBytes { unsafe append(copying: UnsafeRawBufferPointer($0)) }
    }

    /// Appends a number of tenths, as `12.5` or `12`, for which there must be room: 23 bytes.
    package mutating func append(tenths value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let (whole, tenth) = value.magnitude.quotientAndRemainder(dividingBy: 10)
        guard whole < 1000 else {
            for byte in String(whole).utf8 { append(byte) }
            return append(tenth: tenth)
        }
        // Dividing by what is known beforehand is a multiplication.
        if whole >= 100 { append(digit: whole / 100) }
        if whole >= 10 { append(digit: whole / 10 % 10) }
        append(digit: whole % 10)
        append(tenth: tenth)
    }

    @inline(__always)
    private mutating func append(tenth: UInt) {
        guard tenth > 0 else { return }
        append(UInt8(ascii: "."))
        append(digit: tenth)
    }

    @inline(__always)
    private mutating func append(digit: UInt) { append(0x30 + UInt8(truncatingIfNeeded: digit)) }

    /// Appends a stretch of bytes that stand elsewhere, for which there must be room.
    package mutating func append(_ bytes: [UInt8], in range: Range<Int>) {
        precondition(range.count <= freeCapacity && range.upperBound <= bytes.count)
        unsafe withUnsafeMutableBufferPointer { room, filled in
            guard let start = room.baseAddress else { return }
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe UnsafeMutableRawBufferPointer(start: start + filled, count: range.count)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
            filled += range.count
        }
    }
}
