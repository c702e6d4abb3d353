import CCMarkGFM

/// What parsing one text after the other needs: the extensions, registered once, and parsers, which are new again after
/// each text.
@safe struct MarkdownParser: ~Copyable {
    // cmark gives every row as many cells as the header has: a few kilobytes of a stranger's text would become millions.
    private static let mostColumns = 250
    private static let mostCells = 65_536

    /// Passes that are an extension of cmark's, by its name, in the order in which they are asked.
    private static let extensions: [(pass: MarkdownPasses, name: String)] = [
        (.strikethrough, "strikethrough"), (.bareLinks, "autolink"), (.tasks, "tasklist"), (.tables, "table"),
    ]

    // cmark's own guard against registering twice is none between threads.
    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

    // One for each set of passes that a text asked for.
    private var parsers: [OpaquePointer?]

    init() {
        unsafe parsers = Array(repeating: nil, count: Int(MarkdownPasses.all.rawValue) + 1)
        Self.registration
    }

    deinit {
        unsafe parsers.forEach { parser in
            if let parser = unsafe parser { unsafe cmark_parser_free(parser) }
        }
    }

    /// Parses a text with certain passes, as far as they do it no harm; answers the document's node, which is the caller's.
    mutating func parse(_ markdown: [UInt8], _ asked: MarkdownPasses) -> OpaquePointer? {
        var passes = asked
        if passes.contains(.footnotes), Self.harmsFootnotes(markdown) { passes.remove(.footnotes) }
        if passes.contains(.tables), Self.harmsTables(markdown) { passes.remove(.tables) }
        let parser = unsafe parser(for: passes)
        unsafe markdown.withUnsafeBytes { bytes in
            unsafe cmark_parser_feed(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        // The parser is as it was before, but for what was attached to it.
        return unsafe cmark_parser_finish(parser)
    }

    private mutating func parser(for passes: MarkdownPasses) -> OpaquePointer? {
        let place = Int(passes.rawValue)
        if let parser = unsafe parsers[place] { return unsafe parser }
        let parser = unsafe cmark_parser_new(
            (passes.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0)
                | (passes.contains(.mending) ? CMARK_OPT_VALIDATE_UTF8 : 0))
        for (pass, name) in Self.extensions where passes.contains(pass) {
            guard let syntax = unsafe cmark_find_syntax_extension(name) else { continue }
            _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
        }
        unsafe parsers[place] = unsafe parser
        return unsafe parser
    }

    /// How many links and images lead to an address with `//`.
    static func webLinkCount(below root: OpaquePointer?) -> Int {
        var count = 0
        var next = unsafe cmark_node_first_child(root)
        while var node = unsafe next {
            let type = unsafe cmark_node_get_type(node)
            if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE,
                let address = unsafe cmark_node_get_url(node), unsafe strstr(address, "//") != nil
            {
                count += 1
            }
            unsafe next = unsafe cmark_node_first_child(node)
            while unsafe next == nil {
                unsafe next = unsafe cmark_node_next(node)
                guard unsafe next == nil, let parent = unsafe cmark_node_parent(node), unsafe parent != root
                else { break }
                unsafe node = unsafe parent
            }
        }
        return count
    }

    /// Whether a caret stands behind a bracket as `\^` or `&#94;`: it is none of a footnote, but cmark 0.29.0.gfm.6 takes
    /// it for one and then writes what lies where the freed text lay. Such a text is read without footnotes.
    private static func harmsFootnotes(_ markdown: [UInt8]) -> Bool {
        let text = markdown.span
        for index in 1..<max(1, text.count) where text[index - 1] == UInt8(ascii: "[") {
            let next = index + 1 < text.count ? text[index + 1] : 0
            switch text[index] {
            case UInt8(ascii: "\\"): if next == UInt8(ascii: "^") { return true }
            case UInt8(ascii: "&"):
                if next == UInt8(ascii: "#") || next == UInt8(ascii: "H") { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether the widest header would give the text's lines an insane number of cells: then bars are text.
    private static func harmsTables(_ markdown: [UInt8]) -> Bool {
        if markdown.count < mostCells, !markdown.span.contains(where: { $0.marks(of: 0x7C) }) { return false }
        var lines = 1
        var columns = 1
        var widest = 1
        for byte in markdown {
            if byte == 0x7C {
                columns += 1
                widest = max(widest, columns)
            } else if byte == 0x0A || byte == 0x0D {
                lines += 1
                columns = 1
            }
        }
        return widest > mostColumns || widest * lines > mostCells
    }
}
