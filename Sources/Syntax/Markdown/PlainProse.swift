/// Prose in the few marks that most of it is written in, understood without cmark: paragraphs, lists of one level with
/// or without boxes, quotations, fenced code and tables, with emphasis, code and links in their lines.
///
/// Tests hold what is made of it against what cmark makes of it.
struct PlainProse {
    enum Mark {
        case paragraph, quote, emphasis, strong, strikethrough
        /// A list; in a loose one, blank lines stand between items, which then are paragraphs.
        case list, looseList
        case item, openTask, doneTask
        case headerRow, row, cell
    }

    /// A part of the text in its order; places are bytes of the text.
    enum Piece {
        case begin(Mark)
        case end(Mark)
        case words(Range<Int>)
        case code(Range<Int>)
        /// The end of a line within a paragraph.
        case lineEnd
        /// A link's address; its words follow, up to `linkEnd`.
        case link(Range<Int>)
        case linkEnd
        /// A fenced block with the word behind its fence.
        case codeBlock(word: Range<Int>, Range<Int>)
        /// A table with the line below its header.
        case table(rule: Range<Int>)
        case tableEnd
    }

    let text: [UInt8]
    let pieces: [Piece]

    /// Nil for any text in which CommonMark or an extension might see something else.
    init?(_ markdown: [UInt8]) {
        guard PlainLine.isUTF8(markdown.span, markdown.count) else { return nil }
        var reader = PlainProseReader(markdown)
        guard reader.readBlocks() else { return nil }
        text = markdown
        pieces = reader.pieces
    }
}

// MARK: - As plain text

extension PlainProse {
    /// The words without marks, one paragraph, item, row or line of code a line.
    var plainText: [UInt8] { plainText(of: pieces[...]) }

    func plainText(of pieces: ArraySlice<Piece>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var isFirstCell = false
        func startLine() { if !output.isEmpty { output.append(0x0A) } }
        for piece in pieces {
            switch piece {
            case .words(let range), .code(let range): output += text[range]
            case .lineEnd: output.append(0x20)
            case .begin(.paragraph): startLine()
            case .begin(.headerRow), .begin(.row):
                startLine()
                isFirstCell = true
            case .begin(.cell):
                if !isFirstCell { output.append(literal: ", ") }
                isFirstCell = false
            case .begin(.item):
                startLine()
                output.append(literal: "- ")
            case .begin(.openTask):
                startLine()
                output.append(literal: "☐ ")
            case .begin(.doneTask):
                startLine()
                output.append(literal: "☑ ")
            case .codeBlock(_, let code):
                startLine()
                output += text[code]
                while output.last == 0x0A { output.removeLast() }
            case .begin, .end, .link, .linkEnd, .table, .tableEnd: break
            }
        }
        return output
    }
}
