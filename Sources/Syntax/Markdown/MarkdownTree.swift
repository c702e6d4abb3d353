import CCMarkGFM
import Synchronization

/// A text as cmark understood it: CommonMark with tables, strikethrough, bare links, task lists and footnotes.
@safe struct MarkdownTree: ~Copyable, @unchecked Sendable {
    private let root: OpaquePointer?

    /// Parses UTF-8 text; bytes that are none, and NUL, become U+FFFD.
    ///
    /// A text whose widest line of bars, taken as often as the text has lines, would give more than 65,536 cells, or
    /// more than 250 columns, is read without tables.
    ///
    /// `isQuick` leaves out the passes over the text whose marks it has not; a test reads texts in both ways.
    static func parsing(_ markdown: [UInt8], isQuick: Bool = true) -> MarkdownTree {
        // cmark's extensions write into tables that all parsers share while they parse: on two threads, texts come out
        // wrong. Nothing but parsing writes there, so only parsing waits.
        parser.withLock { $0.parse(markdown, isQuick: isQuick) }
    }

    /// Calls `body` with the document's node, which lives as long as the call.
    borrowing func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
        guard let root = unsafe root else { return nil }
        return body(unsafe MarkdownNode(root))
    }

    fileprivate init(root: OpaquePointer?) {
        unsafe self.root = unsafe root
    }

    deinit {
        unsafe cmark_node_free(root)
    }

    private static let parser = Mutex(MarkdownParser())
}

/// What parsing needs for all texts: the extensions, registered once.
@safe private struct MarkdownParser: ~Copyable {
    // cmark gives every row as many cells as the header has: a few kilobytes of a stranger's text would become millions.
    private static let mostColumns = 250
    private static let mostCells = 65_536

    private let table: OpaquePointer?
    private let extensions: [OpaquePointer]

    init() {
        cmark_gfm_core_extensions_ensure_registered()
        unsafe table = unsafe cmark_find_syntax_extension("table")
        let names = ["strikethrough", "autolink", "tasklist"]
        unsafe extensions = names.compactMap { name in unsafe cmark_find_syntax_extension(name) }
    }

    func parse(_ markdown: [UInt8], isQuick: Bool) -> MarkdownTree {
        let footnotes = Self.mayHoldFootnotes(markdown, isQuick: isQuick) ? CMARK_OPT_FOOTNOTES : 0
        let parser = unsafe cmark_parser_new(footnotes | CMARK_OPT_VALIDATE_UTF8)
        defer { unsafe cmark_parser_free(parser) }
        unsafe extensions.forEach { syntax in
            _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
        }
        if let table = unsafe table, mayHoldTables(markdown) {
            _ = unsafe cmark_parser_attach_syntax_extension(parser, table)
        }
        unsafe markdown.withUnsafeBytes { bytes in
            unsafe cmark_parser_feed(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return unsafe MarkdownTree(root: cmark_parser_finish(parser))
    }

    /// Whether a text is read with footnotes, for which cmark walks the whole tree twice more: where a bracket is
    /// followed by a caret.
    ///
    /// A caret that is written as `\^` or `&#94;` behind a bracket is none of a footnote, but cmark 0.29.0.gfm.6 takes it
    /// for one and then writes what lies where the freed text lay: such a text is read without footnotes.
    private static func mayHoldFootnotes(_ markdown: [UInt8], isQuick: Bool) -> Bool {
        var holdsMark = !isQuick
        let text = markdown.span
        guard text.contains(where: { $0.marks(of: UInt8(ascii: "[")) }) else { return holdsMark }
        for index in 1..<max(1, text.count) where text[index - 1] == UInt8(ascii: "[") {
            let next = index + 1 < text.count ? text[index + 1] : 0
            switch text[index] {
            case UInt8(ascii: "^"): holdsMark = true
            case UInt8(ascii: "\\"): if next == UInt8(ascii: "^") { return false }
            case UInt8(ascii: "&"):
                if next == UInt8(ascii: "#") || next == UInt8(ascii: "H") { return false }
            default: continue
            }
        }
        return holdsMark
    }

    /// Whether even the widest header would leave the text's lines a sane number of cells; beyond it, bars are text.
    private func mayHoldTables(_ markdown: [UInt8]) -> Bool {
        if markdown.count < Self.mostCells, !markdown.span.contains(where: { $0.marks(of: 0x7C) }) {
            return true
        }
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
        return widest <= Self.mostColumns && widest * lines <= Self.mostCells
    }
}
