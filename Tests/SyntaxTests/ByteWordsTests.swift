import Diagnostics
import TestKit
import Testing

@testable import Syntax

@Suite("eight bytes at a time")
struct ByteWordsTests {
    @Test("each byte in each place of a word is told as it is by itself")
    func words() {
        for around: UInt8 in [0x20, 0x61, 0x0A, 0x7E] {
            for byte: UInt8 in 0...255 {
                for place in 0..<8 {
                    var bytes = [UInt8](repeating: around, count: 8)
                    bytes[place] = byte
                    let word = bytes.span.word(at: 0)
                    let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) }
                    #expect(word.isPlainASCII == isPlain)
                    func marks(_ isMarked: (UInt8) -> Bool) -> UInt64 {
                        bytes.reversed().reduce(0) { $0 << 8 | (isMarked($1) ? 0x80 : 0) }
                    }
                    #expect(word.controls == marks { $0 < 0x20 })
                    #expect(word.marks(of: 0x26) == marks { $0 == 0x26 })
                    #expect(word.marks(of: 0xEF) == marks { $0 == 0xEF })
                    #expect(word.marks(of: 0x3C, or: 0x3E) == marks { $0 == 0x3C || $0 == 0x3E })
                    #expect(word.marks(in: 0x30...0x39) == marks { (0x30...0x39).contains($0) })
                    #expect(word.marks(in: 0x00...0x7F) == marks { $0 < 0x80 })
                    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
                    #expect(word.letterMarks == marks(isLetter))
                    #expect(word.letterMarks.otherMarks == marks { !isLetter($0) })
                }
            }
        }
    }

    @Test("the head of a range is its first eight bytes, at the end of a text as well")
    func heads() {
        let bytes = Array("abcdefghijkl".utf8)
        for start in 0...bytes.count {
            for end in start...bytes.count {
                let first = bytes[start..<end].prefix(8)
                let expected = first.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                #expect(bytes.span.head(of: start..<end) == expected)
            }
        }
    }

    @Test("each byte in each place of sixteen is told as it is by itself")
    func sixteen() {
        for around: UInt8 in [0x20, 0x61, 0x0A, 0x7E] {
            for byte: UInt8 in 0...255 {
                for place in 0..<16 {
                    var bytes = [UInt8](repeating: around, count: 17)
                    bytes[place + 1] = byte
                    let sixteen = bytes.span.sixteen(at: 1)
                    let isPlain = bytes[1...].allSatisfy { (0x20...0x7E).contains($0) }
                    let isPlainLines = bytes[1...].allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A }
                    #expect(sixteen.isPlainASCII == isPlain)
                    #expect(sixteen.isPlainLines == isPlainLines)
                    #expect((sixteen .> .each(0x20)).isAny == bytes[1...].contains { $0 > 0x20 })
                    #expect((sixteen .== .each(around)).areAll == (byte == around))
                    #expect(
                        bytes[1..<17 - place].span.sixteen(paddedAt: 0)
                            == SIMD16(Array(bytes[1..<17 - place]) + Array(repeating: 0, count: place)))
                    let marks = (sixteen .== .each(byte)).marks
                    let expected = bytes[1...].map { $0 == byte ? UInt64(0x80) : 0 }
                    #expect(marks.first == expected[..<8].reversed().reduce(0) { $0 << 8 | $1 })
                    #expect(marks.last == expected[8...].reversed().reduce(0) { $0 << 8 | $1 })
                }
            }
        }
    }

    @Test("offsets of code points are those of a count from the beginning", arguments: 0..<20)
    func offsets(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let letters = ["a", "b", " ", "\n", "é", "漢", "👩🏽‍🚒", "plain words that go on"]
        let kinds = seed % 2 == 0 ? 4 : letters.count
        let text = (0..<Int.random(in: 0...200, using: &random))
            .map { _ in letters[Int.random(in: 0..<kinds, using: &random)] }.joined()
        let mark: [UInt8] = seed % 3 == 0 ? [0xEF, 0xBB, 0xBF] : []
        let (base, bytes) = (mark.count, mark + Array(text.utf8))
        var expected = bytes.indices.filter { $0 >= base && bytes[$0] & 0xC0 != 0x80 }
        expected += [bytes.count, bytes.count, bytes.count]
        var characters = YAMLCharacters(SourceFile(path: "a.yml", bytes: bytes))
        var report = Report()
        let isText = characters.check(into: &report)
        #expect(isText)
        var offsets = characters.offsets
        for (place, offset) in expected.enumerated() {
            #expect(offsets.offset(of: place) == offset)
            #expect(offsets.nextOffset(of: place) == offset)
        }
        for _ in 0..<100 {
            let place = Int.random(in: 0..<expected.count, using: &random)
            #expect(offsets.nextOffset(of: place) == expected[place])
        }
    }

    @Test("what may stand in no text is found wherever it stands")
    func characters() {
        for forbidden in ["\u{0}", "\u{7}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9F}", "\u{FFFE}"] {
            for place in 0..<20 {
                var text = String(repeating: "a", count: place) + forbidden + "bcdefgh\nijklmnop"
                text += "q"
                let sample = YAMLSample(text)
                #expect((sample.document == nil) == (forbidden != "\u{85}"), "\(text) at \(place)")
            }
        }
    }

    @Test("words, letters and characters of a text are counted as they are one by one", arguments: 0..<4)
    func wordsAndCharacters(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = ["a", "bcd", " ", " ", "\n", "é", "漢字", "👩🏽", "averyverylongword", "\t"]
        for size in 0..<40 {
            let text = (0..<size).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            var (words, start) = ([String](), 0)
            while let range = bytes.span.words(from: start) {
                let stretch = String(decoding: bytes[range], as: UTF8.self)
                words += stretch.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
                    .map { String($0) }
                // It ends where more than a blank stands, or the text does.
                let rest = bytes[range.upperBound...].drop { $0 == 0x20 }
                #expect(
                    rest.isEmpty || rest.first == 0x0A || rest.startIndex > range.upperBound + 1, "\(text)")
                start = range.upperBound
            }
            #expect(words == text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) })
            #expect(bytes.span.characterCount == text.unicodeScalars.count)
            #expect(
                bytes.span.letterCount == text.unicodeScalars.count { $0 != " " && $0 != "\n" }, "\(text)")
            for most in 0..<9 {
                let first = String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
                #expect(bytes.span.byteCount(ofCharacters: most) == first.utf8.count)
            }
        }
    }

    @Test("a byte is found where it stands first, from any offset on")
    func firstIndex() {
        let bytes = Array("abc\u{1A}defghijklmnop\u{1A}q\u{1A}".utf8)
        for byte: UInt8 in [0x1A, 0x61, 0x71, 0x7A, 0x00] {
            for offset in 0...bytes.count {
                #expect(
                    bytes.span.firstIndex(of: byte, from: offset) == bytes[offset...].firstIndex(of: byte))
            }
        }
    }

    @Test("bytes stand before others as they do one by one", arguments: 0..<4)
    func order(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let texts = (0..<60).map { _ in
            (0..<Int.random(in: 0..<20, using: &random)).map { _ in
                [0x00, 0x61, 0x62, 0xFF][Int.random(in: 0..<4, using: &random)] as UInt8
            }
        }
        for one in texts + [[0x61], [0x61, 0x00]] {
            for other in texts + [[0x61, 0x00], [0x61]] {
                #expect(one.span.precedes(other.span) == one.lexicographicallyPrecedes(other))
            }
        }
    }
}
