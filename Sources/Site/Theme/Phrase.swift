import Syntax

/// One text of a theme with its places to fill in, such as `due {when}`.
final class Phrase: Sendable {
    enum Part: Sendable {
        case text([UInt8], html: [UInt8])
        case slot(String)
    }

    let parts: [Part]
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
        var words = 0..<0
        func finishWords() {
            guard !words.isEmpty else { return }
            var html: [UInt8] = []
            HTMLText.append(bytes[words], to: &html)
            parts.append(.text(Array(bytes[words]), html: html))
        }
        while let open = bytes[words.upperBound...].firstIndex(of: UInt8(ascii: "{")) {
            let name = bytes[(open + 1)...].prefix(while: Self.isLetterOfName)
            if !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: "}") {
                words = words.lowerBound..<open
                finishWords()
                let slot = String(decoding: name, as: UTF8.self)
                parts.append(.slot(slot))
                slots.append(slot)
                words = name.endIndex + 1..<name.endIndex + 1
            } else {
                words = words.lowerBound..<open + 1
            }
        }
        words = words.lowerBound..<bytes.endIndex
        finishWords()
        self.parts = parts
        self.slots = slots
    }

    private static func isLetterOfName(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
    }

    /// The text with its places filled with texts; a place that is not given stays empty.
    func text(_ values: KeyValuePairs<String, String>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        for place in parts.indices {
            switch parts[place] {
            case .text(let words, _): bytes += words
            case .slot(let name):
                for index in values.indices where values[index].key == name {
                    bytes.append(text: values[index].value)
                    break
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text as HTML with its places filled with HTML that is safe already.
    func html(_ values: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        var result: [UInt8] = []
        for place in parts.indices {
            switch parts[place] {
            case .text(_, let html): result += html
            case .slot(let name):
                if let value = values.first(where: { $0.key == name }) { result += value.value }
            }
        }
        return result
    }

    /// Appends the text with one place filled; any other stays empty.
    func append(to bytes: inout [UInt8], filling slot: String, _ fill: (inout [UInt8]) -> Void) {
        for place in parts.indices {
            switch parts[place] {
            case .text(let words, _): bytes += words
            case .slot(let name): if name == slot { fill(&bytes) }
            }
        }
    }

    /// Appends the text with its only place filled.
    func append(to bytes: inout [UInt8], filling fill: (inout [UInt8]) -> Void) {
        for place in parts.indices {
            switch parts[place] {
            case .text(let words, _): bytes += words
            case .slot: fill(&bytes)
            }
        }
    }
}
