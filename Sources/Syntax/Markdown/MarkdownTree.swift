import CCMarkGFM
import Synchronization

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
        let marks = isQuick ? MarkdownMarks(markdown) : .all
        // cmark's extensions write into tables that all parsers share while they parse: on two threads, texts come out
        // wrong. Nothing but parsing writes there, so only parsing waits.
        return parser.withLock { parser in
            unsafe MarkdownTree(root: parser.parse(markdown, marks), marks)
        }
    }

    /// Calls `body` with the document's node, which lives as long as the call.
    borrowing func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
        guard let root = unsafe root else { return nil }
        return body(unsafe MarkdownNode(root))
    }

    private init(root: OpaquePointer?, _ marks: MarkdownMarks) {
        unsafe self.root = unsafe root
        self.marks = marks
    }

    deinit {
        unsafe cmark_node_free(root)
    }

    private static let parser = Mutex(MarkdownParser())
}
