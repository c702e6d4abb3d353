/// Text written into HTML so that it stays text, between tags and in attributes of either quote.
package enum HTMLText {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: [UInt8], to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe output.append($0, as: Escapes(areQuotesMarks: true)) }
    }

    /// Appends a stretch of UTF-8 text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe output.append($0, as: Escapes(areQuotesMarks: true)) }
    }

    /// Appends a stretch of UTF-8 text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe output.append($0, as: Escapes(areQuotesMarks: true)) }
    }

    /// Whether a text that will stand between tags is written as it stands.
    package static func isPlainContent(_ text: String) -> Bool {
        !text.utf8Span.span.contains { $0.marks(of: 0x26) | $0.marks(of: 0x3C, or: 0x3E) }
    }

    /// Whether a text is written as it stands.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let escapes = Escapes(areQuotesMarks: true)
        var place = 0
        while true {
            place += unsafe escapes.plainCount(of: UnsafeBufferPointer(rebasing: text[place...]))
            if place == text.count { return true }
            if unsafe escapes.escape(text, at: place).count > 1 { return false }
            place += 1
        }
    }

    /// Appends a text where it is written as it stands, and answers whether it was.
    static func appendPlain(_ text: String, to output: inout [UInt8]) -> Bool {
        var isPlain = false
        unsafe text.withBytes { bytes in
            isPlain = unsafe self.isPlain(bytes)
            if isPlain { unsafe output.append(copying: UnsafeRawBufferPointer(bytes)) }
        }
        return isPlain
    }

    /// Appends a text with `&`, `<`, `>`, `"` and `'` written as character references.
    package static func append(_ text: String, to output: inout [UInt8]) {
        unsafe text.withBytes { unsafe output.append($0, as: Escapes(areQuotesMarks: true)) }
    }

    /// Appends a text that will stand between tags, never in an attribute: quotes stay as they are.
    package static func appendContent(_ text: String, to output: inout [UInt8]) {
        unsafe text.withBytes { bytes in unsafe appendContent(bytes, to: &output) }
    }

    /// Appends a stretch of UTF-8 text that will stand between tags, never in an attribute: quotes stay as they are.
    static func appendContent(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { bytes in unsafe appendContent(bytes, to: &output) }
    }

    /// Appends text that will stand between tags, never in an attribute: quotes stay as they are.
    static func appendContent(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        unsafe output.append(bytes, as: Escapes(areQuotesMarks: false))
    }

    /// What is written otherwise between tags, and with `areQuotesMarks` in attributes as well.
    struct Escapes: TextEscapes {
        let areQuotesMarks: Bool

        @inline(__always)
        func marks(in eight: UInt64) -> UInt64 {
            let tags = eight.marks(of: 0x3C, or: 0x3E)
            return tags | (areQuotesMarks ? eight.marks(of: 0x22, ignoring: 0x05) : eight.marks(of: 0x26))
        }

        @inline(__always)
        func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool {
            let tags = (sixteen | .each(0x02)) .== .each(0x3E)
            let others =
                areQuotesMarks
                ? (sixteen & .each(0xFA)) .== .each(0x22) : sixteen .== .each(0x26)
            return !(tags .| others).isAny
        }

        func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
            switch unsafe text[place] {
            case 0x22: Escape("&quot;")
            case 0x26: Escape("&amp;")
            case 0x27: Escape("&#39;")
            case 0x3C: Escape("&lt;")
            case 0x3E: Escape("&gt;")
            // A number sign is seen among the quotes.
            default: unsafe Escape(text[place])
            }
        }
    }
}
