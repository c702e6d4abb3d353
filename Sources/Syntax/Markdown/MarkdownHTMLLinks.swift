// Links and what works like them: images and footnotes.
extension MarkdownHTML {
    /// An image is a link with its words: pages load nothing that the site does not carry.
    mutating func enterLink(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        let target = linkDepth == 0 ? LinkTarget(node.url) : nil
        links.append(target != nil)
        if let target {
            if target.kind == .local || target.kind == .fragment { suitsAnyPlace = false }
            linkDepth += 1
            writeLinkTag(to: retargeted(target, of: node), title: node.title, isImage: kind == .image)
        }
        if kind == .image, node.firstChild == nil { output.append(literal: "image") }
        return true
    }

    mutating func leaveLink() {
        guard links.popLast() == true else { return }
        linkDepth -= 1
        output.append(literal: "</a>")
    }

    mutating func writeLinkTag(to target: LinkTarget, title: [UInt8], isImage: Bool) {
        output.append(literal: "<a href=\"")
        HTMLText.append(address(of: target), to: &output)
        output.append(0x22)
        switch (target.kind == .external, isImage) {
        case (true, true): output.append(literal: " class=\"external image\" rel=\"noopener noreferrer\"")
        case (true, false): output.append(literal: " class=\"external\" rel=\"noopener noreferrer\"")
        case (false, true): output.append(literal: " class=\"image\"")
        case (false, false): break
        }
        if !title.isEmpty {
            output.append(literal: " title=\"")
            HTMLText.append(title, to: &output)
            output.append(0x22)
        }
        output.append(0x3E)
    }

    /// A link to one of the prose's own headings leads to the heading's name on the page.
    func retargeted(_ target: LinkTarget, of node: MarkdownNode) -> LinkTarget {
        guard target.kind == .fragment, !options.idPrefix.isEmpty else { return target }
        let name = String(decoding: node.url.dropFirst(), as: UTF8.self)
        guard anchors.contains(name) else { return target }
        return LinkTarget(Array("#\(options.idPrefix)\(name)".utf8)) ?? target
    }

    /// Whether the HTML is read without its page, as in a feed: the W3C's feed validator takes attributes for
    /// accessibility tools, which readers drop, for a risk.
    var isApart: Bool { options.baseURL != nil }

    func address(of target: LinkTarget) -> [UInt8] {
        guard let base = options.baseURL else { return target.address }
        return target.absolute(on: Array(base.utf8))
    }
}

// MARK: - Footnotes

extension MarkdownHTML {
    mutating func writeReference(_ node: MarkdownNode) {
        suitsAnyPlace = false
        let number = Int(String(decoding: node.literal, as: UTF8.self)) ?? 0
        let count = references[number, default: 0] + 1
        references[number] = count
        output.append(literal: "<sup>")
        if linkDepth == 0 {
            output.append(literal: "<a class=\"note-reference\"")
            if !isApart { output.append(literal: " role=\"doc-noteref\"") }
            output.append(literal: " href=\"")
            writePage()
            writeNoteID(number)
            output.append(literal: "\" id=\"")
            writeReferenceID(number, count)
            output.append(literal: "\">")
        }
        output.append(number: number)
        output.append(literal: linkDepth == 0 ? "</a></sup>" : "</sup>")
    }

    /// cmark puts the footnotes that are used behind the text, in the order of their numbers.
    mutating func enterFootnote() {
        suitsAnyPlace = false
        endLine()
        if footnote == 0 { output.append(literal: "<div class=\"notes\">\n<ol>\n") }
        footnote += 1
        hasReturned = false
        output.append(literal: "<li id=\"")
        writeNoteID(footnote)
        output.append(0x22)
        output.append(literal: direction)
        output.append(literal: ">\n")
    }

    mutating func leaveFootnote() {
        if !hasReturned {
            output.append(literal: "<p>")
            writeReturns()
            output.append(literal: "</p>\n")
        }
        output.append(literal: "</li>\n")
    }

    mutating func writeReturns() {
        hasReturned = true
        guard let count = references[footnote] else { return }
        for number in 1...count {
            output.append(literal: " <a class=\"note-return\"")
            if !isApart { output.append(literal: " role=\"doc-backlink\"") }
            output.append(literal: " href=\"")
            writePage()
            writeReferenceID(footnote, number)
            guard !isApart else {
                output.append(literal: "\">↩</a>")
                continue
            }
            output.append(literal: "\" aria-label=\"back to reference ")
            output.append(number: footnote)
            if number > 1 {
                output.append(literal: ", place ")
                output.append(number: number)
            }
            output.append(literal: "\">↩</a>")
        }
    }

    mutating func writePage() {
        if let base = options.baseURL { HTMLText.append(Array(base.utf8.prefix { $0 != 0x23 }), to: &output) }
        output.append(0x23)
    }

    // A heading's name never holds an underscore, so that these never meet one.
    mutating func writeNoteID(_ number: Int) {
        HTMLText.append(options.idPrefix, to: &output)
        output.append(literal: "note_")
        output.append(number: number)
    }

    mutating func writeReferenceID(_ number: Int, _ count: Int) {
        HTMLText.append(options.idPrefix, to: &output)
        output.append(literal: "noteref_")
        output.append(number: number)
        guard count > 1 else { return }
        output.append(0x5F)
        output.append(number: count)
    }
}
