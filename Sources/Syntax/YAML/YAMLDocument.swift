import Diagnostics

/// The one document of a YAML file as a flat tree: every scalar is text, every node knows its place in the file.
///
/// A mapping holds each key once: repeated keys, merge keys and keys that are not scalars were reported and left out.
/// An alias stands for the very node that its anchor names, so that one node may be met in several places.
package final class YAMLDocument: Sendable {
    package typealias NodeID = YAMLNode.ID

    package let file: SourceFile
    /// The outermost node; nil where the file holds no more than comments and blanks.
    package let root: NodeID?
    private let tree: YAMLTree
    private let plain: PlainStretches

    /// Whether a text may hold characters that do not stand in the file, by a double-quoted scalar's escapes.
    package let mayHoldEscapes: Bool

    init(
        file: SourceFile, root: NodeID?, tree: consuming YAMLTree, plain: PlainStretches,
        mayHoldEscapes: Bool
    ) {
        self.plain = plain
        self.mayHoldEscapes = mayHoldEscapes
        self.file = file
        self.root = root
        self.tree = tree
    }

    package subscript(id: NodeID) -> YAMLNode { tree[id] }

    /// Whether a node is neither a list nor a mapping.
    package func isScalar(_ id: NodeID) -> Bool { tree.isScalar(id) }

    /// Whether a node is a list.
    package func isList(_ id: NodeID) -> Bool { tree.isList(id) }

    /// Whether a node is a mapping.
    package func isMapping(_ id: NodeID) -> Bool { tree.isMapping(id) }

    /// Whether a node is a scalar without quotes, and no block of lines behind `|` or `>`.
    package func isPlain(_ id: NodeID) -> Bool { tree.isPlain(id) }

    /// The bytes among which a scalar's text stands.
    func source(of node: YAMLNode) -> [UInt8] { node.isInFile ? file.bytes : tree.arena }

    /// Hands a scalar's text to `visit`, as a range of bytes; nil for a list or a mapping.
    @inline(__always)
    func look<Answer>(at id: NodeID, _ visit: (Range<Int>, Span<UInt8>) -> Answer) -> Answer? {
        if let range = tree.rangeInFile(id) {
            let bytes = file.bytes
            return visit(range, bytes.span)
        }
        guard tree.isScalar(id) else { return nil }
        let arena = tree.arena
        return visit(tree[id].parts, arena.span)
    }

    /// Where a scalar's text stands in the file as it is decoded; nil for one that is written otherwise, for a list and for
    /// a mapping.
    package func rangeInFile(_ id: NodeID) -> Range<Int>? { tree.rangeInFile(id) }

    /// The decoded text of a scalar, its line ends as LF; empty for a list or a mapping.
    package func text(_ id: NodeID) -> String {
        look(at: id) { range, bytes in
            // The file was found to be UTF-8, and of UTF-8 libyaml makes nothing else.
            let isASCII = tree.rangeInFile(id).map(plain.cover) ?? false
            var text = unsafe UTF8Span(unchecked: bytes.extracting(range), isKnownASCII: isASCII)
            // A text that is known to be of ASCII is hashed and compared in a shorter way.
            if !isASCII { _ = text.checkForASCII() }
            return String(copying: text)
        } ?? ""
    }

    /// The decoded text of a scalar; nil for one that says nothing, for a list and for a mapping.
    package func textIfAny(_ id: NodeID) -> String? {
        tree.isScalar(id) && !isNull(id) ? text(id) : nil
    }

    /// The decoded text of a scalar as UTF-8, without making a `String`; empty for a list or a mapping.
    package func bytes(_ id: NodeID) -> ArraySlice<UInt8> {
        if let range = tree.rangeInFile(id) { return file.bytes[range] }
        return tree.isScalar(id) ? tree.arena[tree[id].parts] : []
    }

    /// Writes the decoded text of a scalar as a string of JSON; nothing for a list or a mapping.
    package func write(_ id: NodeID, to output: inout JSONOutput) {
        _ = look(at: id) { range, bytes in output.append(string: range, of: bytes) }
    }

    /// The number of Unicode scalars of a text in which nothing calls for a closer look: it has a visible letter or mark
    /// of ASCII, and holds nothing else but such and characters from U+00C0 to U+07FF. Nil for any other text, for one
    /// with a line end unless `mayBreak`, for one without quotes that others might take for a number or for nothing or
    /// that a remark may follow, and for a list or mapping.
    package func lengthOfPlainText(_ id: NodeID, mayBreak: Bool) -> Int? {
        guard let range = tree.rangeInFile(id) else {
            return lengthOfPlainTextElsewhere(id, mayBreak: mayBreak)
        }
        let bytes = file.bytes
        return lengthOfPlainText(id, at: range, of: bytes.span, mayBreak: mayBreak)
    }

    /// The same of a scalar that stands in a range of the file, whose text is at hand.
    package func lengthOfPlainText(
        _ id: NodeID, at range: Range<Int>, of text: Span<UInt8>, mayBreak: Bool
    ) -> Int? {
        if tree.isPlain(id) {
            // Nothing is said in four letters at most.
            if range.count <= 4, isNull(id) { return nil }
            if range.upperBound < text.count, text[range.upperBound] == 0x20 { return nil }
            if Self.mayBeNumber(range, text) { return nil }
        }
        // What stands in the file as it reads holds no line end: YAML would have made something else of one.
        if plain.cover(range), !range.isEmpty, text[range.lowerBound] > 0x20 { return range.count }
        return Self.lengthOfPlainText(range, text, mayBreak: mayBreak)
    }

    /// The same of a text that stands otherwise in the file.
    private func lengthOfPlainTextElsewhere(_ id: NodeID, mayBreak: Bool) -> Int? {
        guard tree.isScalar(id) else { return nil }
        let node = tree[id]
        let arena = tree.arena
        if tree.isPlain(id) {
            let isBlankBehind = node.end < file.bytes.count && file.bytes[node.end] == 0x20
            if isNull(id) || isBlankBehind || Self.mayBeNumber(node.parts, arena.span) { return nil }
        }
        return Self.lengthOfPlainText(node.parts, arena.span, mayBreak: mayBreak)
    }

    private static func mayBeNumber(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard !range.isEmpty else { return true }
        switch text[range.lowerBound] {
        case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return true
        default: return false
        }
    }

    private static func lengthOfPlainText(_ range: Range<Int>, _ text: Span<UInt8>, mayBreak: Bool) -> Int? {
        let blanks: UInt64 = 0x2020_2020_2020_2020
        var offset = range.lowerBound
        var continuations = 0
        var isVisible = false
        while offset < range.upperBound {
            if offset + 16 <= range.upperBound {
                let sixteen = text.sixteen(at: offset)
                if mayBreak ? sixteen.isPlainLines : sixteen.isPlainASCII {
                    isVisible = isVisible || (sixteen .> .each(0x20)).isAny
                    offset += 16
                    continue
                }
            }
            // Blanks for what is missing in the last eight.
            let end = min(offset + 8, range.upperBound)
            let word =
                end == offset + 8
                ? text.word(at: offset) : text.head(of: offset..<end) | blanks << UInt64(8 * (end - offset))
            if word.isPlainASCII {
                isVisible = isVisible || word != blanks
                offset = end
            }
            while offset < end {
                switch text[offset] {
                case 0x21...0x7E: isVisible = true
                case 0x20, 0xC3...0xDF: break
                case 0x80...0xBF: continuations += 1
                case 0x0A: guard mayBreak else { return nil }
                default: return nil
                }
                offset += 1
            }
        }
        return isVisible ? range.count - continuations : nil
    }

    /// Whether a node is a scalar with just this text, however it is quoted.
    package func scalarEquals(_ id: NodeID, _ text: String) -> Bool {
        let node = tree[id]
        return node.kind == .scalar && Self.isText(text, at: node.parts, in: source(of: node))
    }

    static func isText(_ text: String, at range: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard range.count == text.utf8.count else { return false }
        var offset = range.lowerBound
        for byte in text.utf8 {
            if bytes[offset] != byte { return false }
            offset += 1
        }
        return true
    }

    /// Whether a node is a scalar with just this text in UTF-8, however it is quoted.
    package func scalarEquals(_ id: NodeID, _ text: [UInt8]) -> Bool {
        tree[id].kind == .scalar && bytes(id).elementsEqual(text)
    }

    /// The entries of a list in the file's order; none where there is no node at all.
    package func items(of id: NodeID?) -> YAMLItems {
        id.map(items) ?? YAMLItems(self, 0..<0)
    }

    /// The entries of a list in the file's order; none for a scalar or a mapping.
    package func items(_ id: NodeID) -> YAMLItems {
        YAMLItems(self, tree.isList(id) ? tree.children(id) : 0..<0)
    }

    /// The keys of a mapping with their values in the file's order; none for a scalar or a list.
    package func pairs(_ id: NodeID) -> YAMLPairs {
        YAMLPairs(self, tree.isMapping(id) ? tree.children(id) : 0..<0)
    }

    /// The numbers of the entries of a list, or of the keys and values of a mapping in turn, among all children of the
    /// document; none for a scalar.
    package func children(of id: NodeID) -> Range<Int> { tree.children(id) }

    /// A child of a list or mapping by its number among all children of the document.
    package func child(_ number: Int) -> NodeID { tree.child(number) }

    /// The key node and the value that a mapping gives for `key`; nil where it gives none.
    package func pair(_ id: NodeID, key: String) -> (key: NodeID, value: NodeID)? {
        pairs(id).first { scalarEquals($0.key, key) }
    }

    /// The value that a mapping gives for `key`; nil where it gives none.
    package func value(_ id: NodeID, key: String) -> NodeID? {
        pair(id, key: key)?.value
    }

    /// A node's place in the file, for messages and fixes.
    package func span(_ id: NodeID) -> SourceSpan {
        let node = tree[id]
        return SourceSpan(file: file, start: node.start, end: node.end)
    }

    /// Whether a node says "nothing": an unquoted scalar that is empty, `~`, `null`, `Null` or `NULL`.
    package func isNull(_ id: NodeID) -> Bool {
        guard tree.isPlain(id) else { return false }
        switch (tree.rangeInFile(id) ?? tree[id].parts).count {
        case 0: return true
        case 1: return bytes(id).first == UInt8(ascii: "~")
        case 4: return says(id, "null") || says(id, "Null") || says(id, "NULL")
        default: return false
        }
    }
}
