import TestKit
import Testing

@testable import Syntax

@Suite("texts that are kept one behind the other")
struct PackedTextsTests {
    private func written(_ groups: [[String]]) -> (bytes: [UInt8], ranges: [Range<Int>]) {
        var (writer, ranges) = (PackedTextsWriter(), [Range<Int>]())
        for group in groups {
            let start = writer.bytes.count
            for text in group {
                writer.bytes.append(text: text)
                writer.endText()
            }
            let size = writer.endGroup()
            ranges.append(start..<start + size)
        }
        return (writer.bytes, ranges)
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
                    #expect(document.freeCapacity >= 5)
                }
                #expect(document.count <= damaged.count)
            }
        }
    }
}
