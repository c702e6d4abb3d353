/// A link or image as a writer wrote it, for checks that hold its words against its address.
package struct MarkdownLink: Sendable, Equatable {
    /// The words that a reader sees, without marks.
    package let text: String
    /// The address with character references and backslashes resolved, allowed or not.
    package let target: String
    /// Where the link, or its address or words, stand in the Markdown, in UTF-8 offsets; `nil` where that is not known.
    package let range: Range<Int>?
}

/// Gathers the links of a text in their order.
struct MarkdownLinkSearch: MarkdownWalker {
    private(set) var links: [MarkdownLink] = []
    private let markdown: [UInt8]
    private let lineStarts: [Int]
    // Links come in the order of the text, so that what was written twice is found at its own place.
    private var position = 0

    init(_ markdown: [UInt8]) {
        self.markdown = markdown
        var starts = [0]
        for index in markdown.indices {
            let isEnd =
                markdown[index] == 0x0A
                || (markdown[index] == 0x0D && (index + 1 == markdown.count || markdown[index + 1] != 0x0A))
            if isEnd { starts.append(index + 1) }
        }
        lineStarts = starts
    }

    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool {
        if kind == .link || kind == .image {
            let text = MarkdownPlainText.line(of: node)
            let target = String(decoding: node.url, as: UTF8.self)
            let range = toldRange(of: node) ?? foundRange(of: target) ?? foundRange(of: text)
            if let range { position = kind == .image ? range.lowerBound : range.upperBound }
            links.append(MarkdownLink(text: text, target: target, range: range))
        }
        return true
    }

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) {}

    /// cmark loses count where a paragraph's later lines are indented, so its word is taken only where a link's
    /// brackets stand at both ends.
    private func toldRange(of node: MarkdownNode) -> Range<Int>? {
        let place = node.place
        guard lineStarts.indices.contains(place.startLine - 1), lineStarts.indices.contains(place.endLine - 1)
        else {
            return nil
        }
        let start = lineStarts[place.startLine - 1] + place.startColumn - 1
        let end = lineStarts[place.endLine - 1] + place.endColumn
        guard position <= start, start < end, end <= markdown.count else { return nil }
        let isBracketed =
            "[!<".utf8.contains(markdown[start]) && ")]>".utf8.contains(markdown[end - 1])
        return isBracketed ? start..<end : nil
    }

    private func foundRange(of text: String) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty, wanted.count <= markdown.count else { return nil }
        var start = position
        while start + wanted.count <= markdown.count {
            if markdown[start] == wanted[0], markdown[start..<start + wanted.count].elementsEqual(wanted) {
                return start..<start + wanted.count
            }
            start += 1
        }
        return nil
    }
}
