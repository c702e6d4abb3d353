/// Writes a tree as HTML: no raw HTML, no unlisted scheme, nothing loaded from elsewhere, nothing in `style`.
///
/// Containers that stand more than 64 deep are left out and their text kept, so that no text makes a page that a
/// browser or a checker gives up on.
struct MarkdownHTML: MarkdownWalker {
    static let deepestContainer = 64

    var output: [UInt8] = []
    let options: MarkdownRenderer.Options
    let anchors: HeadingAnchors
    /// ` dir="auto"` where the text holds right-to-left letters, so that each block finds its own direction.
    let direction: StaticString
    var heading = 0
    // Links must not stand in links: an inner one gives its words alone. Each link says whether it wrote its tag.
    var links: [Bool] = []
    var linkDepth = 0
    var alignments: [UInt8] = []
    var column = 0
    var isHeaderRow = false
    var hasTableBody = false
    var footnote = 0
    var references: [Int: Int] = [:]
    var hasReturned = false
    // Whether nothing was written so far that other options would write otherwise.
    var suitsAnyPlace = true

    /// Whole elements of HTML.
    struct Fragment: Sendable {
        var html: [UInt8]
        /// Whether any other options would give the same.
        let suitsAnyPlace: Bool
    }

    static func fragment(
        of root: MarkdownNode, written markdown: [UInt8], _ marks: MarkdownMarks,
        _ options: MarkdownRenderer.Options
    ) -> Fragment {
        var walker = MarkdownHTML(root, markdown, marks, options)
        walker.walk(root)
        if walker.footnote > 0 { walker.output.append(literal: "</ol>\n</div>\n") }
        // For `&#xFFFE;` and `&#xFFFF;` cmark writes bytes that stand nowhere in UTF-8.
        if walker.output.span.contains(where: { $0.beyondUTF8 }) {
            walker.output = walker.output.flatMap { $0 >= 0xFE ? Array("\u{FFFD}".utf8) : [$0] }
        }
        let suitsAnyPlace = walker.suitsAnyPlace
        return Fragment(html: walker.takeOutput(), suitsAnyPlace: suitsAnyPlace)
    }

    private consuming func takeOutput() -> [UInt8] { output }

    /// What `fragment` makes of one line of words.
    static func fragment(of line: PlainLine) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(line.words.count + 16)
        output.append(literal: "<p")
        if line.words.span.mayBeRightToLeft { output.append(literal: " dir=\"auto\"") }
        output.append(0x3E)
        output.append(contentsOf: line.words)
        output.append(literal: "</p>\n")
        return output
    }

    private init(
        _ root: MarkdownNode, _ markdown: [UInt8], _ marks: MarkdownMarks, _ options: MarkdownRenderer.Options
    ) {
        self.options = options
        anchors = marks.mayHoldHeadings ? HeadingAnchors(in: root) : HeadingAnchors()
        direction = !marks.isASCII && markdown.span.mayBeRightToLeft ? " dir=\"auto\"" : ""
        output.reserveCapacity(markdown.count + markdown.count / 2 + 64)
    }

    // MARK: - Beginnings

    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool {
        let isShown = depth <= Self.deepestContainer
        switch kind {
        case .text, .rawInline:
            node.appendLiteral(to: &output)
            return false
        case .softBreak:
            output.append(0x0A)
            return false
        case .lineBreak:
            output.append(literal: "<br>\n")
            return false
        case .code:
            output.append(literal: "<code>")
            node.appendLiteral(to: &output)
            output.append(literal: "</code>")
            return false
        case .emphasis: if isShown { output.append(literal: "<em>") }
        case .strong: if isShown { output.append(literal: "<strong>") }
        case .strikethrough: if isShown { output.append(literal: "<del>") }
        case .link, .image: return enterLink(node, kind)
        case .footnoteReference:
            writeReference(node)
            return false
        case .paragraph: if !isTight(node, depth) { startBlock("<p", ">") }
        case .heading: enterHeading(node)
        case .quote:
            if isShown {
                startBlock("<blockquote", ">")
                output.append(0x0A)
            }
        case .list: if isShown { enterList(node) }
        case .item: if depth - 1 <= Self.deepestContainer { enterItem(node) }
        case .codeBlock:
            writeCode(node)
            return false
        case .rawBlock:
            endLine()
            output.append(literal: "<pre tabindex=\"0\"><code>")
            node.appendLiteral(to: &output)
            output.append(literal: "</code></pre>\n")
            return false
        case .rule:
            endLine()
            output.append(literal: "<hr>\n")
            return false
        case .table: enterTable(node)
        case .row: enterRow(node)
        case .cell: enterCell(node)
        case .footnote: enterFootnote()
        case .other: break
        }
        return true
    }

    // MARK: - Ends

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) {
        let isShown = depth <= Self.deepestContainer
        switch kind {
        case .emphasis: if isShown { output.append(literal: "</em>") }
        case .strong: if isShown { output.append(literal: "</strong>") }
        case .strikethrough: if isShown { output.append(literal: "</del>") }
        case .link, .image: leaveLink()
        case .paragraph:
            if isTight(node, depth) { break }
            if footnote > 0, depth == 2, node.next == nil { writeReturns() }
            output.append(literal: "</p>\n")
        case .heading: writeHeadingTag(node, isEnd: true)
        case .quote: if isShown { endBlock("</blockquote>\n") }
        case .list: if isShown { endBlock(node.isOrderedList ? "</ol>\n" : "</ul>\n") }
        case .item: if depth - 1 <= Self.deepestContainer { output.append(literal: "</li>\n") }
        case .table: output.append(literal: hasTableBody ? "</tbody>\n</table></div>\n" : "</table></div>\n")
        case .row: output.append(literal: isHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n")
        case .cell: leaveCell(node)
        case .footnote: leaveFootnote()
        default: break
        }
    }
}

extension [UInt8] {
    mutating func append(number: Int) {
        append(contentsOf: String(number).utf8)
    }
}

extension Span<UInt8> {
    /// Whether a byte begins a letter of Hebrew, Arabic, Syriac, Thaana, N'Ko or of their later blocks.
    fileprivate var mayBeRightToLeft: Bool {
        var offset = 0
        while offset < count {
            // Most texts are ASCII nearly throughout.
            if offset + 16 <= count, !(sixteen(at: offset) .>= .each(0x80)).isAny {
                offset += 16
                continue
            }
            let end = Swift.min(offset + 8, count)
            if head(of: offset..<end).beyondASCII != 0 {
                for place in offset..<end where mayBeginRightToLeft(at: place) { return true }
            }
            offset = end
        }
        return false
    }

    private func mayBeginRightToLeft(at place: Int) -> Bool {
        switch self[place] {
        case 0xD6...0xDF: true
        case 0xE0: place + 1 < count && self[place + 1] <= 0xA3
        case 0xEF: place + 1 < count && (0xAC...0xBB).contains(self[place + 1])
        default: false
        }
    }
}
