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
    private let nodes: [YAMLNode]
    let links: [NodeID]
    let arena: [UInt8]

    /// Whether a text may hold characters that do not stand in the file, by a double-quoted scalar's escapes.
    package let mayHoldEscapes: Bool

    init(
        file: SourceFile, root: NodeID?, nodes: [YAMLNode], links: [NodeID], arena: [UInt8],
        mayHoldEscapes: Bool
    ) {
        self.mayHoldEscapes = mayHoldEscapes
        self.file = file
        self.root = root
        self.nodes = nodes
        self.links = links
        self.arena = arena
    }

    package subscript(id: NodeID) -> YAMLNode { nodes[Int(id.index)] }

    /// The decoded text of a scalar, its line ends as LF; empty for a list or a mapping.
    package func text(_ id: NodeID) -> String {
        String(decoding: bytes(id), as: UTF8.self)
    }

    /// The decoded text of a scalar as UTF-8, without making a `String`; empty for a list or a mapping.
    package func bytes(_ id: NodeID) -> ArraySlice<UInt8> {
        let node = self[id]
        return node.kind == .scalar ? arena[node.parts] : []
    }

    /// The number of Unicode scalars of a text in which nothing calls for a closer look: it has a visible letter or mark
    /// of ASCII, and holds nothing else but such and characters from U+00C0 to U+07FF. Nil for any other text, for one
    /// with a line end unless `mayBreak`, and for a list or mapping.
    package func lengthOfPlainText(_ id: NodeID, mayBreak: Bool) -> Int? {
        let node = self[id]
        guard node.kind == .scalar else { return nil }
        let arena = arena
        let text = arena.span
        var length = 0
        var isVisible = false
        for offset in node.parts {
            switch text[offset] {
            case 0x21...0x7E:
                isVisible = true
                length += 1
            case 0x20: length += 1
            case 0x80...0xBF: break
            case 0xC3...0xDF: length += 1
            case 0x0A:
                guard mayBreak else { return nil }
                length += 1
            default: return nil
            }
        }
        return isVisible ? length : nil
    }

    /// Whether a node is a scalar with just this text, however it is quoted.
    package func scalarEquals(_ id: NodeID, _ text: String) -> Bool {
        let node = self[id]
        guard node.kind == .scalar, node.parts.count == text.utf8.count else { return false }
        var offset = node.parts.lowerBound
        for byte in text.utf8 {
            if arena[offset] != byte { return false }
            offset += 1
        }
        return true
    }

    /// Whether a node is a scalar with just this text in UTF-8, however it is quoted.
    package func scalarEquals(_ id: NodeID, _ text: [UInt8]) -> Bool {
        self[id].kind == .scalar && bytes(id).elementsEqual(text)
    }

    /// The entries of a list in the file's order; none for a scalar or a mapping.
    package func items(_ id: NodeID) -> [NodeID] {
        let node = self[id]
        return node.kind == .sequence ? Array(links[node.parts]) : []
    }

    /// The keys of a mapping with their values in the file's order; none for a scalar or a list.
    package func pairs(_ id: NodeID) -> [(key: NodeID, value: NodeID)] {
        let node = self[id]
        guard node.kind == .mapping else { return [] }
        var pairs: [(key: NodeID, value: NodeID)] = []
        pairs.reserveCapacity(node.parts.count / 2)
        for index in stride(from: node.parts.lowerBound, to: node.parts.upperBound, by: 2) {
            pairs.append((links[index], links[index + 1]))
        }
        return pairs
    }

    /// The key node and the value that a mapping gives for `key`; nil where it gives none.
    package func pair(_ id: NodeID, key: String) -> (key: NodeID, value: NodeID)? {
        let node = self[id]
        guard node.kind == .mapping else { return nil }
        for index in stride(from: node.parts.lowerBound, to: node.parts.upperBound, by: 2)
        where scalarEquals(links[index], key) {
            return (links[index], links[index + 1])
        }
        return nil
    }

    /// The value that a mapping gives for `key`; nil where it gives none.
    package func value(_ id: NodeID, key: String) -> NodeID? {
        pair(id, key: key)?.value
    }

    /// A node's place in the file, for messages and fixes.
    package func span(_ id: NodeID) -> SourceSpan {
        let node = self[id]
        return SourceSpan(file: file, start: node.start, end: node.end)
    }

    /// Whether a node says "nothing": an unquoted scalar that is empty, `~`, `null`, `Null` or `NULL`.
    package func isNull(_ id: NodeID) -> Bool {
        let node = self[id]
        guard node.kind == .scalar, node.style == .plain else { return false }
        return node.parts.isEmpty || scalarEquals(id, "~") || scalarEquals(id, "null")
            || scalarEquals(id, "Null") || scalarEquals(id, "NULL")
    }
}
