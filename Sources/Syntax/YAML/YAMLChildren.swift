/// The entries of a list in the file's order, read from the document one by one.
package struct YAMLItems: RandomAccessCollection, Sendable {
    private let document: YAMLDocument
    private let children: Range<Int>

    init(_ document: YAMLDocument, _ children: Range<Int>) {
        self.document = document
        self.children = children
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { children.count }
    package var count: Int { children.count }
    package subscript(position: Int) -> YAMLNode.ID { document.child(children.lowerBound + position) }
}

/// The keys of a mapping with their values in the file's order, read from the document one by one.
package struct YAMLPairs: RandomAccessCollection, Sendable {
    private let document: YAMLDocument
    /// Keys and values in turn.
    private let children: Range<Int>

    init(_ document: YAMLDocument, _ children: Range<Int>) {
        self.document = document
        self.children = children
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { children.count / 2 }
    package var count: Int { children.count / 2 }
    package subscript(position: Int) -> (key: YAMLNode.ID, value: YAMLNode.ID) {
        let first = children.lowerBound + 2 * position
        return (document.child(first), document.child(first + 1))
    }

    /// The position of a key among names, -1 where it is none of them, and the value; `text` is the file's.
    package func field(
        _ position: Int, in table: YAMLKeyTable, of text: Span<UInt8>
    ) -> (position: Int, value: YAMLNode.ID) {
        let first = children.lowerBound + 2 * position
        let (key, value) = (document.child(first), document.child(first + 1))
        // As a key nearly always does, it stands in the file as it reads.
        if let range = document.rangeInFile(key) {
            return (table.position(of: range, in: text) ?? -1, value)
        }
        return (document.position(of: key, in: table) ?? -1, value)
    }
}
