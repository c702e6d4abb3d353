/// Pieces of XML for documents that are mostly copied: written as `XMLWriter` writes them, without its stack of elements.
extension [UInt8] {
    /// Appends an element that holds nothing but a text, or nothing.
    package mutating func append(element name: StaticString, _ content: String) {
        append(literal: "<")
        append(literal: name)
        guard !content.isEmpty else { return append(literal: "/>") }
        append(literal: ">")
        XMLEscapes(.quotedContent).append(content, to: &self)
        append(literal: "</")
        append(literal: name)
        append(literal: ">")
    }

    /// Appends a text as it stands in the double quotes of an attribute, in ASCII alone.
    package mutating func append(quoted text: String) { XMLEscapes.appendQuoted(text, to: &self) }
}

extension XMLEscapes {
    /// Appends what stands in double quotes, in ASCII alone: other characters as references by their numbers.
    static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        let quoted = XMLEscapes(.quotedAttribute)
        guard !text.utf8Span.span.isPlainASCII else { return quoted.append(text, to: &bytes) }
        for scalar in text.unicodeScalars {
            let allowed = XMLCharacters.isAllowed(scalar) ? scalar : "\u{FFFD}"
            if allowed.isASCII {
                quoted.append(String(allowed), to: &bytes)
            } else {
                bytes.append(literal: "&#x")
                bytes.append(text: String(allowed.value, radix: 16, uppercase: true))
                bytes.append(literal: ";")
            }
        }
    }
}

extension Span<UInt8> {
    /// Whether each byte is a letter, mark or blank of ASCII.
    fileprivate var isPlainASCII: Bool {
        var offset = 0
        while offset + 8 <= count {
            guard word(at: offset).isPlainASCII else { return false }
            offset += 8
        }
        while offset < count {
            guard (0x20..<0x7F).contains(self[offset]) else { return false }
            offset += 1
        }
        return true
    }
}
