/// Appends a text as XML 1.0 character data in UTF-8: markup escaped, forbidden characters as U+FFFD.
///
/// The result stands as it is between tags and, with `inAttribute`, between quotes of either kind: there tabs and line
/// ends are character references, since attribute values are normalized otherwise (XML 1.0, 3.3.3). A carriage return
/// is a reference everywhere (2.11).
package func appendXMLEscaped(_ text: String, to bytes: inout [UInt8], inAttribute: Bool = false) {
    var text = text
    text.withUTF8 { utf8 in unsafe appendXMLEscaped(utf8, to: &bytes, inAttribute: inAttribute) }
}

/// Appends UTF-8 text, such as a feed's HTML, as XML 1.0 character data between tags.
package func appendXMLEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { utf8 in
        unsafe appendXMLEscaped(utf8, to: &bytes, inAttribute: false)
    }
}

private func appendXMLEscaped(
    _ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], inAttribute: Bool
) {
    var index = 0
    // What needs no escaping is copied in one piece: most of a feed is such text.
    var start = 0
    func copy(upTo end: Int) {
        if start < end { unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end])) }
    }
    while index < utf8.count {
        let byte = unsafe utf8[index]
        index += 1
        if byte >= 0x20, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">"),
            byte != 0xEF,
            !inAttribute || byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
        {
            continue
        }
        var length = 1
        let replacement: StaticString
        switch byte {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case UInt8(ascii: "'"): replacement = "&#39;"
        case 0x09 where inAttribute: replacement = "&#9;"
        case 0x0A where inAttribute: replacement = "&#10;"
        case 0x09, 0x0A: continue
        case 0x0D: replacement = "&#13;"
        case 0xEF:
            guard unsafe index + 1 < utf8.count && utf8[index] == 0xBF && utf8[index + 1] >= 0xBE else {
                continue
            }
            length = 3
            replacement = "\u{FFFD}"
        default: replacement = "\u{FFFD}"
        }
        copy(upTo: index - 1)
        bytes.append(literal: replacement)
        index += length - 1
        start = index
    }
    copy(upTo: utf8.count)
}
