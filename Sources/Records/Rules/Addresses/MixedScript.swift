import Diagnostics

/// An address, an id or a name is written in one script.
///
/// `0x5аAe…` with a Cyrillic `а` cannot be found, and `Еthereum` with a Cyrillic `Е` is what phishing pages write to pass
/// filters. Such letters come with text that was copied from them.
///
/// ```yaml
/// text: Sent to 0x5аAeb6053F3E94C9b9A09f33669435E7Ef1BeAed   # wrong: its first а is Cyrillic
/// ```
///
/// Type the word anew. In something that looks like an address it is an error, in a word of prose a warning.
struct MixedScript: Rule {
    static let code = "mixed-script"
    static let title = "an address, an id or a name is written in one script"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.scan.mayHoldOtherScripts else { return }
        let bytes = file.file.bytes
        // Hosts have a rule of their own.
        let hosts = file.scan.addresses.map(\.host)
        var index = 0
        while index < bytes.count {
            // Greek, Cyrillic and Armenian letters begin with these bytes.
            guard (0xCD...0xD6).contains(bytes[index]) else {
                index += 1
                continue
            }
            var start = index
            while start > 0, isWord(bytes[start - 1]) { start -= 1 }
            var end = index
            while end < bytes.count, isWord(bytes[end]) { end += 1 }
            if !hosts.contains(where: { $0.overlaps(start..<end) }) {
                judge(start..<end, file.file, into: &report)
            }
            index = end
        }
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

    private func judge(_ range: Range<Int>, _ file: SourceFile, into report: inout Report) {
        let word = file.text(in: range)
        let latin = word.unicodeScalars.count { Script($0) == .latin }
        guard latin > 0, let stranger = word.unicodeScalars.first(where: { Script.doubles[$0] != nil }) else {
            return
        }
        // Names of units and of symbols have a Greek letter and few others.
        let looksLikeAddress = range.count >= 16 && word.utf8.contains(where: \.isDigit)
        guard looksLikeAddress || (latin >= 2 && word.unicodeScalars.count >= 4) else { return }
        report.add(
            Self.finding(
                "\(word.quotedBriefly) mixes letters of two scripts that look alike",
                at: SourceSpan(file: file, range: range),
                label:
                    "U+0\(String(stranger.value, radix: 16, uppercase: true)) looks like \(Script.doubles[stranger] ?? "?")",
                severity: looksLikeAddress ? .error : .warning,
                help: "type it anew: \(Script.asRead(word).quotedBriefly)"))
    }
}
