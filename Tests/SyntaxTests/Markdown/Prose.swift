import Syntax

/// What a piece of Markdown becomes, as text that a test can compare.
func html(_ markdown: String, _ options: MarkdownRenderer.Options = .init()) -> String {
    String(decoding: MarkdownRenderer().html(markdown, options), as: UTF8.self)
}
