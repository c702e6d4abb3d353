/// The lines of a letter: headers folded and encoded (RFC 5322, RFC 2047), parts in quoted-printable (RFC 2045).
struct MailText {
    private(set) var bytes: [UInt8] = []

    /// A header whose value is made of tokens.
    mutating func header(_ name: String, _ value: String) {
        line("\(name): \(value)")
    }

    /// A header whose value is text of any characters.
    mutating func header(_ name: String, text: String) {
        line(Self.folded(name + ": ", text))
    }

    mutating func header(_ name: String, address: String, name person: String) {
        let isPlain = person.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        if isPlain, person.utf8.count < 60 {
            line("\(name): \"\(person)\" <\(address)>")
        } else {
            line(Self.encoded(name + ": ", person) + "\r\n <\(address)>")
        }
    }

    /// A list of addresses, folded behind commas.
    mutating func header(_ name: String, addresses: [String]) {
        var lines = name + ":"
        var length = lines.utf8.count
        for (index, address) in addresses.enumerated() {
            let entry = address + (index + 1 < addresses.count ? "," : "")
            if index > 0, length + 1 + entry.utf8.count > 78 {
                lines += "\r\n"
                length = 0
            }
            lines += " " + entry
            length += 1 + entry.utf8.count
        }
        line(lines)
    }

    mutating func blankLine() { line("") }

    /// One form of a letter that has several.
    mutating func part(_ type: String, _ content: [UInt8], _ boundary: String) {
        line("--" + boundary)
        header("Content-Type", type + "; charset=utf-8")
        header("Content-Transfer-Encoding", "quoted-printable")
        blankLine()
        bytes += Self.quotedPrintable(content)
        blankLine()
    }

    mutating func end(_ boundary: String) { line("--" + boundary + "--") }

    private mutating func line(_ text: String) {
        bytes += text.utf8
        bytes += "\r\n".utf8
    }

    // MARK: - Headers

    /// Lines of at most 78 octets: as it is where it is ASCII and every word is short, else as encoded words.
    private static func folded(_ start: String, _ text: String) -> String {
        let words = text.split { $0 == " " || $0.isNewline || $0 == "\t" }
        let isPlain = words.allSatisfy { word in
            word.utf8.count < 60 && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !word.hasPrefix("=?")
        }
        guard isPlain else { return encoded(start, text) }
        var lines = start
        var length = start.utf8.count
        for (index, word) in words.enumerated() {
            if index > 0, length + 1 + word.utf8.count > 78 {
                lines += "\r\n "
                length = 1
            } else if index > 0 {
                lines += " "
                length += 1
            }
            lines += word
            length += word.utf8.count
        }
        return lines
    }

    /// Encoded words of base64, each of whole characters and at most 75 octets (RFC 2047, section 2).
    private static func encoded(_ start: String, _ text: String) -> String {
        let opening = "=?utf-8?B?"
        // 45 bytes are 60 letters: with the frame they stay below 75, and the header's name before them below 78.
        var pieces: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || scalar.value == 0x7F
            let bytes = Array(String(isControl ? " " : scalar).utf8)
            if pieces[pieces.count - 1].count + bytes.count > 42 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return start + pieces.map { opening + base64($0) + "?=" }.joined(separator: "\r\n ")
    }

    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for index in 0..<3 { bits = bits << 8 | (index < group.count ? UInt32(group[start + index]) : 0) }
            for index in 0..<4 {
                text.append(
                    index <= group.count
                        ? letters[Int(bits >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: - Parts

    /// Lines of at most 76 octets that no mail program changes: no space at an end, and neither a full stop nor `From`
    /// at a beginning.
    static func quotedPrintable(_ content: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(content.count + content.count / 8)
        var length = 0
        for (index, byte) in content.enumerated() {
            if byte == 0x0A {
                output += [0x0D, 0x0A]
                length = 0
                continue
            }
            let isLast = index + 1 == content.count || content[index + 1] == 0x0A
            let isSpace = byte == 0x20 || byte == 0x09
            var isPlain = byte >= 0x21 && byte <= 0x7E && byte != UInt8(ascii: "=") || isSpace && !isLast
            if length == 0, byte == UInt8(ascii: ".") || content[index...].starts(with: "From ".utf8) {
                isPlain = false
            }
            let size = isPlain ? 1 : 3
            if length + size > (isLast ? 76 : 75) {
                output += "=\r\n".utf8
                length = 0
                // What is quoted at the beginning of a line is quoted here too.
                if byte == UInt8(ascii: ".") || content[index...].starts(with: "From ".utf8) {
                    isPlain = false
                }
            }
            if isPlain {
                output.append(byte)
                length += 1
            } else {
                output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                length += 3
            }
        }
        return output
    }
}
