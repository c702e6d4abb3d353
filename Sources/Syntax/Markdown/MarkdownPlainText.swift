/// Prose without its marks: one paragraph, heading, item, row or line of code a line.
struct MarkdownPlainText: MarkdownWalker {
    private var output: [UInt8] = []
    // For each list around the text: the number of its next item, or none where it has bullets.
    private var lists: [Int?] = []
    private var needsLine = false

    /// The text below a node, with no line end behind the last line.
    static func text(of node: MarkdownNode) -> String {
        var walker = MarkdownPlainText()
        walker.walk(node)
        return String(decoding: walker.output, as: UTF8.self)
    }

    /// The words of a heading, a link or an image, in one line.
    static func line(of node: MarkdownNode) -> String {
        text(of: node)
    }

    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool {
        switch kind {
        case .text, .code, .rawInline:
            startLine()
            output += node.literal
            return false
        case .softBreak, .lineBreak:
            output.append(0x20)
            return false
        case .codeBlock, .rawBlock:
            startLine()
            output += node.literal
            while output.last == 0x0A { output.removeLast() }
            needsLine = true
            return false
        case .footnote, .footnoteReference, .rule:
            return false
        case .list:
            lists.append(node.isOrderedList ? node.listStart : nil)
        case .item:
            startLine()
            writeMarker(of: node)
        case .cell:
            if node.isFirstCell { startLine() } else { output += Array(", ".utf8) }
        default: break
        }
        return true
    }

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) {
        switch kind {
        case .paragraph, .heading, .row, .item: needsLine = true
        case .list: lists.removeLast()
        default: break
        }
    }

    private mutating func writeMarker(of item: MarkdownNode) {
        if let isDone = item.isTaskDone {
            output += Array((isDone ? "☑ " : "☐ ").utf8)
        } else if let number = lists.last ?? nil {
            output += Array("\(number). ".utf8)
        } else {
            output += Array("- ".utf8)
        }
        if let number = lists.last ?? nil { lists[lists.count - 1] = number + 1 }
    }

    private mutating func startLine() {
        if needsLine, !output.isEmpty { output.append(0x0A) }
        needsLine = false
    }
}

extension MarkdownNode {
    fileprivate var isFirstCell: Bool {
        parent?.firstChild.map { $0 == self } ?? true
    }
}
