/// Text put together as the bytes that are written, without a `String` for each piece.
extension [UInt8] {
    /// Appends the bytes of our own words, which need no escaping.
    @inline(__always)
    package mutating func append(literal text: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a text as it is.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { unsafe append(contentsOf: $0) }
    }

    /// Appends a number in decimal digits with zeros before it up to `width`; a negative one begins with its sign, which
    /// counts as a digit.
    package mutating func append(number: Int, width: Int = 1) {
        var size = width
        var limit = 10
        for _ in 1..<Swift.max(width, 1) { limit *= 10 }
        guard number >= 0 else {
            let text = String(number)
            append(contentsOf: repeatElement(0x30, count: Swift.max(0, width - text.utf8.count)))
            return append(text: text)
        }
        while number >= limit {
            size += 1
            let (next, isTooLarge) = limit.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            limit = next
        }
        append(contentsOf: repeatElement(0x30, count: size))
        var rest = number
        var place = count - 1
        while rest > 0 {
            self[place] = 0x30 + UInt8(rest % 10)
            rest /= 10
            place -= 1
        }
    }

    /// Appends room for `count` bytes, which `fill` writes all of.
    mutating func append(_ count: Int, filledBy fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        let start = self.count
        append(contentsOf: repeatElement(0, count: count))
        unsafe withUnsafeMutableBufferPointer { all in
            unsafe fill(UnsafeMutableBufferPointer(rebasing: all[start...]))
        }
    }
}
