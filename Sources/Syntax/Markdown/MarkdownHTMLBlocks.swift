// Blocks: headings, lists and code, and the tables among them.
extension MarkdownHTML {
    mutating func endLine() {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    mutating func startBlock(_ tag: StaticString, _ end: StaticString) {
        endLine()
        output.append(literal: tag)
        output.append(literal: direction)
        output.append(literal: end)
    }

    mutating func endBlock(_ tag: StaticString) {
        endLine()
        output.append(literal: tag)
    }

    /// The items of a tight list show their paragraphs without a tag.
    func isTight(_ paragraph: MarkdownNode, _ depth: Int) -> Bool {
        guard depth >= 3, depth - 2 <= Self.deepestContainer, let item = paragraph.parent,
            let list = item.parent
        else {
            return false
        }
        return list.kind == .list && list.isTightList
    }

    mutating func enterHeading(_ node: MarkdownNode) {
        endLine()
        writeHeadingTag(node, isEnd: false)
        if anchors.names.indices.contains(heading) {
            output.append(literal: " id=\"")
            HTMLText.append(options.idPrefix, to: &output)
            HTMLText.append(anchors.names[heading], to: &output)
            output.append(0x22)
        }
        heading += 1
        output.append(literal: direction)
        output.append(0x3E)
    }

    mutating func writeHeadingTag(_ node: MarkdownNode, isEnd: Bool) {
        let level = min(6, max(1, node.headingLevel + options.headingOffset))
        output.append(literal: isEnd ? "</h" : "<h")
        output.append(0x30 + UInt8(level))
        if isEnd { output.append(literal: ">\n") }
    }

    mutating func enterList(_ node: MarkdownNode) {
        endLine()
        guard node.isOrderedList else { return output.append(literal: "<ul>\n") }
        guard node.listStart != 1 else { return output.append(literal: "<ol>\n") }
        output.append(literal: "<ol start=\"")
        output.append(number: node.listStart)
        output.append(literal: "\">\n")
    }

    /// `isDone` says whether the item's box is ticked; nil for an item without one.
    mutating func startItem(isDone: Bool?) {
        guard let isDone else { return startBlock("<li", ">") }
        if isApart {
            startBlock("<li class=\"task\"", ">")
            return output.append(literal: isDone ? "☑ " : "☐ ")
        }
        startBlock("<li class=\"task\"", "><span role=\"img\" aria-label=\"")
        output.append(literal: isDone ? "done\">☑</span> " : "open\">☐</span> ")
    }

    mutating func writeCode(_ node: MarkdownNode) {
        startCode(language: node.fenceInfo.prefix { $0 > 0x20 })
        node.appendLiteral(to: &output)
        output.append(literal: "</code></pre>\n")
    }

    mutating func startCode(language: ArraySlice<UInt8>) {
        endLine()
        // Wide code scrolls inside itself, which a keyboard can only do where the focus can go.
        output.append(literal: "<pre tabindex=\"0\"><code")
        if !language.isEmpty {
            output.append(literal: " class=\"language-")
            HTMLText.append(language, to: &output)
            output.append(0x22)
        }
        output.append(0x3E)
    }
}

// MARK: - Tables

extension MarkdownHTML {
    mutating func enterTable(_ node: MarkdownNode) {
        startTable(node.columnAlignments, named: node.firstChild.map(MarkdownPlainText.line) ?? "")
    }

    /// A wide table scrolls inside a box of its own, named by its header, so that the page around it stands still.
    mutating func startTable(_ alignments: [UInt8], named header: @autoclosure () -> String) {
        self.alignments = alignments
        hasTableBody = false
        endLine()
        if isApart { return output.append(literal: "<div class=\"table-scroll\"><table>\n") }
        output.append(literal: "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
        var label = header()
        while label.hasSuffix(" ") || label.hasSuffix(",") { label.removeLast() }
        HTMLText.append(label.isEmpty ? "Table" : "Table: " + label, to: &output)
        output.append(literal: "\"><table>\n")
    }

    mutating func endTable() {
        output.append(literal: hasTableBody ? "</tbody>\n</table></div>\n" : "</table></div>\n")
    }

    mutating func startRow(isHeader: Bool) {
        isHeaderRow = isHeader
        column = 0
        if isHeaderRow {
            output.append(literal: "<thead>\n")
        } else if !hasTableBody {
            hasTableBody = true
            output.append(literal: "<tbody>\n")
        }
        output.append(literal: "<tr>\n")
    }

    mutating func endRow() {
        output.append(literal: isHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n")
    }

    mutating func startCell(isEmpty: Bool) {
        // A header without words names no column.
        output.append(literal: isHeaderRow && !isEmpty ? "<th scope=\"col\"" : "<td")
        switch column < alignments.count ? alignments[column] : 0 {
        case 0x6C: output.append(literal: " class=\"align-left\"")
        case 0x63: output.append(literal: " class=\"align-center\"")
        case 0x72: output.append(literal: " class=\"align-right\"")
        default: break
        }
        column += 1
        output.append(literal: direction)
        output.append(0x3E)
    }

    mutating func endCell(isEmpty: Bool) {
        output.append(literal: isHeaderRow && !isEmpty ? "</th>\n" : "</td>\n")
    }
}
