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
        text.withUTF8 { unsafe out.append($0, as: Escapes()) }
    }

    /// Adds UTF-8 text, such as a feed's HTML, as what stands between the quotes of a string.
    package static func appendEscaped(_ text: [UInt8], to out: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe out.append($0, as: Escapes()) }
    }

    struct Escapes: TextEscapes {
        @inline(__always)
        func marks(in eight: UInt64) -> UInt64 {
            eight.controls | eight.marks(of: 0x22) | eight.marks(of: 0x5C)
        }

        @inline(__always)
        func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool {
            !((sixteen .< .each(0x20)) .| (sixteen .== .each(0x22)) .| (sixteen .== .each(0x5C))).isAny
        }

        func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
            unsafe Self.escape(text[place])
        }

        /// What is written for a byte.
        static func escape(_ byte: UInt8) -> Escape {
            switch byte {
            case 0x22, 0x5C: return Escape(0x5C | UInt64(byte) << 8, count: 2)
            case 0x08: return Escape("\\b")
            case 0x09: return Escape("\\t")
            case 0x0A: return Escape("\\n")
            case 0x0C: return Escape("\\f")
            case 0x0D: return Escape("\\r")
            default:
                let digits = UInt64(digit(byte >> 4)) << 32 | UInt64(digit(byte & 15)) << 40
                return Escape(Escape("\\u00").bytes | digits, count: 6)
            }
        }

        private static func digit(_ number: UInt8) -> UInt8 {
            number < 10 ? 0x30 + number : 0x57 + number
        }
    }
}
