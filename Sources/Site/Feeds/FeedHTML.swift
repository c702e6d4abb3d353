import Syntax

/// A few paragraphs of HTML for feeds and letters: every text escaped, no attribute but those written here.
struct FeedHTML {
    private(set) var bytes: [UInt8] = []

    /// - Parameter room: about how many bytes will be written.
    init(room: Int = 0) {
        bytes.reserveCapacity(room)
    }

    mutating func paragraph(_ text: String) {
        wrap("p") { HTMLText.append(text, to: &$0) }
    }

    mutating func heading(_ text: String) {
        wrap("h3") { HTMLText.append(text, to: &$0) }
    }

    /// `<p><strong>Label:</strong> text</p>`.
    mutating func labelled(_ label: String, _ text: String) {
        wrap("p") { Self.append(label, text, to: &$0) }
    }

    /// Rows of a label and a text.
    mutating func list(_ rows: [(label: String, text: String)]) {
        wrap("ul") { bytes in
            for row in rows {
                bytes.append(literal: "<li>")
                Self.append(row.label, row.text, to: &bytes)
                bytes.append(literal: "</li>\n")
            }
        }
    }

    /// A paragraph that is a link to an absolute address.
    mutating func link(_ text: String, to address: String) {
        wrap("p") { bytes in
            bytes.append(literal: "<a href=\"")
            HTMLText.append(address, to: &bytes)
            bytes.append(literal: "\">")
            HTMLText.append(text, to: &bytes)
            bytes.append(literal: "</a>")
        }
    }

    /// Adds HTML that our own renderer made.
    mutating func append(_ html: [UInt8]) {
        bytes += html
    }

    /// Begins an element that says its language and that it is written from right to left.
    mutating func beginRightToLeft(language: String) {
        bytes.append(literal: "<div lang=\"")
        HTMLText.append(language, to: &bytes)
        bytes.append(literal: "\" dir=\"rtl\">\n")
    }

    mutating func endRightToLeft() {
        bytes.append(literal: "</div>\n")
    }

    private static func append(_ label: String, _ text: String, to bytes: inout [UInt8]) {
        bytes.append(literal: "<strong>")
        HTMLText.append(label, to: &bytes)
        bytes.append(literal: ":</strong> ")
        HTMLText.append(text, to: &bytes)
    }

    private mutating func wrap(_ tag: StaticString, _ fill: (inout [UInt8]) -> Void) {
        bytes.append(literal: "<")
        bytes.append(literal: tag)
        bytes.append(literal: ">")
        fill(&bytes)
        bytes.append(literal: "</")
        bytes.append(literal: tag)
        bytes.append(literal: ">\n")
    }
}

/// HTML that several items say alike, written once for all of them.
final class SharedHTML: Sendable {
    let html: [UInt8]
    /// As it stands in a section of XML.
    let section: [UInt8]
    let json: [UInt8]

    init(_ html: FeedHTML) {
        self.html = html.bytes
        var (section, json): ([UInt8], [UInt8]) = ([], [])
        XMLSection.append(html.bytes, to: &section)
        JSONWriter.appendEscaped(html.bytes, to: &json)
        (self.section, self.json) = (section, json)
    }
}
