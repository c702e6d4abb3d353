/// Text written into HTML so that it stays text, between tags and in attributes of either quote.
package enum HTMLText {
    // A bit for each special character: all of them lie below 64.
    private static let everywhere: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    private static let betweenTags: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: [UInt8], to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { bytes in unsafe append(bytes, escaping: everywhere, to: &output)
        }
    }

    /// Appends a stretch of UTF-8 text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { bytes in unsafe append(bytes, escaping: everywhere, to: &output)
        }
    }

    /// Appends a text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: String, to output: inout [UInt8]) {
        // A text that is held otherwise than as UTF-8 is copied; none of ours is.
        let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe append(bytes, escaping: everywhere, to: &output)
        }
        if isDone == nil { append(Array(text.utf8), to: &output) }
    }

    /// Appends a text that will stand between tags, never in an attribute: quotes stay as they are.
    package static func appendContent(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in unsafe appendContent(bytes, to: &output) }
    }

    /// Appends text that will stand between tags, never in an attribute: quotes stay as they are.
    static func appendContent(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        unsafe append(bytes, escaping: betweenTags, to: &output)
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, escaping special: UInt64, to output: inout [UInt8]
    ) {
        var start = 0
        var index = 0
        while index < bytes.count {
            // Eight letters are passed at a glance.
            if index + 8 <= bytes.count, unsafe !mayHoldSpecial(eightBytes(of: bytes, at: index)) {
                index += 8
                continue
            }
            let byte = unsafe bytes[index]
            // Shifting by 64 and more leaves no bit, so that no letter needs to be told from a space.
            guard (special >> UInt64(byte)) & 1 != 0 else {
                index += 1
                continue
            }
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            appendReference(to: byte, to: &output)
            index += 1
            start = index
        }
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    @inline(__always)
    private static func eightBytes(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
        unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// Whether one of eight bytes is a special character: never false where one is.
    ///
    /// A byte is nothing once it is compared, bit by bit, with itself; a byte that is nothing borrows from its highest bit
    /// when 1 is taken from it. `&` and `'` differ in one bit alone, and so do `<` and `>`.
    @inline(__always)
    private static func mayHoldSpecial(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func borrows(_ difference: UInt64) -> UInt64 { (difference &- ones) & ~difference }
        let quotes = borrows(bytes ^ (ones &* 0x22))
        let ampersands = borrows((bytes | ones) ^ (ones &* 0x27))
        let brackets = borrows((bytes | (ones &* 2)) ^ (ones &* 0x3E))
        return (quotes | ampersands | brackets) & (ones &* 0x80) != 0
    }

    private static func appendReference(to byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x22: output.append(literal: "&quot;")
        case 0x26: output.append(literal: "&amp;")
        case 0x27: output.append(literal: "&#39;")
        case 0x3C: output.append(literal: "&lt;")
        default: output.append(literal: "&gt;")
        }
    }
}
