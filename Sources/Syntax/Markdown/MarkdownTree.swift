import CCMarkGFM
import Synchronization

/// A text as cmark understood it: CommonMark with tables, strikethrough, bare links, task lists and footnotes.
@safe struct MarkdownTree: ~Copyable, @unchecked Sendable {
    private let root: OpaquePointer?

    /// Parses UTF-8 text; bytes that are none, and NUL, become U+FFFD.
    static func parsing(_ markdown: [UInt8]) -> MarkdownTree {
        // cmark's extensions write into tables that all parsers share while they parse: on two threads, texts come out
        // wrong. Nothing but parsing writes there, so only parsing waits.
        parser.withLock { $0.parse(markdown) }
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
    private let extensions: [OpaquePointer]

    init() {
        cmark_gfm_core_extensions_ensure_registered()
        let names = ["table", "strikethrough", "autolink", "tasklist"]
        unsafe extensions = names.compactMap { name in unsafe cmark_find_syntax_extension(name) }
    }

    func parse(_ markdown: [UInt8]) -> MarkdownTree {
        let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8)
        defer { unsafe cmark_parser_free(parser) }
        unsafe extensions.forEach { syntax in
            _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
        }
        unsafe markdown.withUnsafeBytes { bytes in
            unsafe cmark_parser_feed(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return unsafe MarkdownTree(root: cmark_parser_finish(parser))
    }
}
