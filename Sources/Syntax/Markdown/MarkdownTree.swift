import CCMarkGFM

/// A text as cmark understood it: CommonMark with tables, strikethrough, bare links, task lists and footnotes.
@safe struct MarkdownTree: ~Copyable, @unchecked Sendable {
    private let root: OpaquePointer?
    /// The marks of the text.
    let marks: MarkdownMarks

    /// Parses UTF-8 text; bytes that are none, and NUL, become U+FFFD.
    ///
    /// A text whose widest line of bars, taken as often as the text has lines, would give more than 65,536 cells, or
    /// more than 250 columns, is read without tables.
    ///
    /// `isQuick` leaves out the passes over the text whose marks it has not; a test reads texts in both ways.
    static func parsing(_ markdown: [UInt8], isQuick: Bool = true) -> MarkdownTree {
        MarkdownDesks.tree(of: markdown, isQuick ? MarkdownMarks(markdown) : .all)
    }

    /// Calls `body` with the document's node, which lives as long as the call.
    borrowing func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
        guard let root = unsafe root else { return nil }
        return body(unsafe MarkdownNode(root))
    }

    /// How many links and images lead to an address with `//`.
    var webLinkCount: Int { unsafe MarkdownParser.webLinkCount(below: root) }

    /// Of a document's node, which is the tree's from here on.
    init(_ root: OpaquePointer?, _ marks: MarkdownMarks) {
        unsafe self.root = unsafe root
        self.marks = marks
    }

    deinit {
        unsafe cmark_node_free(root)
    }
}
