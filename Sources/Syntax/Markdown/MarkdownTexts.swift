import Synchronization

/// Texts of which more than one thing is made, such as a page, a feed and a summary of an update: each is parsed once, and
/// its HTML made once where it is the same at any place, and its words once.
package final class MarkdownTexts: Sendable {
    /// Texts beyond so many are parsed each time that they are asked for.
    private static let mostKept = 64

    private final class Text {
        let markdown: [UInt8]
        let tree: MarkdownTree
        /// What suits any place; nil where nothing does, or nobody asked yet.
        var html: [UInt8]?
        /// The words alone, for up to so many letters; nil where nobody asked yet.
        var words: (bytes: [UInt8], limit: Int)?

        init(_ markdown: [UInt8]) {
            self.markdown = markdown
            tree = .parsing(markdown)
        }

        func `is`(_ other: [UInt8]) -> Bool {
            let markdown = markdown
            return markdown.span.equals(other.span)
        }
    }

    // cmark makes C strings in a tree while it is read, so that one thread reads at a time.
    private let kept = Mutex<[Text]>([])

    package init() {}

    /// Calls `body` with a text's tree, which lives as long as the call.
    func withRoot<Result: Sendable>(of markdown: [UInt8], _ body: (MarkdownNode) -> Result) -> Result? {
        kept.withLock { Self.text(markdown, among: &$0).tree.withRoot(body) }
    }

    /// A text's HTML, which `make` makes of its tree, unless what it made before suits any place.
    func html(
        of markdown: [UInt8], _ make: (borrowing MarkdownTree) -> MarkdownHTML.Fragment?
    ) -> MarkdownHTML.Fragment? {
        kept.withLock { kept in
            let text = Self.text(markdown, among: &kept)
            if let html = text.html { return MarkdownHTML.Fragment(html: html, suitsAnyPlace: true) }
            let fragment = make(text.tree)
            if let fragment, fragment.suitsAnyPlace { text.html = fragment.html }
            return fragment
        }
    }

    /// A text's words alone, which `make` makes of its tree, unless it made them for as many letters before.
    func words(of markdown: [UInt8], limit: Int, _ make: (MarkdownNode) -> [UInt8]) -> [UInt8]? {
        kept.withLock { kept in
            let text = Self.text(markdown, among: &kept)
            if let words = text.words, words.limit >= limit { return words.bytes }
            let words = text.tree.withRoot(make)
            text.words = words.map { ($0, limit) }
            return words
        }
    }

    private static func text(_ markdown: [UInt8], among kept: inout [Text]) -> Text {
        if let text = kept.first(where: { $0.is(markdown) }) { return text }
        let text = Text(markdown)
        if kept.count < mostKept { kept.append(text) }
        return text
    }
}
