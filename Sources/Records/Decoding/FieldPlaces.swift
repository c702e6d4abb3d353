import Syntax

/// Where the fields of a document's mappings stand, found once when the document is held against its shape, so that
/// nobody looks for a key again.
///
/// A mapping has a cell for each field of its shape, a list of mappings one for each entry. What an alias stands for has
/// cells wherever it stands.
package struct FieldPlaces: Sendable {
    private struct Cell: Sendable {
        var node: YAMLDocument.NodeID?
        /// The first cell of what the node holds; -1 where it holds nothing of its shape.
        var first: Int32 = -1
    }

    private var cells: [Cell] = []

    init() {}

    /// Those of a document's outermost mapping, found anew.
    init(of document: YAMLDocument, _ root: YAMLDocument.NodeID, as object: ObjectShape) {
        var check = FormCheck(document)
        _ = check.read(root, as: object)
        self = check.places
    }

    /// The cell of the outermost value.
    static let outermost = 0

    mutating func reserve(forFileOf size: Int) {
        cells.reserveCapacity(size / 8)
    }

    /// The value at a cell; nil where a field has none.
    func node(at cell: Int) -> YAMLDocument.NodeID? { cells[cell].node }

    /// The first cell of what the value at a cell holds; nil where that is no list or mapping of its shape.
    func first(in cell: Int) -> Int? {
        let first = Int(cells[cell].first)
        return first < 0 ? nil : first
    }

    /// How many of some cells in a row have a value.
    func count(from first: Int, _ count: Int) -> Int {
        var found = 0
        for cell in first..<first + count where cells[cell].node != nil { found += 1 }
        return found
    }

    /// Makes room for one more value.
    mutating func add(_ node: YAMLDocument.NodeID) -> Int {
        cells.append(Cell(node: node))
        return cells.count - 1
    }

    /// Makes room for what the value at a cell holds, and tells where.
    mutating func open(_ cell: Int, count: Int) -> Int {
        let first = cells.count
        cells.append(contentsOf: repeatElement(Cell(), count: count))
        cells[cell].first = Int32(truncatingIfNeeded: first)
        return first
    }

    mutating func place(_ node: YAMLDocument.NodeID, at cell: Int) {
        cells[cell].node = node
    }
}

/// A document with the places of its fields.
final class CheckedDocument: Sendable {
    let document: YAMLDocument
    let places: FieldPlaces

    init(_ document: YAMLDocument, _ places: FieldPlaces) {
        self.document = document
        self.places = places
    }
}
