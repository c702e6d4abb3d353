import Diagnostics
import Syntax

extension FormCheck {
    mutating func checkText(_ node: YAMLDocument.NodeID, _ form: TextForm) {
        guard isScalar(node, expecting: form.name) else { return }
        let text = document.text(node)
        let span = document.span(node)
        guard hasVisibleText(text, node) else { return }
        if let place = Self.firstOffset(in: text, where: Self.breaksLine) {
            let isBlock = document[node].style == .literal || document[node].style == .folded
            fail(
                "line-break", "\(subject) is one line of plain text",
                at: isBlock ? span : document.span(of: place, in: node),
                help: "write it on one line; >- folds a long one and ends without a line break")
            return
        }
        guard isFreeOfDirectionMarks(text, node, isolatesAllowed: false) else { return }
        let length = text.unicodeScalars.count
        if length > form.maxLength {
            fail(
                "too-long", "\(subject) has \(length) characters, and at most \(form.maxLength) fit",
                at: span,
                help: "shorten it; details belong in a longer field")
            return
        }
        guard form.accepts(text) else {
            fail(
                "malformed", "\(subject) is not \(form.name): \(quoted(text))", at: span,
                help: Self.remark(on: text, form) ?? form.hint,
                fixes: repair(of: text, form).map {
                    [Fix("write \($0)", edits: [.init(span, $0)], isSafe: false)]
                } ?? [])
            return
        }
        checkMeaning(node, form)
    }

    /// What other readers would make of a text that is well-formed here.
    private mutating func checkMeaning(_ node: YAMLDocument.NodeID, _ form: TextForm) {
        if form.isAnyLine { checkRemark(behind: node) }
        guard document.isPlain(node), PlainScalar.mayBeNumber(document.bytes(node)) else { return }
        let text = document.text(node)
        if form.mustBeQuoted ? PlainScalar.readsAsNumber(text) : PlainScalar.losesDigits(text) {
            failUnquoted(node, text)
        }
    }

    mutating func checkProse(_ node: YAMLDocument.NodeID) {
        guard isScalar(node, expecting: "a text") else { return }
        let text = document.text(node)
        guard hasVisibleText(text, node), isFreeOfDirectionMarks(text, node, isolatesAllowed: true) else {
            return
        }
        checkRemark(behind: node)
        guard document.isPlain(node), PlainScalar.mayBeNumber(document.bytes(node)) else { return }
        if PlainScalar.losesDigits(text) { failUnquoted(node, text) }
    }

    /// `title: Pool #3 drained` ends before the `#` for YAML: a remark that nothing parts from its `#` was meant as text.
    private mutating func checkRemark(behind node: YAMLDocument.NodeID) {
        guard document.isPlain(node) else { return }
        let bytes = document.file.bytes
        let end = document[node].end
        guard end < bytes.count, bytes[end] == UInt8(ascii: " ") else { return }
        let text = document.span(node)
        let start = bytes[text.end...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.endIndex
        guard start > text.end, start + 1 < bytes.endIndex, bytes[start] == UInt8(ascii: "#"),
            bytes[start + 1] > UInt8(ascii: " "), bytes[start + 1] != UInt8(ascii: "#")
        else { return }
        let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let whole = SourceSpan(file: document.file, start: text.start, end: line.endIndex)
        let isQuotable = !whole.text.contains { "\"\\\n".contains($0) }
        report.add(
            Diagnostic(
                "text-cut-short", .warning, "\(subject) ends before ` #`, where YAML begins a comment",
                at: SourceSpan(file: document.file, start: start, end: line.endIndex),
                label: "readers do not see this",
                help: "put the whole text in quotes; begin a comment with a hash and a space",
                fixes: isQuotable
                    ? [
                        Fix(
                            "put the whole text in quotes", edits: [.init(whole, "\"\(whole.text)\"")],
                            isSafe: false)
                    ]
                    : []))
    }

    /// Reports a value that other tools would read as a number and damage, with a safe fix.
    mutating func failUnquoted(_ node: YAMLDocument.NodeID, _ text: String) {
        let span = document.span(node)
        fail(
            "unquoted-number",
            "\(subject) must be quoted: other tools would make a number of it and lose digits",
            at: span, help: "write \"\(text)\"",
            fixes: [Fix("quote \(subject)", edits: [.init(span, "\"\(text)\"")], isSafe: true)])
    }

    private mutating func hasVisibleText(_ text: String, _ node: YAMLDocument.NodeID) -> Bool {
        guard text.unicodeScalars.allSatisfy(TextCharacters.invisible.contains) else { return true }
        fail(
            "empty-text", "\(subject) is empty", at: document.span(node),
            help: "write it, or leave the key out")
        return false
    }

    /// Embeddings and overrides are refused everywhere; isolates, which prose in two directions may need, in lines.
    private mutating func isFreeOfDirectionMarks(
        _ text: String, _ node: YAMLDocument.NodeID, isolatesAllowed: Bool
    ) -> Bool {
        let place = Self.firstOffset(in: text) { scalar in
            scalar.value >= 0x202A
                && (TextCharacters.turning.contains(scalar)
                    || (!isolatesAllowed && TextCharacters.isolating.contains(scalar)))
        }
        guard let place else { return true }
        let span = document.span(of: place, in: node)
        fail(
            "hidden-direction",
            "\(subject) holds an invisible character that turns text around, so that people read what is not there",
            at: span, help: "delete it; right-to-left text needs no such character here",
            fixes: span.range.count == place.count
                ? [Fix("delete the invisible character", edits: [.init(span, "")], isSafe: true)] : [])
        return false
    }

    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 || scalar.value >= 0x85) && TextCharacters.breaking.contains(scalar)
    }

    private static func firstOffset(in text: String, where isMatch: (Unicode.Scalar) -> Bool) -> Range<Int>? {
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if isMatch(scalar) { return offset..<offset + width }
            offset += width
        }
        return nil
    }

    /// The text in quotes on one line, cut where it is long.
    func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

    /// The text on one line, cut where it is long, with what cannot be seen spelled out.
    func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return VisibleText.of(text) }
        return VisibleText.of(text[..<scalars.index(end, offsetBy: -3)]) + "…"
    }

    /// What was probably meant by a slug with capitals, an id in small letters or in a word processor's
    /// quotes, or an address without its scheme.
    private func repair(of text: String, _ form: TextForm) -> String? {
        guard !form.isAnyLine else { return nil }
        let unquoted = text.filter { !"“”‘’„«»".contains($0) }
        return ([unquoted] + Self.candidates(for: text, form)).first { $0 != text && form.accepts($0) }
    }

    private static func candidates(for text: String, _ form: TextForm) -> [String] {
        let hyphenated = String(text.map { " _.".contains($0) ? "-" : $0 })
        switch form.name {
        case TextForm.url.name:
            if text.contains("://") {
                // Markdown's link, or its angle brackets, around the address.
                let bare = text.split { "<>()[]".contains($0) }.last { $0.contains("://") }.map(String.init)
                return [bare ?? text, text.split(separator: " ").joined(separator: "%20")]
            }
            return text.contains(".") && !text.contains(" ") && !text.contains("@") ? ["https://" + text] : []
        case TextForm.chain.name: return ChainNames.id(of: text).map { [$0] } ?? []
        case TextForm.transactionHash.name: return text.split(separator: "/").last.map { [String($0)] } ?? []
        default: return [hyphenated.lowercased(), text.uppercased(), hyphenated.uppercased()]
        }
    }

    /// What to do about a text that is of another form altogether.
    private static func remark(on text: String, _ form: TextForm) -> String? {
        switch form.name {
        case TextForm.rowID.name where text.contains("://"):
            "list the address under `references`, and write the id that it has there"
        case TextForm.account.name where !text.contains(":"):
            "write the chain before it (CAIP-10), such as eip155:1:\(text.prefix(42))"
        case TextForm.chain.name:
            ChainNames.id(of: text).map { "write \($0), by which every tool knows it (CAIP-2)" }
        case TextForm.transactionHash.name where text.contains("://"):
            "write the hash alone, in quotes; a link to it is made by itself"
        case TextForm.url.name where text.contains(" "):
            "an address has no blanks: write %20 for one, and https:// before it"
        case TextForm.fieldPath.name where text.contains("["):
            "name a row by its id and not by its number: losses#iotx.amount"
        default: nil
        }
    }
}
