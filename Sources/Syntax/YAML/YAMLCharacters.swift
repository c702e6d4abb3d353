import Diagnostics

/// The characters of a YAML file before its grammar: whether the bytes are UTF-8, and free of what neither YAML 1.2
/// (production `c-printable`) nor XML 1.0 (production `Char`) lets into a text.
struct YAMLCharacters {
    /// Findings past this number say nothing new about a file that is not text.
    private static let mostFindings = 16

    private let file: SourceFile
    private var findings: [Diagnostic] = []
    /// The offset behind a byte-order mark.
    let textStart: Int
    /// Where the file holds nothing but letters, marks and blanks of ASCII and line feeds.
    private(set) var plain: PlainStretches
    /// The way from code points to offsets, where nothing is wrong with the bytes.
    private(set) var offsets: CodePointOffsets

    init(_ file: SourceFile) {
        self.file = file
        textStart = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        plain = PlainStretches(ofBytes: file.bytes.count)
        offsets = CodePointOffsets(from: textStart, to: file.bytes.count)
    }

    /// Whether every character may stand in a text; what may not is reported, each at its place.
    mutating func check(into report: inout Report) -> Bool {
        if let encoding = foreignEncoding {
            report.add(
                Diagnostic(
                    "invalid-utf8", "\(encoding) is not read; every file is UTF-8",
                    at: SourceSpan(file: file, start: 0, end: min(2, file.bytes.count)),
                    help: "save the file as UTF-8"))
            return false
        }
        let bytes = file.bytes
        let text = bytes.span
        var index = textStart
        while findings.count < Self.mostFindings {
            while index &+ 32 <= text.count,
                text.sixteen(at: index).isPlainLines(with: text.sixteen(at: index &+ 16))
            {
                index &+= 32
            }
            while index &+ 16 <= text.count, text.sixteen(at: index).isPlainLines { index &+= 16 }
            if index >= text.count { break }
            let end = min(index + 16, text.count)
            while index < end, findings.count < Self.mostFindings {
                switch text[index] {
                case 0x20...0x7E, 0x0A: index += 1
                case 0x09, 0x0D:
                    plain.exclude(index)
                    index += 1
                case 0x80...:
                    plain.exclude(index)
                    index += checkMultibyte(bytes, at: index)
                default:
                    noteForbidden(Unicode.Scalar(text[index]), at: index, length: 1)
                    index += 1
                }
            }
        }
        for finding in findings { report.add(finding) }
        return findings.isEmpty
    }

    /// Whether a scalar may stand in a text.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD: true
        case 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// `U+0007` for a place in a message.
    static func name(of scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private var foreignEncoding: String? {
        let bytes = file.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard bytes.count >= 4 else { return nil }
        let zeros = bytes[0..<4].map { $0 == 0 }
        switch (zeros[0], zeros[1], zeros[2], zeros[3]) {
        case (false, true, false, true), (true, false, true, false): return "UTF-16"
        case (false, true, true, true), (true, true, true, false): return "UTF-32"
        default: return nil
        }
    }

    /// The number of bytes to step over, having noted what is wrong with them.
    private mutating func checkMultibyte(_ bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        var value: UInt32
        switch lead {
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return noteInvalid(at: index, length: 1)
        }
        for step in 1..<length {
            guard index + step < bytes.count, bytes[index + step] & 0xC0 == 0x80 else {
                return noteInvalid(at: index, length: step)
            }
            value = value << 6 | UInt32(bytes[index + step] & 0x3F)
        }
        let shortest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        guard value >= shortest, let scalar = Unicode.Scalar(value) else {
            return noteInvalid(at: index, length: length)
        }
        offsets.addWide(at: index, length: length)
        if !Self.isAllowed(scalar) { noteForbidden(scalar, at: index, length: length) }
        return length
    }

    private mutating func noteInvalid(at index: Int, length: Int) -> Int {
        let byte = file.bytes[index]
        let name = "0x" + String(byte, radix: 16, uppercase: true)
        var help = "save the file as UTF-8"
        if byte >= 0xA0 {
            help += "; in Latin-1 this byte would be `\(Character(Unicode.Scalar(byte)))`"
        }
        findings.append(
            Diagnostic(
                "invalid-utf8", "byte \(name) is not UTF-8 here; every file is UTF-8",
                at: SourceSpan(file: file, start: index, end: index + length), help: help))
        return length
    }

    private mutating func noteForbidden(_ scalar: Unicode.Scalar, at index: Int, length: Int) {
        let span = SourceSpan(file: file, start: index, end: index + length)
        let fix = Fix("remove the character", edits: [.init(span, "")], isSafe: false)
        if scalar.value == 0 {
            findings.append(
                Diagnostic(
                    "nul-byte", .error, "NUL byte stands in no text", at: span,
                    help: "remove it, and see that the file is text at all", fixes: [fix]))
        } else {
            findings.append(
                Diagnostic(
                    "control-character", .error,
                    "control character \(Self.name(of: scalar.value)) stands in no text", at: span,
                    help: "remove it; it cannot be shown, and XML feeds forbid it", fixes: [fix]))
        }
    }
}
