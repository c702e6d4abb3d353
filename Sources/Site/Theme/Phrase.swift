import Syntax

/// One text of a theme with its places to fill in, such as `due {when}`.
final class Phrase: Sendable {
    /// Words, by where they stand among all words of the text and of its HTML, or a place to fill in.
    enum Part: Sendable {
        case text(Range<Int>, html: Range<Int>)
        case slot(Int)
    }

    let parts: [Part]
    let words: [UInt8]
    /// The same, escaped.
    let html: [UInt8]
    /// The text as it stands in its file.
    let source: String
    /// The text as it stands in its file, for templates.
    let value: TemplateValue
    /// The names of the places in their order.
    let slots: [String]

    /// Reads `{name}` as a place to fill in; any other brace is a brace.
    init(_ text: String) {
        source = text
        value = .constant(text)
        var parts: [Part] = []
        var slots: [String] = []
        let bytes = Array(text.utf8)
        var (all, html): ([UInt8], [UInt8]) = ([], [])
        var words = 0..<0
        func finishWords() {
            guard !words.isEmpty else { return }
            let starts = (all.count, html.count)
            all += bytes[words]
            HTMLText.append(bytes[words], to: &html)
            parts.append(.text(starts.0..<all.count, html: starts.1..<html.count))
        }
        while let open = bytes[words.upperBound...].firstIndex(of: UInt8(ascii: "{")) {
            let name = bytes[(open + 1)...].prefix(while: Self.isLetterOfName)
            if !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: "}") {
                words = words.lowerBound..<open
                finishWords()
                parts.append(.slot(slots.count))
                slots.append(String(decoding: name, as: UTF8.self))
                words = name.endIndex + 1..<name.endIndex + 1
            } else {
                words = words.lowerBound..<open + 1
            }
        }
        words = words.lowerBound..<bytes.endIndex
        finishWords()
        self.parts = parts
        self.words = all
        self.html = html
        self.slots = slots
    }

    private static func isLetterOfName(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
    }

    /// The text with its places filled with texts; a place that is not given stays empty.
    func text(_ values: KeyValuePairs<String, String>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        append(to: &bytes) { slot, bytes in
            for index in values.indices where values[index].key == slot {
                bytes.append(text: values[index].value)
                break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text as HTML with its places filled with HTML that is safe already.
    func html(_ values: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        var result: [UInt8] = []
        appendHTML(to: &result) { slot, result in
            if let value = values.first(where: { $0.key == slot }) { result += value.value }
        }
        return result
    }

    /// Appends the text with one place filled; any other stays empty.
    func append(to bytes: inout [UInt8], filling slot: String, _ fill: (inout [UInt8]) -> Void) {
        append(to: &bytes) { name, bytes in if name == slot { fill(&bytes) } }
    }

    /// Appends the text with its only place filled.
    func append(to bytes: inout [UInt8], filling fill: (inout [UInt8]) -> Void) {
        append(to: &bytes) { _, bytes in fill(&bytes) }
    }

    /// Appends the text as HTML with one place filled; any other stays empty.
    func appendHTML(to bytes: inout [UInt8], filling slot: String, _ fill: (inout [UInt8]) -> Void) {
        appendHTML(to: &bytes) { name, bytes in if name == slot { fill(&bytes) } }
    }

    /// Appends the text, each of whose places `fill` fills by its name.
    @inline(__always)
    func append(to bytes: inout [UInt8], _ fill: (String, inout [UInt8]) -> Void) {
        let words = words
        for part in parts {
            switch part {
            case .text(let range, _): bytes.append(words.span.extracting(range))
            case .slot(let place): fill(slots[place], &bytes)
            }
        }
    }

    /// Appends the text as HTML, each of whose places `fill` fills by its name.
    @inline(__always)
    func appendHTML(to bytes: inout [UInt8], _ fill: (String, inout [UInt8]) -> Void) {
        let html = html
        for part in parts {
            switch part {
            case .text(_, let range): bytes.append(html.span.extracting(range))
            case .slot(let place): fill(slots[place], &bytes)
            }
        }
    }
}
