/// Prose without its marks: one paragraph, heading, item, row or line of code a line.
///
/// A letter, which is read without the page, also says what marks alone would say: a blank line stands between blocks,
/// an address behind the words of its link, `> ` before what is quoted and tildes around what is struck out.
struct MarkdownPlainText: MarkdownWalker {
    private var output: [UInt8] = []
    /// For a letter the absolute address that links of the prose are told from; nil for lines.
    private let letterBase: [UInt8]?
    private var needsBlankLine = false
    private var quoteDepth = 0
    /// Where the words of each link around the text begin.
    private var linkStarts: [Int] = []
    // For each list around the text: the number of its next item, or none where it has bullets.
    private var lists: [Int?] = []
    private var needsLine = false
    /// After how many letters, blanks apart, no more text is wanted; and how many there are. They are only counted where
    /// there is a limit.
    private let limit: Int
    private var letterCount = 0

    /// The text below a node, with no line end behind the last line.
    static func text(of node: MarkdownNode) -> String { String(decoding: words(of: node), as: UTF8.self) }

    /// The same as bytes; with a `limit`, to its end or until it has more letters than that, blanks apart.
    static func words(of node: MarkdownNode, limit: Int = .max) -> [UInt8] {
        var walker = MarkdownPlainText(letterBase: nil, limit: limit)
        walker.walk(node)
        return walker.output
    }

    /// The text below a node as a letter holds it; `baseURL` is the absolute address of the page that it stands on.
    static func letter(of node: MarkdownNode, baseURL: String) -> String {
        var walker = MarkdownPlainText(letterBase: Array(baseURL.utf8))
        walker.walk(node)
        return String(decoding: walker.output, as: UTF8.self)
    }

    private init(letterBase: [UInt8]?, limit: Int = .max) {
        self.letterBase = letterBase
        self.limit = limit
    }

    private var isLetter: Bool { letterBase != nil }

    /// The words of a heading, a link or an image, in one line.
    static func line(of node: MarkdownNode) -> String {
        text(of: node)
    }

    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool {
        guard letterCount <= limit else { return false }
        switch kind {
        case .text, .code, .rawInline:
            startLine()
            append(node)
            return false
        case .softBreak, .lineBreak:
            if isLetter, kind == .lineBreak {
                needsLine = true
            } else {
                output.append(0x20)
            }
            return false
        case .codeBlock, .rawBlock:
            startLine()
            append(node)
            while output.last == 0x0A { output.removeLast() }
            needsLine = true
            needsBlankLine = isLetter && depth == 1
            return false
        case .footnote, .footnoteReference, .rule:
            return false
        case .list:
            lists.append(node.isOrderedList ? node.listStart : nil)
        case .item:
            startLine()
            writeMarker(of: node)
        case .cell:
            if node.isFirstCell { startLine() } else { output.append(literal: isLetter ? " | " : ", ") }
        case .quote: quoteDepth += 1
        case .strikethrough where isLetter:
            startLine()
            output.append(literal: "~~")
        case .link, .image:
            startLine()
            linkStarts.append(output.count)
        default: break
        }
        return true
    }

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) {
        if depth == 1 { needsBlankLine = isLetter }
        switch kind {
        case .paragraph, .heading, .row, .item: needsLine = true
        case .list: lists.removeLast()
        case .quote: quoteDepth -= 1
        case .strikethrough where isLetter: output.append(literal: "~~")
        case .link, .image: writeAddress(of: node, behind: linkStarts.removeLast())
        default: break
        }
    }

    private mutating func append(_ node: MarkdownNode) {
        let start = output.count
        node.appendWords(to: &output)
        if limit < .max { letterCount += output.span.extracting(start...).letterCount }
    }

    private mutating func writeMarker(of item: MarkdownNode) {
        if let isDone = item.isTaskDone {
            output.append(literal: isDone ? "☑ " : "☐ ")
        } else if let number = lists.last ?? nil {
            output.append(number: number)
            output.append(literal: ". ")
        } else {
            output.append(literal: "- ")
        }
        if let number = lists.last ?? nil { lists[lists.count - 1] = number + 1 }
    }

    /// The address in brackets, where the words of the link do not say it themselves.
    private mutating func writeAddress(of node: MarkdownNode, behind start: Int) {
        // A place in the prose itself is read anyway.
        guard let letterBase, let target = LinkTarget(node.url), target.kind != .fragment else { return }
        let address = target.absolute(on: letterBase)
        let words = output[start...]
        let saysIt =
            words.elementsEqual(node.url)
            || ["", "https://", "http://", "mailto:"].contains {
                address.count == $0.utf8.count + words.count && address.starts(with: $0.utf8)
                    && address.suffix(words.count).elementsEqual(words)
            }
        guard !saysIt else { return }
        if words.isEmpty {
            output += address
        } else {
            output += Array(" (".utf8) + address + Array(")".utf8)
        }
    }

    private mutating func startLine() {
        let isFirst = output.isEmpty
        if needsLine, !isFirst { output.append(0x0A) }
        if needsLine, needsBlankLine, !isFirst { output.append(0x0A) }
        if isLetter, quoteDepth > 0, needsLine || isFirst {
            for _ in 0..<min(quoteDepth, 9) { output.append(literal: "> ") }
        }
        needsLine = false
        needsBlankLine = false
    }
}

extension MarkdownNode {
    fileprivate var isFirstCell: Bool {
        parent?.firstChild.map { $0 == self } ?? true
    }
}
