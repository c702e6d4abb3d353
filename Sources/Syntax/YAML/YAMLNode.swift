/// One scalar, list or mapping of a `YAMLDocument`, twenty bytes in the document's one array of nodes.
package struct YAMLNode: Sendable {
    package enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping
    }

    /// How a node is written: the first five are scalars, the last two lists and mappings.
    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        case flow, block
    }

    /// The name of a node within its document.
    package struct ID: Hashable, Sendable {
        let index: Int32

        init(_ index: Int) {
            self.index = Int32(truncatingIfNeeded: index)
        }
    }

    package let kind: Kind
    package let style: Style
    private let startOffset: Int32
    private var endOffset: Int32
    /// Where the decoded text begins in the arena, or the children in the list of links.
    private var firstPart: Int32
    private var partCount: Int32

    init(kind: Kind, style: Style, start: Int, end: Int, first: Int = 0, count: Int = 0) {
        self.kind = kind
        self.style = style
        startOffset = Int32(truncatingIfNeeded: start)
        endOffset = Int32(truncatingIfNeeded: end)
        firstPart = Int32(truncatingIfNeeded: first)
        partCount = Int32(truncatingIfNeeded: count)
    }

    /// The UTF-8 offset of the node's first byte in its file: the opening quote, bracket, `|`, first key or first `-`,
    /// behind an anchor.
    package var start: Int { Int(startOffset) }

    /// The UTF-8 offset behind the node's last byte. A block list or mapping ends with its last child, and a literal or
    /// folded text with its last line that is not blank.
    package var end: Int { Int(endOffset) }

    var parts: Range<Int> { Int(firstPart)..<Int(firstPart) + Int(partCount) }

    mutating func close(end: Int, parts: Range<Int>) {
        endOffset = Int32(truncatingIfNeeded: end)
        firstPart = Int32(truncatingIfNeeded: parts.lowerBound)
        partCount = Int32(truncatingIfNeeded: parts.count)
    }
}
