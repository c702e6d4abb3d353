import Syntax

/// A record's prose as HTML. Plain paragraphs, which are most of it, need no Markdown parser.
enum Prose {
    /// Whole elements. Headings are put below the level that stands around them; `idPrefix` keeps their anchors apart.
    /// `baseURL` is the absolute address of the page where the HTML will stand elsewhere, as in a feed; `texts` are those
    /// that are told in more than one place.
    static func html(
        _ markdown: String, headingOffset: Int = 2, idPrefix: String = "", baseURL: String? = nil,
        sharing texts: MarkdownTexts? = nil
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(markdown.utf8.count + 32)
        append(
            markdown, headingOffset: headingOffset, idPrefix: idPrefix, baseURL: baseURL, sharing: texts,
            to: &output)
        return output
    }

    /// Appends what `html` tells.
    static func append(
        _ markdown: String, headingOffset: Int = 2, idPrefix: String = "", baseURL: String? = nil,
        sharing texts: MarkdownTexts?, to output: inout [UInt8]
    ) {
        let text = markdown.utf8Span.span
        if isPlain(text) { return appendParagraphs(text, to: &output) }
        output += MarkdownRenderer(sharing: texts).html(
            Array(markdown.utf8),
            MarkdownRenderer.Options(headingOffset: headingOffset, idPrefix: idPrefix, baseURL: baseURL))
    }

    /// The words alone in one line, cut at a word's end to `limit` characters for descriptions.
    static func line(_ markdown: String, limit: Int = .max, sharing texts: MarkdownTexts? = nil) -> String {
        let text = markdown.utf8Span.span
        guard isPlain(text) else {
            let words = MarkdownRenderer(sharing: texts).plainWords(Array(markdown.utf8), limit: limit)
            return line(words.span, limit)
        }
        // Most texts are such a line already: between plain words stands one blank.
        if text.count <= limit, text[text.count - 1] != 0x20, !text.contains(where: { $0.marks(of: 0x0A) }) {
            return markdown
        }
        return line(text, limit)
    }

    /// Words with one blank between any two, as many as have room.
    private static func line(_ text: Span<UInt8>, _ limit: Int) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(min(text.count, 4 * min(limit, text.count)) + 4)
        var (count, start) = (0, 0)
        while let range = text.words(from: start) {
            let words = text.extracting(range)
            if !line.isEmpty {
                line.append(0x20)
                count += 1
            }
            let characters = words.characterCount
            if count + characters > limit {
                line.append(words.extracting(first: fitting(words, limit - count, isFirst: line.isEmpty)))
                if line.last == 0x20 { line.removeLast() }
                return String(decoding: line, as: UTF8.self) + "…"
            }
            line.append(words)
            count += characters
            start = range.upperBound
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// How many bytes the whole words have for which there is room, where there is not for all; a first word that is too
    /// long by itself is cut within.
    private static func fitting(_ words: Span<UInt8>, _ limit: Int, isFirst: Bool) -> Int {
        let most = words.byteCount(ofCharacters: limit)
        var end = most
        while end > 0, words[end] != 0x20 { end -= 1 }
        return end == 0 && isFirst ? most : end
    }

    /// Appends paragraphs in which Markdown would find nothing to mark up.
    private static func appendParagraphs(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count {
                if end + 8 <= bytes.count, bytes.word(at: end).marks(of: 0x0A) == 0 {
                    end += 8
                } else if bytes[end] == 0x0A, end + 1 == bytes.count || bytes[end + 1] == 0x0A {
                    break
                } else {
                    end += 1
                }
            }
            if end > start {
                output.append(literal: "<p>")
                HTMLText.append(bytes.extracting(start..<end), to: &output)
                output.append(literal: "</p>\n")
            }
            start = end
            while start < bytes.count, bytes[start] == 0x0A { start += 1 }
        }
    }

    /// Whether each byte and each line's beginning can only ever be words; eight bytes are looked at at once.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, text[0] == 0x0A || beginsWords(text[0]) else { return false }
        let meanings = meanings
        var offset = 0
        while offset < text.count {
            // A point is held against the byte before it.
            if offset + 16 < text.count, text[offset] != 0x2E,
                text.sixteen(at: offset).areWords(before: text.sixteen(at: offset + 1))
            {
                offset += 16
                continue
            }
            let end = min(offset + 8, text.count)
            let word = text.head(of: offset..<end)
            // Letters are words, and so is a blank before one.
            let letters = word.letterMarks
            var others = letters.otherMarks & ~(word.marks(of: 0x20) & letters >> 8)
            if end - offset < 8 { others &= 1 << UInt64(8 * (end - offset)) - 1 }
            while others != 0 {
                let index = offset + others.trailingZeroBitCount / 8
                others &= others - 1
                switch meanings[Int(text[index])] {
                case .words: continue
                case .mark: return false
                case .among:
                    if mayMean(
                        text[index], after: index > 0 ? text[index - 1] : 0x0A,
                        before: index + 1 < text.count ? text[index + 1] : nil)
                    {
                        return false
                    }
                }
            }
            offset = end
        }
        return true
    }

    /// What a byte may be for Markdown.
    private enum Meaning {
        /// Never anything but words.
        case words
        /// Words or a mark, as its neighbours say.
        case among
        case mark
    }

    private static let meanings: [Meaning] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x20, 0x0A, 0x3A, 0x2E: .among
        case 0x22, 0x24, 0x25, 0x27, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2F, 0x3B, 0x3D, 0x3F: .words
        case 0x30...0x39, 0x80...: .words
        default: byte.isLetter ? .words : .mark
        }
    }

    /// A line that begins with a letter, a quotation mark, `$` or a bracket begins no list, heading or code.
    private static func beginsWords(_ byte: UInt8) -> Bool {
        byte.isLetter || byte >= 0xC3 || byte == 0x22 || byte == 0x24 || byte == 0x28
    }

    /// Whether a blank, a line end, a colon or a point may be a mark between its neighbours.
    private static func mayMean(_ byte: UInt8, after last: UInt8, before next: UInt8?) -> Bool {
        switch byte {
        case 0x20: next == 0x20 || next == 0x0A
        case 0x0A: next.map { $0 != 0x0A && !beginsWords($0) } ?? false
        // `https:` may begin a link.
        case 0x3A: next == 0x2F
        default: last | 0x20 == 0x77
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

extension SIMD16<UInt8> {
    /// Whether sixteen bytes, each of which stands before one of `next`, are surely words: letters, digits and the
    /// commonest marks, with single blanks, no `www.` and no `://` among them.
    @inline(__always)
    fileprivate func areWords(before next: Self) -> Bool {
        let letters = ((self | .each(0x20)) &- .each(0x61)) .< .each(26)
        let digits = (self &- .each(0x2B)) .< .each(0x11)
        let quotes = (self &- .each(0x27)) .< .each(3)
        let blanks = (self .== .each(0x20)) .& (next .!= .each(0x20)) .& (next .!= .each(0x0A))
        let links =
            ((self | .each(0x20)) .== .each(0x77)) .& (next .== .each(0x2E))
            .| (self .== .each(0x3A)) .& (next .== .each(0x2F))
        return !(.!(letters .| digits .| quotes .| blanks) .| links).isAny
    }
}
