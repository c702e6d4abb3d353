import Syntax

/// A prose as words, to look for turns of phrase in, letter case left aside.
struct Wording {
    let bytes: [UInt8]
    /// UTF-8 offsets of each word: letters, digits, and apostrophes within.
    let words: [Range<Int>]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var words: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard Self.isLetter(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
            words.append(start..<index)
        }
        self.bytes = bytes
        self.words = words
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "'")
    }

    /// Those of sixteen bytes that `isLetter` is true of.
    @inline(__always)
    static func letters(of sixteen: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        let letters = ((sixteen | .each(0x20)) &- .each(0x61)) .< .each(26)
        let digits = (sixteen &- .each(0x30)) .< .each(10)
        return letters .| digits .| (sixteen .== .each(UInt8(ascii: "'"))) .| (sixteen .> .each(0x7F))
    }

    /// A word in small letters, with a straight apostrophe; empty outside the text. Of capital letters, those of ASCII and
    /// of Latin-1 are made small.
    func word(_ index: Int) -> String {
        guard words.indices.contains(index) else { return "" }
        var word: [UInt8] = []
        word.reserveCapacity(words[index].count)
        for byte in bytes[words[index]] {
            if (0x41...0x5A).contains(byte) {
                word.append(byte | 0x20)
            } else if word.last == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 {
                word.append(byte | 0x20)
            } else if byte == 0x99, word.suffix(2) == [0xE2, 0x80] {
                word.replaceSubrange(word.count - 2..<word.count, with: [UInt8(ascii: "'")])
            } else {
                word.append(byte)
            }
        }
        return String(decoding: word, as: UTF8.self)
    }

    /// Whether a sentence ends, a comma stands or the text is over between a word and the one behind it.
    func clauseEnds(after index: Int) -> Bool {
        guard words.indices.contains(index + 1) else { return true }
        return bytes[words[index].upperBound..<words[index + 1].lowerBound].contains { byte in
            ".,;:!?()|\n".utf8.contains(byte)
        }
    }

    /// The words of the sentence that a word stands in.
    func sentence(around index: Int) -> Range<Int> {
        var start = index
        while start > max(0, index - 60), !sentenceEnds(after: start - 1) { start -= 1 }
        var end = index
        while end < min(words.count, index + 60), !sentenceEnds(after: end) { end += 1 }
        return start..<min(end + 1, words.count)
    }

    private func sentenceEnds(after index: Int) -> Bool {
        guard words.indices.contains(index + 1) else { return true }
        let gap = bytes[words[index].upperBound..<words[index + 1].lowerBound]
        return gap.contains { ".!?;|".utf8.contains($0) } || gap.count(where: { $0 == 0x0A }) > 1
    }

    /// The sentence that a word stands in ends with a question mark.
    func isAsked(_ index: Int) -> Bool {
        let last = sentence(around: index).upperBound - 1
        guard words.indices.contains(last) else { return false }
        let end = words.indices.contains(last + 1) ? words[last + 1].lowerBound : bytes.count
        return bytes[words[last].upperBound..<end].contains(UInt8(ascii: "?"))
    }

    /// Whether an offset lies within quotation marks, code or a block quotation: somebody else's words.
    func isQuoted(_ offset: Int) -> Bool {
        var start = offset
        // A quotation that is longer than this is not closed: nobody would follow it.
        let least = max(0, offset - 2000)
        while start > least, !(bytes[start - 1] == 0x0A && (start < 2 || bytes[start - 2] == 0x0A)) {
            start -= 1
        }
        var line = offset
        while line > least, bytes[line - 1] != 0x0A { line -= 1 }
        if bytes[line...].prefix(4).first(where: { $0 != 0x20 }) == UInt8(ascii: ">") { return true }
        var (straight, code, open) = (0, 0, 0)
        var index = start
        while index < offset {
            switch bytes[index] {
            case UInt8(ascii: "\""): straight += 1
            case UInt8(ascii: "`"): code += 1
            // “ ” „ « »
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x9C]): open = open == 0 ? 1 : 0
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x9E]): open = 1
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x9D]): open = 0
            case 0xC2 where bytes[index...].starts(with: [0xC2, 0xAB]): open = 1
            case 0xC2 where bytes[index...].starts(with: [0xC2, 0xBB]): open = 0
            default: break
            }
            index += 1
        }
        return straight % 2 == 1 || code % 2 == 1 || open == 1
    }
}
