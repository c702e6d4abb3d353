import TestKit
import Testing

@testable import Syntax

@Suite("texts that are kept one behind the other")
struct PackedTextsTests {
    private func written(_ groups: [[String]]) -> (bytes: [UInt8], ranges: [Range<Int>]) {
        var (bytes, ranges): ([UInt8], [Range<Int>]) = ([], [])
        PackedTextsWriter.write(to: &bytes, room: 16) { writer in
            for group in groups {
                let start = writer.count
                for text in group {
                    writer.append(text)
                    writer.endText()
                }
                let size = writer.endGroup()
                ranges.append(start..<start + size)
            }
        }
        return (bytes, ranges)
    }

    @Test("each text of each group is read as it was written, empty ones too")
    func roundTrip() {
        let groups = [["one", "", "three"], [""], ["é漢", "a\u{0}b"]]
        let (bytes, ranges) = written(groups)
        for (group, range) in zip(groups, ranges) {
            let texts = PackedTexts(bytes, range, count: group.count)
            for (place, text) in group.enumerated() {
                var document = Array("x".utf8)
                document.append(addingCapacity: texts.byteCount + 3) {
                    texts.append(place, to: &$0, leaving: 3)
                    #expect($0.freeCapacity >= 3)
                }
                #expect(String(decoding: document, as: UTF8.self) == "x" + text)
                #expect(texts.isEqual(place, to: Array(text.utf8)))
                #expect(!texts.isEqual(place, to: Array((text + "x").utf8)))
                #expect(texts.isEmpty(place) == text.isEmpty)
            }
        }
    }

    @Test("texts one behind the other are read in one piece as they are one by one")
    func stretches() {
        let group = ["one", "", "three", "é"]
        let (bytes, ranges) = written([["before"], group])
        let texts = PackedTexts(bytes, ranges[1], count: group.count)
        for first in group.indices {
            for last in first..<group.count {
                var document: [UInt8] = []
                document.append(addingCapacity: 64) { texts.append(first...last, to: &$0, leaving: 0) }
                #expect(String(decoding: document, as: UTF8.self) == group[first...last].joined())
            }
        }
    }

    @Test("pieces are written as each notation writes them by itself", arguments: 0..<4)
    func pieces(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = ["word ", "a", "\"", "'", "<b>", "&", "]]>", "\r", "\n", "\u{FFFF}", "漢字", "\u{1}", "\\"]
        for size in 0..<60 {
            let text = (0..<size).map { _ in parts[Int.random(in: parts.indices, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            var (written, expected) = ([0x20] as [UInt8], [0x20] as [UInt8])
            PackedTextsWriter.write(to: &written, room: Int.random(in: 1..<4000, using: &random)) { writer in
                let place = writer.append(xml: text)
                writer.append(xml: text, inAttribute: true)
                writer.append(xml: bytes)
                writer.append(section: bytes)
                writer.append(json: text)
                writer.append(jsonString: text)
                writer.append(json: bytes)
                writer.append(bytes)
                writer.append(again: place)
                writer.append(literal: "literal")
                writer.append(room: 8) { $0.append(0x7A) }
            }
            appendXMLEscaped(text, to: &expected)
            appendXMLEscaped(text, to: &expected, inAttribute: true)
            appendXMLEscaped(bytes, to: &expected)
            XMLSection.append(bytes, to: &expected)
            JSONWriter.appendEscaped(text, to: &expected)
            JSONWriter.appendString(text, to: &expected)
            JSONWriter.appendEscaped(bytes, to: &expected)
            expected += bytes
            appendXMLEscaped(text, to: &expected)
            expected += Array("literalz".utf8)
            #expect(written == expected, "\(text)")
        }
    }

    @Test("damaged bytes give other texts or none", arguments: 0..<4)
    func damaged(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let (bytes, ranges) = written([["one", "two", "three"], ["four"]])
        for _ in 0..<500 {
            var damaged = bytes
            for _ in 0..<3 {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(
                    in: .min ... .max, using: &random)
            }
            damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
            for range in ranges {
                let texts = PackedTexts(damaged, range, count: 3)
                var document: [UInt8] = []
                document.append(addingCapacity: texts.byteCount + 5) { document in
                    for place in 0..<4 { texts.append(place, to: &document, leaving: 5) }
                    for place in 0..<4 { texts.append(place...3, to: &document, leaving: 5) }
                    #expect(document.freeCapacity >= 5)
                }
                #expect(document.count <= damaged.count)
            }
        }
    }
}
