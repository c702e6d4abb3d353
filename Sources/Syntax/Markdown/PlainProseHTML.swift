extension MarkdownHTML {
    /// What `fragment` makes of the tree that cmark would have read.
    static func fragment(of prose: PlainProse, _ options: MarkdownRenderer.Options) -> [UInt8] {
        var writer = MarkdownHTML(prose.text, options)
        var isLoose = false
        for place in prose.pieces.indices {
            switch prose.pieces[place] {
            case .begin(let mark):
                if mark == .list || mark == .looseList { isLoose = mark == .looseList }
                writer.begin(mark, isLoose: isLoose)
            case .end(let mark): writer.end(mark, isLoose: isLoose)
            case .words(let range): HTMLText.appendContent(prose.text[range], to: &writer.output)
            case .code(let range):
                writer.output.append(literal: "<code>")
                HTMLText.appendContent(prose.text[range], to: &writer.output)
                writer.output.append(literal: "</code>")
            case .lineEnd: writer.output.append(0x0A)
            case .link(let range): writer.startLink(Array(prose.text[range]), title: [], isImage: false)
            case .linkEnd: writer.leaveLink()
            case .codeBlock(let word, let code):
                writer.startCode(language: prose.text[word])
                HTMLText.appendContent(prose.text[code], to: &writer.output)
                writer.output.append(literal: "</code></pre>\n")
            case .table(let rule):
                writer.startTable(prose.alignments(of: rule), named: prose.header(behind: place))
            case .tableEnd: writer.endTable()
            }
        }
        return writer.output
    }

    private mutating func begin(_ mark: PlainProse.Mark, isLoose: Bool) {
        switch mark {
        case .paragraph: startBlock("<p", ">")
        case .quote: startBlock("<blockquote", ">\n")
        case .list, .looseList: output.append(literal: "<ul>\n")
        case .item, .openTask, .doneTask:
            startItem(isDone: mark == .item ? nil : mark == .doneTask)
            if isLoose { startBlock("<p", ">") }
        case .emphasis: output.append(literal: "<em>")
        case .strong: output.append(literal: "<strong>")
        case .strikethrough: output.append(literal: "<del>")
        case .headerRow, .row: startRow(isHeader: mark == .headerRow)
        case .cell: startCell(isEmpty: false)
        }
    }

    private mutating func end(_ mark: PlainProse.Mark, isLoose: Bool) {
        switch mark {
        case .paragraph: output.append(literal: "</p>\n")
        case .quote: output.append(literal: "</blockquote>\n")
        case .list, .looseList: output.append(literal: "</ul>\n")
        case .item, .openTask, .doneTask: output.append(literal: isLoose ? "</p>\n</li>\n" : "</li>\n")
        case .emphasis: output.append(literal: "</em>")
        case .strong: output.append(literal: "</strong>")
        case .strikethrough: output.append(literal: "</del>")
        case .headerRow, .row: endRow()
        case .cell: endCell(isEmpty: false)
        }
    }
}

extension PlainProse {
    /// The columns' sides as `l`, `c`, `r`, or 0 where the writer chose none.
    fileprivate func alignments(of rule: Range<Int>) -> [UInt8] {
        text[rule].split(separator: UInt8(ascii: "|")).compactMap { cell in
            guard let first = cell.first(where: { $0 != 0x20 }), let last = cell.last(where: { $0 != 0x20 })
            else {
                return nil
            }
            switch (first == UInt8(ascii: ":"), last == UInt8(ascii: ":")) {
            case (true, true): return UInt8(ascii: "c")
            case (true, false): return UInt8(ascii: "l")
            case (false, true): return UInt8(ascii: "r")
            case (false, false): return 0
            }
        }
    }

    /// The words of the header of the table that begins here.
    fileprivate func header(behind table: Int) -> String {
        var end = table
        while end < pieces.count {
            if case .end(.headerRow) = pieces[end] { break }
            end += 1
        }
        return String(decoding: plainText(of: pieces[table..<end]), as: UTF8.self)
    }
}
