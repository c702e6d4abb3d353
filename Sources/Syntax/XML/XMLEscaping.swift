/// Appends a text as XML 1.0 character data in UTF-8: markup escaped, forbidden characters as U+FFFD.
///
/// The result stands as it is between tags and, with `inAttribute`, between quotes of either kind: there tabs and line
/// ends are character references, since attribute values are normalized otherwise (XML 1.0, 3.3.3). A carriage return
/// is a reference everywhere (2.11).
package func appendXMLEscaped(_ text: String, to bytes: inout [UInt8], inAttribute: Bool = false) {
    var text = text
    text.withUTF8 { utf8 in
        var index = 0
        while index < utf8.count {
            let byte = unsafe utf8[index]
            index += 1
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'") where inAttribute: bytes.append(contentsOf: "&#39;".utf8)
            case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
            case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: bytes.append(contentsOf: XMLCharacters.replacement)
            case 0xEF where unsafe index + 1 < utf8.count && utf8[index] == 0xBF && utf8[index + 1] >= 0xBE:
                bytes.append(contentsOf: XMLCharacters.replacement)
                index += 2
            default: bytes.append(byte)
            }
        }
    }
}
