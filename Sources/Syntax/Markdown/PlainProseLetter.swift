// Prose in a few marks as a letter holds it.
extension MarkdownPlainText {
    /// What `letter` makes of the tree that cmark would have read.
    static func letter(of prose: PlainProse, baseURL: String) -> String {
        var writer = MarkdownPlainText(letterBase: Array(baseURL.utf8))
        for piece in prose.pieces { writer.write(piece, of: prose.text) }
        return String(decoding: writer.output, as: UTF8.self)
    }

    private mutating func write(_ piece: PlainProse.Piece, of text: [UInt8]) {
        switch piece {
        case .begin(let mark): begin(mark)
        case .end(let mark): end(mark)
        case .words(let range), .code(let range):
            startLine()
            output += text[range]
        case .lineEnd: output.append(0x20)
        case .link(let range):
            startLine()
            links.append((output.count, range))
        case .linkEnd:
            if let link = links.popLast() { writeAddress(Array(text[link.address]), behind: link.start) }
        case .codeBlock(_, let code):
            startLine()
            write(block: text[code])
            endBlock()
        case .table: containers += 1
        case .tableEnd: endContainer()
        }
    }

    private mutating func begin(_ mark: PlainProse.Mark) {
        switch mark {
        case .paragraph, .emphasis, .strong: break
        case .quote:
            containers += 1
            quoteDepth += 1
        case .list, .looseList: containers += 1
        case .item, .openTask, .doneTask:
            startLine()
            let marker: StaticString = mark == .item ? "- " : mark == .doneTask ? "☑ " : "☐ "
            output.append(literal: marker)
        case .strikethrough:
            startLine()
            output.append(literal: "~~")
        case .headerRow, .row: isFirstCell = true
        case .cell:
            if isFirstCell { startLine() } else { output.append(literal: " | ") }
            isFirstCell = false
        }
    }

    private mutating func end(_ mark: PlainProse.Mark) {
        switch mark {
        case .emphasis, .strong, .cell: break
        case .strikethrough: output.append(literal: "~~")
        case .item, .openTask, .doneTask, .headerRow, .row: needsLine = true
        case .paragraph: endBlock()
        case .quote:
            quoteDepth -= 1
            endContainer()
        case .list, .looseList: endContainer()
        }
    }

    private mutating func endContainer() {
        containers -= 1
        endBlock()
    }

    private mutating func endBlock() {
        needsLine = true
        if containers == 0 { needsBlankLine = true }
    }
}
