/// Turns a writer's prose into HTML, plain text or a list of its links.
///
/// The language is CommonMark with tables, strikethrough, bare links, task lists and footnotes. A writer always sees
/// what he wrote: raw HTML is shown as text, and a link that may not be a link keeps its words.
package struct MarkdownRenderer: Sendable {
    /// How a piece of prose fits the page around it.
    package struct Options: Sendable {
        /// What is added to a heading's level: with 2, the prose's `#` is an `h3`; no level goes past `h6`.
        package var headingOffset = 0
        /// What stands before the `id` of each heading and footnote, such as `causes-`, so that several pieces of prose
        /// can stand on one page. Links of the prose to its own headings follow.
        package var idPrefix = ""
        /// The absolute address of the page, where the HTML will stand elsewhere, as in a feed: links within the page
        /// and the site are written out. `nil` leaves them as they are.
        package var baseURL: String?

        package init(headingOffset: Int = 0, idPrefix: String = "", baseURL: String? = nil) {
            self.headingOffset = headingOffset
            self.idPrefix = idPrefix
            self.baseURL = baseURL
        }
    }

    /// Whether one line of words is told without cmark, and other texts without the passes that they need not; a test
    /// renders texts in both ways.
    let isQuick: Bool

    /// Where texts are kept of which more will be made; nil where each is parsed for itself.
    private let texts: MarkdownTexts?

    /// `texts` are those of which more than one thing is made.
    package init(sharing texts: MarkdownTexts? = nil) {
        isQuick = true
        self.texts = texts
    }

    init(isQuick: Bool) {
        self.isQuick = isQuick
        texts = nil
    }

    private func withRoot<Result: Sendable>(
        of markdown: [UInt8], _ body: (MarkdownNode) -> Result
    ) -> Result? {
        if let texts { return texts.withRoot(of: markdown, body) }
        return MarkdownTree.parsing(markdown, isQuick: isQuick).withRoot(body)
    }

    /// An HTML fragment of whole elements, ending in a line end; empty where the prose is.
    package func html(_ markdown: [UInt8], _ options: Options = Options()) -> [UInt8] {
        if isQuick, let line = PlainLine(markdown) { return MarkdownHTML.fragment(of: line) }
        func make(_ tree: borrowing MarkdownTree) -> MarkdownHTML.Fragment? {
            let marks = tree.marks
            return tree.withRoot { MarkdownHTML.fragment(of: $0, written: markdown, marks, options) }
        }
        let fragment =
            if let texts { texts.html(of: markdown, make) } else {
                make(.parsing(markdown, isQuick: isQuick))
            }
        return fragment?.html ?? []
    }

    /// An HTML fragment of whole elements, ending in a line end; empty where the prose is.
    package func html(_ markdown: String, _ options: Options = Options()) -> [UInt8] {
        html(Array(markdown.utf8), options)
    }

    /// The words without marks and footnotes, one paragraph, item or row a line, for summaries and announcements.
    package func plainText(_ markdown: [UInt8]) -> String {
        String(decoding: plainWords(markdown), as: UTF8.self)
    }

    /// The same as bytes; with a `limit`, to their end or until they have more letters than that, blanks apart.
    package func plainWords(_ markdown: [UInt8], limit: Int = .max) -> [UInt8] {
        if isQuick, let line = PlainLine(markdown) { return Array(line.words) }
        func make(_ root: MarkdownNode) -> [UInt8] { MarkdownPlainText.words(of: root, limit: limit) }
        let words =
            if let texts { texts.words(of: markdown, limit: limit, make) } else {
                withRoot(of: markdown, make)
            }
        return words ?? []
    }

    /// The words without marks and footnotes, one paragraph, item or row a line, for summaries and announcements.
    package func plainText(_ markdown: String) -> String {
        plainText(Array(markdown.utf8))
    }

    /// The words as a letter holds them: a blank line between blocks, and what marks alone would say in signs, such as
    /// the address behind the words of a link. `baseURL` is the absolute address of the page that the prose stands on.
    package func letter(_ markdown: String, baseURL: String) -> String {
        let bytes = Array(markdown.utf8)
        if isQuick, PlainLine(bytes) != nil { return plainText(bytes) }
        return withRoot(of: bytes) { MarkdownPlainText.letter(of: $0, baseURL: baseURL) } ?? ""
    }

    /// Every link and image in the order of the text, whether or not its address is allowed.
    package func links(in markdown: [UInt8]) -> [MarkdownLink] {
        if isQuick, PlainLine(markdown) != nil { return [] }
        return MarkdownTree.parsing(markdown, isQuick: isQuick).withRoot { root in
            var search = MarkdownLinkSearch(markdown)
            search.walk(root)
            return search.links
        } ?? []
    }

    /// Every link and image in the order of the text, whether or not its address is allowed.
    package func links(in markdown: String) -> [MarkdownLink] {
        links(in: Array(markdown.utf8))
    }
}
