import Diagnostics

/// No invisible character stands within a word.
///
/// A zero-width space in an address, an id or a name cannot be seen and makes it another one: a search does not find it,
/// and what is copied does not work.
///
/// ```yaml
/// title: "Bridge dra\u200Bined"   # wrong, and mostly written as the character itself
/// title: Bridge drained           # right
/// ```
///
/// The fix takes it away. Joiners between letters of scripts that need them, and within emoji, are left alone.
struct InvisibleCharacter: Rule {
    static let code = "invisible-character"
    static let title = "no invisible character stands within a word"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.scan.mayHoldInvisible else { return }
        let bytes = file.file.bytes
        var index = 1
        while index < bytes.count {
            guard let width = width(at: index, bytes) else {
                index += 1
                continue
            }
            var end = index + width
            while end < bytes.count, let more = self.width(at: end, bytes) { end += more }
            if isWord(bytes[index - 1]), end < bytes.count, isWord(bytes[end]) {
                let span = SourceSpan(file: file.file, range: index..<end)
                report.add(
                    Self.finding(
                        "an invisible character stands within a word", at: span, help: "take it away",
                        fixes: [
                            Fix("take the invisible character away", edits: [.init(span, "")], isSafe: true)
                        ]))
            }
            index = end
        }
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

    /// Zero-width space, joiners and marks, word joiner, soft hyphen and byte-order mark, in UTF-8.
    private func width(at index: Int, _ bytes: [UInt8]) -> Int? {
        switch bytes[index] {
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD: return 2
        case 0xE2 where index + 2 < bytes.count:
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            return (second == 0x80 && (0x8B...0x8F).contains(third))
                || (second == 0x81 && (0xA0...0xA4).contains(third))
                ? 3 : nil
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
            return 3
        default: return nil
        }
    }
}
