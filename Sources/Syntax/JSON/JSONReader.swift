/// Why bytes are not JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The offset of the first byte that cannot stand there.
    package let offset: Int
    /// A rule in words: `a key stands once in an object`.
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    package var description: String { "\(reason) (byte \(offset))" }
}

/// Reads JSON strictly (RFC 8259 within RFC 7493): valid UTF-8 without a byte-order mark, no key twice, no lone
/// surrogate, nothing behind the document, and no nesting past a limit.
package struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private let deepest: Int

    /// The document in `bytes`.
    package static func read(_ bytes: [UInt8], deepest: Int = 128) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes: bytes, deepest: deepest)
        reader.skipSpace()
        let value = try reader.value()
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.error("one document stands in a file") }
        return value
    }

    private init(bytes: [UInt8], deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func error(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? index, reason: reason)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        switch current {
        case 0x7B: return try object()
        case 0x5B: return try array()
        case 0x22: return .string(try string())
        case 0x2D, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39: return try number()
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: throw error("a value is an object, an array, a string, a number, true, false or null")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for byte in word.utf8 where !take(byte) { throw error("`\(word)` is written out") }
        return value
    }

    private mutating func enter() throws(JSONError) {
        guard depth < deepest else { throw error("nesting ends at \(deepest) levels") }
        depth += 1
        index += 1
        skipSpace()
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        if !take(0x5D) {
            repeat {
                skipSpace()
                elements.append(try value())
                skipSpace()
            } while take(0x2C)
            guard take(0x5D) else { throw error("`,` or `]` follows an element") }
        }
        depth -= 1
        return .array(elements)
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var members: [JSONValue.Member] = []
        // As bytes: two spellings of one letter are one String and two keys.
        var keys: Set<[UInt8]> = []
        if !take(0x7D) {
            repeat {
                skipSpace()
                let start = index
                guard current == 0x22 else { throw error("a key is a string") }
                let key = try string()
                guard keys.insert(Array(key.utf8)).inserted else {
                    throw error("a key stands once in an object", at: start)
                }
                skipSpace()
                guard take(0x3A) else { throw error("`:` follows a key") }
                skipSpace()
                members.append(JSONValue.Member(key, try value()))
                skipSpace()
            } while take(0x2C)
            guard take(0x7D) else { throw error("`,` or `}` follows a member") }
        }
        depth -= 1
        return .object(members)
    }

    // MARK: Strings

    private mutating func string() throws(JSONError) -> String {
        let start = index
        index += 1
        var plainStart = index
        var escaped: [UInt8] = []
        while let byte = current {
            switch byte {
            case 0x22:
                escaped.append(contentsOf: bytes[plainStart..<index])
                index += 1
                guard let text = String(validating: escaped, as: UTF8.self) else {
                    throw error("text is valid UTF-8", at: start)
                }
                return text
            case 0x5C:
                escaped.append(contentsOf: bytes[plainStart..<index])
                index += 1
                try escape(into: &escaped)
                plainStart = index
            case 0x00...0x1F: throw error("a control character is escaped in a string")
            default: index += 1
            }
        }
        throw error("a string ends with a quotation mark", at: start)
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        let start = index - 1
        guard let letter = current else { throw error("a character follows the backslash") }
        index += 1
        switch letter {
        case 0x22, 0x5C, 0x2F: out.append(letter)
        case 0x62: out.append(0x08)
        case 0x66: out.append(0x0C)
        case 0x6E: out.append(0x0A)
        case 0x72: out.append(0x0D)
        case 0x74: out.append(0x09)
        case 0x75:
            var code = try fourDigits()
            if (0xD800...0xDBFF).contains(code), take(0x5C), take(0x75) {
                let low = try fourDigits()
                guard (0xDC00...0xDFFF).contains(low) else {
                    throw error("a surrogate stands in a pair", at: start)
                }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else {
                throw error("a surrogate stands in a pair", at: start)
            }
            out.append(contentsOf: String(scalar).utf8)
        default: throw error("an escape is one of \" \\ / b f n r t u", at: start)
        }
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            switch current {
            case .some(let byte) where (0x30...0x39).contains(byte): code = code << 4 | UInt32(byte - 0x30)
            case .some(let byte) where (0x61...0x66).contains(byte | 0x20):
                code = code << 4 | UInt32((byte | 0x20) - 0x57)
            default: throw error("four hex digits follow \\u")
            }
            index += 1
        }
        return code
    }

    // MARK: Numbers

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = index
        _ = take(0x2D)
        if take(0x30) {
            if let byte = current, (0x30...0x39).contains(byte) {
                throw error("a number has no leading zero")
            }
        } else {
            try digits()
        }
        var isWhole = true
        if take(0x2E) {
            isWhole = false
            try digits()
        }
        if let byte = current, byte | 0x20 == 0x65 {
            isWhole = false
            index += 1
            if !take(0x2B) { _ = take(0x2D) }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, text != "-0", let number = Int(text) { return .integer(number) }
        return .decimal(text)
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        guard index > start else { throw error("a digit stands here") }
    }
}
