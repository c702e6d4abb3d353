import Synchronization

/// Texts of which more than one thing is made, such as a page, a feed and a summary of an update: each is parsed once.
package final class MarkdownTexts: Sendable {
    /// Texts beyond so many are parsed each time that they are asked for.
    private static let mostKept = 64

    private final class Text: Sendable {
        let markdown: [UInt8]
        let tree: MarkdownTree

        init(_ markdown: [UInt8]) {
            self.markdown = markdown
            tree = .parsing(markdown)
        }
    }

    // cmark makes C strings in a tree while it is read, so that one thread reads at a time.
    private let kept = Mutex<[Text]>([])

    package init() {}

    /// Calls `body` with a text's tree, which lives as long as the call.
    func withRoot<Result: Sendable>(of markdown: [UInt8], _ body: (MarkdownNode) -> Result) -> Result? {
        kept.withLock { kept in
            if let text = kept.first(where: { $0.markdown == markdown }) { return text.tree.withRoot(body) }
            let text = Text(markdown)
            if kept.count < Self.mostKept { kept.append(text) }
            return text.tree.withRoot(body)
        }
    }
}
