import Diagnostics

/// The words for what a YAML file may not do although the grammar allows it.
extension Diagnostic {
    static func multipleDocuments(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "multiple-documents", .error, "second document begins here; a file holds one", at: span,
            help: "move what follows to a file of its own, or remove this line")
    }

    static func tagDirective(_ file: SourceFile, after start: Int) -> Diagnostic {
        let lines = LineIndex(file)
        var place = start..<start
        var line = lines.line(at: start)
        while line <= lines.starts.count {
            let range = lines.range(ofLine: line)
            if file.bytes[range].starts(with: Array("%TAG".utf8)) {
                place = range
                break
            }
            line += 1
        }
        return Diagnostic(
            "yaml-tag", .error, "%TAG declares tags, and every field has its type already",
            at: SourceSpan(file: file, range: place), help: "remove this line")
    }

    static func tag(at span: SourceSpan) -> Diagnostic {
        var end = span.end
        while end < span.file.bytes.count, span.file.bytes[end] == 0x20 { end += 1 }
        let tag = excerpt(span.text)
        // Before anything else than a word, what is left may be another thing: ` : t` has no key.
        let next = end < span.file.bytes.count ? span.file.bytes[end] : 0x0A
        let isBeforeWord = (0x30...0x39).contains(next) || (0x61...0x7A).contains(next | 0x20)
        let removal = Fix(
            "remove the tag",
            edits: [.init(SourceSpan(file: span.file, start: span.start, end: end), "")],
            isSafe: span.text == "!!str" && isBeforeWord)
        return Diagnostic(
            "yaml-tag", .error, "`\(tag)` is a tag, and every field has its type already", at: span,
            help: "remove the tag; put a text that begins with `!` in quotes", fixes: [removal])
    }

    static func duplicateKey(
        _ key: String, at span: SourceSpan, first: SourceSpan, isLostItem: Bool
    ) -> Diagnostic {
        Diagnostic(
            "duplicate-key", .error, "`\(excerpt(key))` is given twice; a key stands once in its mapping",
            at: span, label: "given again here", secondary: [Label(first, "given here first")],
            help: isLostItem
                ? "begin a new item of the list with `- ` before this key, or keep one of the two"
                : "keep one of the two, or put both values under one key")
    }

    static func mergeKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "merge-key", .error, "`<<` merges nothing; a mapping spells its fields out", at: span,
            help: "write the fields that `<<` would bring in here")
    }

    static func complexKey(_ kind: YAMLNode.Kind, at span: SourceSpan) -> Diagnostic {
        let name = kind == .sequence ? "list" : "mapping"
        return Diagnostic(
            "complex-key", .error, "\(name) stands where a key belongs; a key is one line of text", at: span,
            help: "put a text that begins with `[`, `{` or `?` in quotes")
    }

    static func unknownAnchor(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "unknown-anchor", .error,
            "`*\(excerpt(name))` repeats a value that no `&\(excerpt(name))` names above it",
            at: span, help: "put a text that begins with `*` in quotes; else write the value out")
    }

    static func aliasCycle(_ name: String, at span: SourceSpan, anchor: SourceSpan) -> Diagnostic {
        Diagnostic(
            "alias-cycle", .error, "`*\(excerpt(name))` repeats the value that it is a part of", at: span,
            secondary: [Label(anchor, "the value begins here")], help: "write the value out instead")
    }

    static func aliasLimit(
        _ name: String, _ limits: YAMLLimits, at span: SourceSpan, anchor: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            "alias-limit", .error,
            "`*\(excerpt(name))` brings what aliases repeat to more than \(limits.maxAliasExpansion) values or \(limits.maxBytes) bytes",
            at: span, secondary: [Label(anchor, "the value that it repeats")],
            help: "write the values out where they are needed")
    }

    static func nestingLimit(_ limits: YAMLLimits, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "nesting-limit", .error, "nesting is deeper than \(limits.maxDepth) levels here", at: span,
            help: "no field needs so many lists and mappings inside each other")
    }

    static func nodeLimit(_ limits: YAMLLimits, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "size-limit", .error, "file holds more than \(limits.maxNodes) values", at: span,
            help: "split the file")
    }

    static func sizeLimit(_ file: SourceFile, _ limits: YAMLLimits) -> Diagnostic {
        Diagnostic(
            "size-limit", .error,
            "file of \(file.bytes.count) bytes is larger than \(limits.maxBytes)",
            at: SourceSpan(file: file, start: 0, end: 0),
            help: "split the file, and link to long evidence instead of copying it in")
    }

    static func scalarLimit(_ length: Int, _ limits: YAMLLimits, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "scalar-limit", .error, "text of \(length) bytes is longer than \(limits.maxScalarBytes)",
            at: SourceSpan(file: span.file, start: span.start, end: min(span.end, span.start + 80)),
            help: "shorten it, and link to long evidence instead of copying it in")
    }

    /// A short piece of the writer's text for a message, on one line.
    static func excerpt(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalars.count < 40 else {
                scalars.append("…")
                break
            }
            scalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return String(scalars)
    }
}
