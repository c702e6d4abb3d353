/// A change to the writer's text that answers a finding.
package struct Fix: Sendable {
    /// One replacement; an insertion where the span is empty.
    package struct Edit: Sendable {
        package let span: SourceSpan
        package let replacement: String

        package init(_ span: SourceSpan, _ replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// What the fix does, as an instruction: `quote the amount`.
    package let title: String
    package let edits: [Edit]
    /// Whether the meaning stays what the writer meant beyond doubt, so that `--fix` may apply it unasked.
    package let isSafe: Bool

    package init(_ title: String, edits: [Edit], isSafe: Bool) {
        self.title = title
        self.edits = edits
        self.isSafe = isSafe
    }
}
