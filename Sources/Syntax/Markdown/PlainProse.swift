/// Prose in the few marks that most of it is written in, understood without cmark: paragraphs, lists of one level,
/// quotations and fenced code, with emphasis, code and links in their lines.
///
/// Tests hold what is made of it against what cmark makes of it.
struct PlainProse {
    enum Mark {
        case paragraph, quote, list, item, emphasis, strong, strikethrough
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

// MARK: - As HTML

extension MarkdownHTML {
    /// What `fragment` makes of the tree that cmark would have read.
    static func fragment(of prose: PlainProse, _ options: MarkdownRenderer.Options) -> [UInt8] {
        var writer = MarkdownHTML(prose.text, options)
        for piece in prose.pieces { writer.write(piece, of: prose.text) }
        return writer.output
    }

    private mutating func write(_ piece: PlainProse.Piece, of text: [UInt8]) {
        switch piece {
        case .begin(.paragraph): startBlock("<p", ">")
        case .begin(.quote): startBlock("<blockquote", ">\n")
        case .begin(.list): output.append(literal: "<ul>\n")
        case .begin(.item): startBlock("<li", ">")
        case .begin(.emphasis): output.append(literal: "<em>")
        case .begin(.strong): output.append(literal: "<strong>")
        case .begin(.strikethrough): output.append(literal: "<del>")
        case .end(.paragraph): output.append(literal: "</p>\n")
        case .end(.quote): output.append(literal: "</blockquote>\n")
        case .end(.list): output.append(literal: "</ul>\n")
        case .end(.item): output.append(literal: "</li>\n")
        case .end(.emphasis): output.append(literal: "</em>")
        case .end(.strong): output.append(literal: "</strong>")
        case .end(.strikethrough): output.append(literal: "</del>")
        case .words(let range): HTMLText.appendContent(text[range], to: &output)
        case .code(let range):
            output.append(literal: "<code>")
            HTMLText.appendContent(text[range], to: &output)
            output.append(literal: "</code>")
        case .lineEnd: output.append(0x0A)
        case .link(let range): startLink(Array(text[range]), title: [], isImage: false)
        case .linkEnd: leaveLink()
        case .codeBlock(let word, let code):
            startCode(language: text[word])
            HTMLText.appendContent(text[code], to: &output)
            output.append(literal: "</code></pre>\n")
        }
    }
}

// MARK: - As plain text

extension PlainProse {
    /// The words without marks, one paragraph, item or line of code a line.
    var plainText: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        for piece in pieces {
            switch piece {
            case .words(let range), .code(let range): output += text[range]
            case .lineEnd: output.append(0x20)
            case .begin(.paragraph): if !output.isEmpty { output.append(0x0A) }
            case .begin(.item):
                if !output.isEmpty { output.append(0x0A) }
                output.append(literal: "- ")
            case .codeBlock(_, let code):
                if !output.isEmpty { output.append(0x0A) }
                output += text[code]
                while output.last == 0x0A { output.removeLast() }
            case .begin, .end, .link, .linkEnd: break
            }
        }
        return output
    }
}
