/// One scalar, list or mapping of a `YAMLDocument`: how it is written, and where.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar, sequence, mapping
    }

    /// How a node is written: the first five are scalars, the last two lists and mappings.
    package enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        case flow, block
    }

    /// The name of a node within its document.
    package struct ID: Hashable, BitwiseCopyable, Sendable {
        let index: Int32

        init(_ index: Int) {
            self.index = Int32(truncatingIfNeeded: index)
        }
    }

    package let kind: Kind
    package let style: Style
    /// The UTF-8 offset of the node's first byte in its file: the opening quote, bracket, `|`, first key or first `-`,
    /// behind an anchor.
    package let start: Int
    /// The UTF-8 offset behind the node's last byte. A block list or mapping ends with its last child, and a literal or
    /// folded text with its last line that is not blank.
    package let end: Int
    /// Where the decoded text stands in the file or the arena, or the children in the list of links.
    let parts: Range<Int>
    /// Whether a scalar's text stands in the file as it is decoded.
    let isInFile: Bool
}
