import TestKit
import Testing

@testable import Syntax

@Suite("texts as notations write them")
struct TextEscapesTests {
    /// Every byte, what XML and JSON escape, and letters beyond ASCII, so close that marks stand beside each other.
    private static let pieces =
        (0...0x7F).map { String(UnicodeScalar(UInt8($0))) }
        + Array(repeating: "plain words that go on", count: 60)
        + [
            "é", "漢", "，", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "👩🏽‍🚒", "</p>\n<p>", "&amp;", "\"'\"'", "]]>",
            "]]",
        ]

    private static func texts(seed: UInt64) -> [String] {
        var random = SeededRandom(seed: seed)
        return (0..<60).map { size in
            (0..<size).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
        }
    }

    @Test("HTML is escaped as it is letter by letter", arguments: 0..<4)
    func html(seed: UInt64) {
        let references: [UnicodeScalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
        let quotes: [UnicodeScalar: String] = ["\"": "&quot;", "'": "&#39;"]
        for text in Self.texts(seed: seed) {
            var whole = Array("x".utf8)
            HTMLText.append(text, to: &whole)
            #expect(
                String(decoding: whole, as: UTF8.self)
                    == "x" + text.replacing { references[$0] ?? quotes[$0] })
            var content: [UInt8] = []
            HTMLText.appendContent(text, to: &content)
            #expect(String(decoding: content, as: UTF8.self) == text.replacing { references[$0] })
        }
    }

    @Test("XML is escaped as it is letter by letter", arguments: 0..<4)
    func xml(seed: UInt64) {
        let references: [UnicodeScalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"]
        let quotes: [UnicodeScalar: String] = ["\"": "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;"]
        func content(_ scalar: UnicodeScalar) -> String? {
            references[scalar] ?? (XMLCharacters.isAllowed(scalar) ? nil : "\u{FFFD}")
        }
        for text in Self.texts(seed: seed) {
            var bytes: [UInt8] = []
            appendXMLEscaped(text, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == text.replacing(content))
            bytes.removeAll()
            appendXMLEscaped(Array(text.utf8), to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == text.replacing(content))
            bytes.removeAll()
            appendXMLEscaped(text, to: &bytes, inAttribute: true)
            #expect(
                String(decoding: bytes, as: UTF8.self) == text.replacing { quotes[$0] ?? content($0) })
        }
    }

    @Test("a section of XML is written as it is letter by letter", arguments: 0..<4)
    func section(seed: UInt64) {
        for text in Self.texts(seed: seed) {
            var bytes: [UInt8] = []
            XMLSection.append(Array(text.utf8), to: &bytes)
            let expected = text.replacing { scalar in
                scalar == "\r" ? "\n" : XMLCharacters.isAllowed(scalar) ? nil : "\u{FFFD}"
            }
            #expect(
                String(decoding: bytes, as: UTF8.self)
                    == expected.split(separator: "]]>", omittingEmptySubsequences: false)
                    .joined(separator: "]]]]><![CDATA[>"))
        }
    }

    @Test("JSON is escaped as it is letter by letter", arguments: 0..<4)
    func json(seed: UInt64) {
        let letters: [UnicodeScalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\t": "\\t", "\n": "\\n", "\u{C}": "\\f", "\r": "\\r",
        ]
        for text in Self.texts(seed: seed) {
            var bytes: [UInt8] = []
            JSONWriter.appendString(text, to: &bytes)
            let expected = text.replacing { scalar in
                if let letter = letters[scalar] { return letter }
                guard scalar.value < 0x20 else { return nil }
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            #expect(String(decoding: bytes, as: UTF8.self) == "\"" + expected + "\"")
        }
    }

    @Test("texts of calendars are escaped as they are letter by letter", arguments: 0..<4)
    func calendar(seed: UInt64) {
        let marks: [UnicodeScalar: String] = ["\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"]
        for text in Self.texts(seed: seed) {
            var bytes: [UInt8] = []
            appendCalendarEscaped(text, to: &bytes)
            #expect(
                String(decoding: bytes, as: UTF8.self)
                    == text.replacing {
                        marks[$0] ?? ($0.value < 0x20 || $0.value == 0x7F ? " " : nil)
                    })
        }
    }

    @Test("a number has its digits and the zeros before them")
    func numbers() {
        func text(_ number: Int, _ width: Int = 1) -> String {
            var bytes: [UInt8] = []
            bytes.append(number: number, width: width)
            return String(decoding: bytes, as: UTF8.self)
        }
        for number in [0, 7, 10, 99, 100, 12_345, Int.max, -1, -10, Int.min] {
            #expect(text(number) == String(number))
        }
        #expect(text(7, 2) == "07")
        #expect(text(2026, 2) == "2026")
        #expect(text(0, 6) == "000000")
        #expect(text(-5, 4) == "00-5")
    }
}

extension String {
    /// The text with other words for some of its scalars.
    fileprivate func replacing(_ word: (UnicodeScalar) -> String?) -> String {
        unicodeScalars.map { word($0) ?? String($0) }.joined()
    }
}
