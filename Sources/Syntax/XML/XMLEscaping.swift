/// Appends a text as XML 1.0 character data in UTF-8: markup escaped, forbidden characters as U+FFFD.
///
/// The result stands as it is between tags and, with `inAttribute`, between quotes of either kind: there tabs and line
/// ends are character references, since attribute values are normalized otherwise (XML 1.0, 3.3.3). A carriage return
/// is a reference everywhere (2.11).
package func appendXMLEscaped(_ text: String, to bytes: inout [UInt8], inAttribute: Bool = false) {
    XMLEscapes(inAttribute ? .attribute : .content).append(text, to: &bytes)
}

/// Appends UTF-8 text as XML 1.0 character data between tags.
package func appendXMLEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append($0, as: XMLEscapes(.content)) }
}

/// Which bytes of a text are written otherwise at a place of a document, and as what.
struct XMLEscapes: TextEscapes {
    enum Place {
        /// Between tags.
        case content
        /// Between tags, double quotes as references too.
        case quotedContent
        /// Between double quotes.
        case quotedAttribute
        /// Between quotes of either kind.
        case attribute
    }

    /// A bit for each special byte below 64; above, only the first byte of U+FFFE and U+FFFF is looked at.
    private let special: UInt64
    private let areQuotesMarks: Bool

    init(_ place: Place) {
        let controls: UInt64 = (1 << 0x20 - 1) & ~(1 << 0x09 | 1 << 0x0A)
        let markup: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
        let (quote, apostrophe, spaces): (UInt64, UInt64, UInt64) = (
            1 << 0x22, 1 << 0x27, 1 << 0x09 | 1 << 0x0A
        )
        switch place {
        case .content: special = controls | markup
        case .quotedContent: special = controls | markup | quote
        case .quotedAttribute: special = controls | markup | quote | spaces
        case .attribute: special = controls | markup | quote | spaces | apostrophe
        }
        areQuotesMarks = special & quote != 0
    }

    func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { unsafe bytes.append($0, as: self) }
    }

    @inline(__always)
    func marks(in eight: UInt64) -> UInt64 {
        let markup = eight.marks(of: 0x26) | eight.marks(of: 0x3C, or: 0x3E)
        let others = eight.controls | eight.marks(of: 0xEF)
        return areQuotesMarks
            ? markup | others | eight.marks(of: 0x22) | eight.marks(of: 0x27) : markup | others
    }

    @inline(__always)
    func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool {
        let markup = (sixteen .== .each(0x26)) .| ((sixteen | .each(0x02)) .== .each(0x3E))
        let others = (sixteen .< .each(0x20)) .| (sixteen .== .each(0xEF))
        guard areQuotesMarks else { return !(markup .| others).isAny }
        return !(markup .| others .| (sixteen .== .each(0x22)) .| (sixteen .== .each(0x27))).isAny
    }

    func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
        let byte = unsafe text[place]
        if byte == 0xEF { return unsafe Self.noncharacter(text, at: place) ?? Escape(byte) }
        // Shifting by 64 and more leaves no bit.
        guard (special >> UInt64(byte)) & 1 != 0 else { return Escape(byte) }
        return switch byte {
        case 0x26: Escape("&amp;")
        case 0x3C: Escape("&lt;")
        case 0x3E: Escape("&gt;")
        case 0x22: Escape("&quot;")
        case 0x27: Escape("&#39;")
        case 0x09: Escape("&#9;")
        case 0x0A: Escape("&#10;")
        case 0x0D: Escape("&#13;")
        default: Escape("\u{FFFD}")
        }
    }

    /// What stands for U+FFFE and U+FFFF, which XML forbids.
    static func noncharacter(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape? {
        guard unsafe place + 2 < text.count && text[place + 1] == 0xBF && text[place + 2] >= 0xBE else {
            return nil
        }
        var escape = Escape("\u{FFFD}")
        escape.taken = 3
        return escape
    }
}
