/// Appends a text as XML 1.0 character data in UTF-8: markup escaped, forbidden characters as U+FFFD.
///
/// The result stands as it is between tags and, with `inAttribute`, between quotes of either kind: there tabs and line
/// ends are character references, since attribute values are normalized otherwise (XML 1.0, 3.3.3). A carriage return
/// is a reference everywhere (2.11).
package func appendXMLEscaped(_ text: String, to bytes: inout [UInt8], inAttribute: Bool = false) {
    XMLEscapes(inAttribute ? .attribute : .content).append(text, to: &bytes)
}

/// Appends UTF-8 text, such as a feed's HTML, as XML 1.0 character data between tags.
package func appendXMLEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe XMLEscapes(.content).append($0, to: &bytes) }
}

/// Which bytes of a text are written otherwise at a place of a document, and as what.
struct XMLEscapes {
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
    }

    func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { unsafe append($0, to: &bytes) }
    }

    func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var added = 0
        var isPlain = true
        for index in utf8.indices {
            let byte = unsafe utf8[index]
            guard isSpecial(byte) else { continue }
            isPlain = false
            added += Self.length(of: byte) - 1
        }
        guard !isPlain else { return unsafe bytes.append(contentsOf: utf8) }
        unsafe bytes.append(utf8.count + added) { unsafe write(utf8, into: $0) }
    }

    @inline(__always)
    private func isSpecial(_ byte: UInt8) -> Bool {
        byte < 64 ? (special >> UInt64(byte)) & 1 != 0 : byte == 0xEF
    }

    /// How many bytes a special byte is written in.
    private static func length(of byte: UInt8) -> Int {
        switch byte {
        case 0x26, 0x0D, 0x27, 0x0A: 5
        case 0x22: 6
        case 0x3C, 0x3E, 0x09: 4
        case 0xEF: 1
        default: 3
        }
    }

    private static func reference(for byte: UInt8) -> StaticString {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        case 0x09: "&#9;"
        case 0x0A: "&#10;"
        case 0x0D: "&#13;"
        default: "\u{FFFD}"
        }
    }

    private func write(_ utf8: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) {
        var end = 0
        var index = 0
        while index < utf8.count {
            let byte = unsafe utf8[index]
            index += 1
            guard isSpecial(byte) else {
                unsafe room[end] = byte
                end += 1
                continue
            }
            if byte == 0xEF {
                unsafe room[end] = byte
                end += 1
                guard unsafe index + 1 < utf8.count && utf8[index] == 0xBF && utf8[index + 1] >= 0xBE else {
                    continue
                }
                // U+FFFE and U+FFFF take three bytes, as what stands for them does.
                unsafe room[end] = 0xBF
                unsafe room[end + 1] = 0xBD
                end += 2
                index += 2
                continue
            }
            let reference = Self.reference(for: byte)
            for place in 0..<reference.utf8CodeUnitCount {
                unsafe room[end + place] = reference.utf8Start[place]
            }
            end += reference.utf8CodeUnitCount
        }
    }
}
