/// Why a text is not an identifier of its form, and the exact place.
package struct IdentifierFault: Error, Hashable, Sendable {
    /// UTF-8 offsets in the text; empty where something is missing.
    package let range: Range<Int>
    /// A rule in lower case, without a full stop.
    package let reason: String

    package init(_ range: Range<Int>, _ reason: String) {
        self.range = range
        self.reason = reason
    }
}

/// Walks an identifier part by part and names the first character that is out of place.
struct IdentifierScanner {
    private let bytes: [UInt8]
    private let text: String
    private var index = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }

    static func isNamespaceCharacter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }

    static func isAddressCharacter(_ byte: UInt8) -> Bool {
        isNamespaceCharacter(byte) || (0x41...0x5A).contains(byte) || byte == 0x2E || byte == 0x25
    }

    /// Takes the characters up to the next `:` or `/`, all of which must be allowed and their count in `lengths`.
    mutating func part(
        _ name: String, _ lengths: ClosedRange<Int>, allowing isAllowed: (UInt8) -> Bool
    ) throws(IdentifierFault) -> String {
        let start = index
        while index < bytes.count, bytes[index] != 0x3A, bytes[index] != 0x2F {
            guard isAllowed(bytes[index]) else { throw foreignCharacter(in: name) }
            index += 1
        }
        guard lengths.contains(index - start) else {
            throw IdentifierFault(
                start..<index,
                index == start
                    ? "the \(name) is missing"
                    : "the \(name) has \(lengths.lowerBound) to \(lengths.upperBound) characters, this one \(index - start)"
            )
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func separator(_ mark: Character, between parts: String) throws(IdentifierFault) {
        guard index < bytes.count else {
            throw IdentifierFault(index..<index, "`\(mark)` stands between \(parts)")
        }
        guard bytes[index] == mark.asciiValue else {
            throw IdentifierFault(index..<(index + 1), "`\(mark)` stands between \(parts)")
        }
        index += 1
    }

    func expectEnd(after name: String, form: String) throws(IdentifierFault) {
        guard !isAtEnd else { return }
        throw IdentifierFault(index..<bytes.count, "nothing follows the \(name), which is \(form)")
    }

    private func foreignCharacter(in name: String) -> IdentifierFault {
        let scalar = String(decoding: bytes[index...], as: UTF8.self).unicodeScalars.first ?? "?"
        let end = index + String(scalar).utf8.count
        if scalar.isASCII {
            let shown = scalar == " " ? "a space" : "`\(scalar.escaped(asASCII: true))`"
            return IdentifierFault(index..<end, "\(shown) does not stand in the \(name)")
        }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return IdentifierFault(
            index..<end, "U+\(padded) in the \(name) is no ASCII character, however much it looks like one")
    }
}
