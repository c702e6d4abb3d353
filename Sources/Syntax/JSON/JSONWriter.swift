/// JSON as bytes: in canonical form for hashing, in one line, or indented for people.
package struct JSONWriter: Sendable {
    /// In which order and with how much room a document is written.
    package enum Style: Sendable {
        /// RFC 8785: members sorted by the UTF-16 code units of their keys, no space anywhere. What hashes are taken of.
        case canonical
        /// Members in the order given, no space anywhere.
        case compact
        /// Members in the order given, two spaces a level, a line feed at the end.
        case indented
    }

    /// The bytes of a document.
    package static func bytes(of value: JSONValue, _ style: Style = .compact) -> [UInt8] {
        var out: [UInt8] = []
        append(value, style, to: &out)
        if case .indented = style { out.append(0x0A) }
        return out
    }

    /// Adds a document to a buffer, without a line feed behind it; one that will stand within another begins at its
    /// `depth` of levels.
    package static func append(
        _ value: JSONValue, _ style: Style = .compact, depth: Int = 0, to out: inout [UInt8]
    ) {
        JSONWriter(style: style).append(value, depth: depth, to: &out)
    }

    private let style: Style

    private func append(_ value: JSONValue, depth: Int, to out: inout [UInt8]) {
        switch value {
        case .null: out.append(literal: "null")
        case .bool(let value): out.append(literal: value ? "true" : "false")
        case .integer(let number): out.append(number: number)
        case .decimal(let text): out.append(text: text)
        case .string(let text): Self.appendString(text, to: &out)
        case .array(let elements):
            out.append(0x5B)
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(0x2C) }
                breakLine(depth + 1, to: &out)
                append(element, depth: depth + 1, to: &out)
            }
            if !elements.isEmpty { breakLine(depth, to: &out) }
            out.append(0x5D)
        case .object(let members):
            out.append(0x7B)
            for (index, member) in ordered(members).enumerated() {
                if index > 0 { out.append(0x2C) }
                breakLine(depth + 1, to: &out)
                Self.appendString(member.key, to: &out)
                out.append(0x3A)
                if case .indented = style { out.append(0x20) }
                append(member.value, depth: depth + 1, to: &out)
            }
            if !members.isEmpty { breakLine(depth, to: &out) }
            out.append(0x7D)
        }
    }

    private func breakLine(_ depth: Int, to out: inout [UInt8]) {
        guard case .indented = style else { return }
        out.append(0x0A)
        for _ in 0..<depth { out.append(literal: "  ") }
    }

    private func ordered(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard case .canonical = style else { return members }
        return members.sorted { Self.precedes($0.key, $1.key) }
    }

    /// Whether a key stands before another in UTF-16 code units (RFC 8785, section 3.2.3).
    ///
    /// That is the order of UTF-8 bytes but for characters beyond U+FFFF, which come before U+E000 to U+FFFF.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        var rights = right.utf8.makeIterator()
        for a in left.utf8 {
            guard let b = rights.next() else { return false }
            if a == b { continue }
            if a >= 0xEE, b >= 0xEE, (a >= 0xF0) != (b >= 0xF0) { return a >= 0xF0 }
            return a < b
        }
        return rights.next() != nil
    }

    /// Adds a string in quotes with the escapes of RFC 8785: two letters where JSON has them, `\u00xx` for the other
    /// control characters, everything else as it is.
    package static func appendString(_ text: String, to out: inout [UInt8]) {
        out.append(0x22)
        appendEscaped(text, to: &out)
        out.append(0x22)
    }

    /// Adds what stands between the quotes of a string.
    package static func appendEscaped(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { unsafe appendEscaped($0, to: &out) }
    }

    /// Adds UTF-8 text, such as a feed's HTML, as what stands between the quotes of a string.
    package static func appendEscaped(_ text: [UInt8], to out: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe appendEscaped($0, to: &out) }
    }

    private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var added = 0
        for index in text.indices {
            let byte = unsafe text[index]
            if isSpecial(byte) { added += letter(for: byte) == nil ? 5 : 1 }
        }
        // Most of a record needs no escaping.
        guard added > 0 else { return unsafe out.append(contentsOf: text) }
        unsafe out.append(text.count + added) { room in
            var end = 0
            for index in text.indices {
                let byte = unsafe text[index]
                guard isSpecial(byte) else {
                    unsafe room[end] = byte
                    end += 1
                    continue
                }
                unsafe room[end] = 0x5C
                if let letter = letter(for: byte) {
                    unsafe room[end + 1] = letter
                    end += 2
                } else {
                    unsafe room[end + 1] = 0x75
                    unsafe room[end + 2] = 0x30
                    unsafe room[end + 3] = 0x30
                    unsafe room[end + 4] = digit(byte >> 4)
                    unsafe room[end + 5] = digit(byte & 15)
                    end += 6
                }
            }
        }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    /// What stands behind the backslash where two letters are enough.
    private static func letter(for byte: UInt8) -> UInt8? {
        switch byte {
        case 0x22, 0x5C: byte
        case 0x08: 0x62
        case 0x09: 0x74
        case 0x0A: 0x6E
        case 0x0C: 0x66
        case 0x0D: 0x72
        default: nil
        }
    }

    private static func digit(_ number: UInt8) -> UInt8 { number < 10 ? 0x30 + number : 0x57 + number }
}
