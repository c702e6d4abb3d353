import Syntax

/// A few paragraphs of HTML for feeds and letters: every text escaped, no attribute but those written here.
struct FeedHTML {
    private(set) var bytes: [UInt8] = []

    /// - Parameter room: about how many bytes will be written.
    init(room: Int = 0) {
        bytes.reserveCapacity(room)
    }

    mutating func paragraph(_ text: String) {
        bytes.append(literal: "<p>")
        HTMLText.append(text, to: &bytes)
        bytes.append(literal: "</p>\n")
    }

    mutating func heading(_ text: String) {
        bytes.append(literal: "<h3>")
        HTMLText.append(text, to: &bytes)
        bytes.append(literal: "</h3>\n")
    }

    /// `<p><strong>Label:</strong> text</p>`.
    mutating func labelled(_ label: String, _ text: String) {
        bytes.append(literal: "<p><strong>")
        append(label, text)
        bytes.append(literal: "</p>\n")
    }

    /// Rows of a label and a text.
    mutating func list(_ rows: [(label: String, text: String)]) {
        bytes.append(literal: "<ul>")
        for row in rows {
            bytes.append(literal: "<li><strong>")
            append(row.label, row.text)
            bytes.append(literal: "</li>\n")
        }
        bytes.append(literal: "</ul>\n")
    }

    /// A paragraph that is a link to an absolute address.
    mutating func link(_ text: String, to address: String) {
        bytes.append(literal: "<p><a href=\"")
        HTMLText.append(address, to: &bytes)
        bytes.append(literal: "\">")
        HTMLText.append(text, to: &bytes)
        bytes.append(literal: "</a></p>\n")
    }

    /// Adds HTML of our own that `write` writes.
    mutating func append(_ write: (inout [UInt8]) -> Void) { write(&bytes) }

    /// Begins an element that says its language and that it is written from right to left.
    mutating func beginRightToLeft(language: String) {
        bytes.append(literal: "<div lang=\"")
        HTMLText.append(language, to: &bytes)
        bytes.append(literal: "\" dir=\"rtl\">\n")
    }

    mutating func endRightToLeft() {
        bytes.append(literal: "</div>\n")
    }

    private mutating func append(_ label: String, _ text: String) {
        HTMLText.append(label, to: &bytes)
        bytes.append(literal: ":</strong> ")
        HTMLText.append(text, to: &bytes)
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
