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
        suitsAnyPlace = false
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

    mutating func enterItem(_ node: MarkdownNode) {
        guard let isDone = node.isTaskDone else { return startBlock("<li", ">") }
        suitsAnyPlace = false
        if isApart {
            startBlock("<li class=\"task\"", ">")
            return output.append(literal: isDone ? "☑ " : "☐ ")
        }
        startBlock("<li class=\"task\"", "><span role=\"img\" aria-label=\"")
        output.append(literal: isDone ? "done\">☑</span> " : "open\">☐</span> ")
    }

    mutating func writeCode(_ node: MarkdownNode) {
        endLine()
        // Wide code scrolls inside itself, which a keyboard can only do where the focus can go.
        output.append(literal: "<pre tabindex=\"0\"><code")
        let language = node.fenceInfo.prefix { $0 > 0x20 }
        if !language.isEmpty {
            output.append(literal: " class=\"language-")
            HTMLText.append(Array(language), to: &output)
            output.append(0x22)
        }
        output.append(0x3E)
        node.appendLiteral(to: &output)
        output.append(literal: "</code></pre>\n")
    }
}

// MARK: - Tables

extension MarkdownHTML {
    /// A wide table scrolls inside a box of its own, named by its header, so that the page around it stands still.
    mutating func enterTable(_ node: MarkdownNode) {
        suitsAnyPlace = false
        alignments = node.columnAlignments
        hasTableBody = false
        endLine()
        if isApart { return output.append(literal: "<div class=\"table-scroll\"><table>\n") }
        output.append(literal: "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
        var label = node.firstChild.map(MarkdownPlainText.line) ?? ""
        while label.hasSuffix(" ") || label.hasSuffix(",") { label.removeLast() }
        HTMLText.append(label.isEmpty ? "Table" : "Table: " + label, to: &output)
        output.append(literal: "\"><table>\n")
    }

    mutating func enterRow(_ node: MarkdownNode) {
        isHeaderRow = node.isHeaderRow
        column = 0
        if isHeaderRow {
            output.append(literal: "<thead>\n")
        } else if !hasTableBody {
            hasTableBody = true
            output.append(literal: "<tbody>\n")
        }
        output.append(literal: "<tr>\n")
    }

    mutating func enterCell(_ node: MarkdownNode) {
        // A header without words names no column.
        output.append(literal: isHeaderRow && node.firstChild != nil ? "<th scope=\"col\"" : "<td")
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

    mutating func leaveCell(_ node: MarkdownNode) {
        output.append(literal: isHeaderRow && node.firstChild != nil ? "</th>\n" : "</td>\n")
    }
}
