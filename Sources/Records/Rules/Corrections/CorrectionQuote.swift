import Diagnostics
import Incidents
import Syntax

/// What a correction says to stand there now stands there, once.
///
/// A correction is the receipt of a change: the text is edited in place, `was` and `now` quote the words that changed, and
/// the page marks them. Words that are not found, or found twice, make it a receipt for nothing.
///
/// ```yaml
/// title: Bridge on Ethereum drained
/// corrections:
///   - {at: 2026-02-24, of: title, kind: typo, was: Ethreum, now: Etherum}     # wrong: the title says otherwise
///   - {at: 2026-02-24, of: title, kind: typo, was: Ethreum, now: Ethereum}    # right
/// ```
///
/// Quote enough words that they stand once in the field. Blanks and line breaks count alike. Where a later correction of the
/// same field changed the words again, the earlier one is not held against them.
struct CorrectionQuote: Rule {
    static let code = "correction-quote"
    static let title = "what a correction says to stand there now stands there, once"
    static let concerns: RecordParts = .corrections

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let corrections = file.record.corrections
        for (index, correction) in corrections.enumerated() {
            guard let now = correction.now, file.isSound("corrections", .index(index)),
                case .field(let target?) = FieldReference(correction.of).resolve(in: file),
                file.isSound(target),
                let node = file.document.node(at: target)
            else { continue }
            let words = Self.folded(now)
            let later = corrections[(index + 1)...]
            if later.contains(where: { $0.of == correction.of && Self.overlaps($0.was, words) }) { continue }
            let texts = Self.texts(node, file.document)
            let count = texts.reduce(0) { $0 + Self.count(words, in: $1) }
            guard count != 1 else { continue }
            let wasIsThere =
                correction.was.map { was in texts.contains { Self.count(Self.folded(was), in: $0) > 0 } }
                ?? false
            let span = file.span("corrections", .index(index), "now")
            let secondary = [Label(file.document.openingSpan(node), "as it stands")]
            if count == 0 {
                report.add(
                    Self.finding(
                        wasIsThere
                            ? "`\(correction.of)` still says what was corrected"
                            : "`\(correction.of)` does not say what the correction says it does",
                        at: span, secondary: secondary,
                        help: wasIsThere
                            ? "edit the field itself: a correction is the receipt of the change"
                            : "quote the words as they stand in the field now"))
            } else {
                report.add(
                    Self.finding(
                        "`\(correction.of)` says this \(count) times; a correction quotes words that stand once",
                        at: span,
                        secondary: secondary,
                        help: "quote some words more, before or behind, in `was` and in `now`"))
            }
        }
    }

    /// Every text in a value; of a list or a mapping those of all its parts.
    private static func texts(_ node: YAMLDocument.NodeID, _ document: YAMLDocument) -> [[UInt8]] {
        switch document[node].kind {
        case .scalar: [folded(document.text(node))]
        case .sequence: document.items(node).flatMap { texts($0, document) }
        case .mapping: document.pairs(node).flatMap { texts($0.value, document) }
        }
    }

    private static func overlaps(_ was: String?, _ words: [UInt8]) -> Bool {
        guard let was else { return false }
        let other = folded(was)
        return count(words, in: other) > 0 || count(other, in: words) > 0
    }

    /// Runs of white space as one blank, so that folding does not matter.
    static func folded(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        for byte in text.utf8 {
            let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            if isBlank, folded.isEmpty || folded.last == 0x20 { continue }
            folded.append(isBlank ? 0x20 : byte)
        }
        if folded.last == 0x20 { folded.removeLast() }
        return folded
    }

    private static func count(_ words: [UInt8], in text: [UInt8]) -> Int {
        guard let first = words.first, text.count >= words.count else { return 0 }
        return (0...text.count - words.count).count { index in
            text[index] == first && text[index..<index + words.count].elementsEqual(words)
        }
    }
}
