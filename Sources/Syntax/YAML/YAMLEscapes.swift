import Diagnostics

/// The backslash escapes of a double-quoted scalar, where they stand in the file.
struct YAMLEscapes {
    let file: SourceFile
    /// The scalar with its quotes.
    let quoted: Range<Int>

    /// Reports each escape that stands for a character that no text may hold, unless the decoded text holds none.
    func reportForbidden(in decoded: ArraySlice<UInt8>, to report: inout Report) {
        guard Self.mayHoldForbidden(decoded) else { return }
        let bytes = file.bytes
        var index = quoted.lowerBound
        while index + 1 < quoted.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            let length = 2 + digits(behind: bytes[index + 1])
            let end = min(index + length, quoted.upperBound)
            if let value = value(of: index..<end), let scalar = Unicode.Scalar(value),
                !YAMLCharacters.isAllowed(scalar)
            {
                report.add(finding(value, at: index..<end))
            }
            index = end
        }
    }

    private static func mayHoldForbidden(_ decoded: ArraySlice<UInt8>) -> Bool {
        decoded.contains { byte in
            (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D)
                || byte == 0x7F || byte == 0xC2 || byte == 0xEF
        }
    }

    private func digits(behind letter: UInt8) -> Int {
        switch letter {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: 0
        }
    }

    /// The character that an escape stands for, as far as it could be a forbidden one.
    private func value(of escape: Range<Int>) -> UInt32? {
        switch file.bytes[escape.lowerBound + 1] {
        case UInt8(ascii: "0"): 0
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "e"): 0x1B
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            UInt32(file.text(in: escape.lowerBound + 2..<escape.upperBound), radix: 16)
        default: nil
        }
    }

    private func finding(_ value: UInt32, at range: Range<Int>) -> Diagnostic {
        let span = SourceSpan(file: file, range: range)
        let fix = Fix("remove the escape", edits: [.init(span, "")], isSafe: false)
        if value == 0 {
            return Diagnostic(
                "nul-byte", .error, "`\(span.text)` stands for a NUL byte, which stands in no text", at: span,
                help: "remove it; write `\\\\` for a backslash", fixes: [fix])
        }
        return Diagnostic(
            "control-character", .error,
            "`\(span.text)` stands for control character \(YAMLCharacters.name(of: value)), which stands in no text",
            at: span, help: "remove it; write `\\\\` for a backslash", fixes: [fix])
    }
}
