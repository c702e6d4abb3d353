import Diagnostics

/// Reads YAML 1.2 through libyaml into a tree in which every scalar is text, whatever YAML would guess it to be.
package struct YAMLReader: Sendable {
    package let limits: YAMLLimits
    private let keepsDocuments: Bool

    /// `keepsDocuments` is false for who lets go of each document before the next is read: then none is made smaller than it
    /// grew.
    package init(limits: YAMLLimits = .init(), keepsDocuments: Bool = true) {
        self.limits = limits
        self.keepsDocuments = keepsDocuments
    }

    /// The file's document, with everything wrong with it in `report`.
    ///
    /// Nil where the tree could not be had, and then an error was reported: bytes that are no text, a break of the
    /// grammar, a limit. A file of nothing but comments is a document without a root and no finding.
    package func read(_ file: SourceFile, into report: inout Report) -> YAMLDocument? {
        guard file.bytes.count <= min(limits.maxBytes, 1 << YAMLTree.placeBits - 1) else {
            report.add(.sizeLimit(file, limits))
            return nil
        }
        var characters = YAMLCharacters(file)
        guard characters.check(into: &report) else { return nil }
        guard
            var stream = YAMLEventStream(
                text: file.bytes[characters.textStart...], codePoints: characters.offsets.count)
        else {
            report.add(
                Diagnostic(
                    "size-limit", .error, "memory ran out before the file was read",
                    at: SourceSpan(file: file, start: 0, end: 0), help: "free some memory and try again"))
            return nil
        }
        var composer = YAMLComposer(
            file: file, limits: limits, offsets: characters.offsets, plain: characters.plain)
        let isWhole = composer.compose(&stream)
        report.add(contentsOf: composer.report)
        return isWhole ? composer.document(isKept: keepsDocuments) : nil
    }
}
