/// The nodes of a document in the order in which they begin, eight bytes for nearly all of them.
///
/// Most scalars stand in their file as they are decoded, within quotes or without: of such a one place and length are
/// kept. Of all other nodes it is the place, and twelve bytes more.
struct YAMLTree: ~Copyable, Sendable {
    /// The bits of a file's length that a node has room for.
    static let placeBits = 28

    /// How a node is written, and whether its text stands in the file.
    private enum Form: UInt32 {
        case plainInFile, singleInFile, doubleInFile
        case plain, single, double, literal, folded
        case flowList, blockList, flowMapping, blockMapping
    }

    struct Packed: Sendable {
        /// The form above the place of the first byte.
        let head: UInt32
        /// The bytes that a scalar of the file takes; for other nodes their number among `rests`.
        let value: UInt32
    }

    struct Rest: Sendable {
        let end: UInt32
        let first: UInt32
        let count: UInt32
    }

    private var nodes: YAMLRow<Packed>
    private var rests: YAMLRow<Rest>
    private var links: YAMLRow<YAMLNode.ID>
    /// The decoded texts that stand otherwise in the file.
    private(set) var arena: [UInt8] = []

    init(forFileOf size: Int) {
        nodes = YAMLRow(room: size / 16)
        rests = YAMLRow(room: size / 64)
        links = YAMLRow(room: size / 16)
        arena.reserveCapacity(size)
    }

    private init(trimming other: borrowing YAMLTree) {
        nodes = other.nodes.trimmed()
        rests = other.rests.trimmed()
        links = other.links.trimmed()
        arena = unsafe other.arena.withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// The same without room for more.
    func trimmed() -> YAMLTree { YAMLTree(trimming: self) }

    var count: Int { nodes.count }

    subscript(id: YAMLNode.ID) -> YAMLNode { self[Int(id.index)] }

    subscript(index: Int) -> YAMLNode {
        let packed = nodes[index]
        let start = Int(packed.head & (1 << UInt32(Self.placeBits) - 1))
        let value = Int(packed.value)
        switch Form(rawValue: packed.head >> UInt32(Self.placeBits)) {
        case .plainInFile:
            return YAMLNode(
                kind: .scalar, style: .plain, start: start, end: start + value,
                parts: start..<start + value, isInFile: true)
        case .singleInFile:
            return YAMLNode(
                kind: .scalar, style: .singleQuoted, start: start, end: start + value,
                parts: start + 1..<start + value - 1, isInFile: true)
        case .doubleInFile:
            return YAMLNode(
                kind: .scalar, style: .doubleQuoted, start: start, end: start + value,
                parts: start + 1..<start + value - 1, isInFile: true)
        case .plain: return node(.scalar, .plain, start, value)
        case .single: return node(.scalar, .singleQuoted, start, value)
        case .double: return node(.scalar, .doubleQuoted, start, value)
        case .literal: return node(.scalar, .literal, start, value)
        case .folded: return node(.scalar, .folded, start, value)
        case .flowList: return node(.sequence, .flow, start, value)
        case .blockList: return node(.sequence, .block, start, value)
        case .flowMapping: return node(.mapping, .flow, start, value)
        case .blockMapping, nil: return node(.mapping, .block, start, value)
        }
    }

    @inline(__always)
    private func form(_ id: YAMLNode.ID) -> UInt32 { nodes[Int(id.index)].head >> UInt32(Self.placeBits) }

    func isScalar(_ id: YAMLNode.ID) -> Bool { form(id) <= Form.folded.rawValue }

    func isList(_ id: YAMLNode.ID) -> Bool {
        form(id) == Form.flowList.rawValue || form(id) == Form.blockList.rawValue
    }

    func isMapping(_ id: YAMLNode.ID) -> Bool { form(id) >= Form.flowMapping.rawValue }

    /// Whether a node is a list or mapping in brackets.
    func isFlow(_ id: YAMLNode.ID) -> Bool {
        form(id) == Form.flowList.rawValue || form(id) == Form.flowMapping.rawValue
    }

    func isPlain(_ id: YAMLNode.ID) -> Bool {
        form(id) == Form.plainInFile.rawValue || form(id) == Form.plain.rawValue
    }

    /// Where the text of a scalar stands in the file; nil for all nodes but those that are written as they read.
    @inline(__always)
    func rangeInFile(_ id: YAMLNode.ID) -> Range<Int>? {
        let packed = nodes[Int(id.index)]
        let form = packed.head >> UInt32(Self.placeBits)
        guard form <= Form.doubleInFile.rawValue else { return nil }
        let start = Int(packed.head & (1 << UInt32(Self.placeBits) - 1))
        let quote = form == Form.plainInFile.rawValue ? 0 : 1
        return start + quote..<start + Int(packed.value) - quote
    }

    /// The numbers of the children of a list or mapping among all children; none for a scalar.
    func children(_ id: YAMLNode.ID) -> Range<Int> {
        let packed = nodes[Int(id.index)]
        guard packed.head >> UInt32(Self.placeBits) > Form.folded.rawValue else { return 0..<0 }
        let rest = rests[Int(packed.value)]
        return Int(rest.first)..<Int(rest.first) + Int(rest.count)
    }

    /// A child of a list or mapping by its number among all children.
    func child(_ number: Int) -> YAMLNode.ID { links[number] }

    private func node(_ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ start: Int, _ number: Int) -> YAMLNode
    {
        let rest = rests[number]
        return YAMLNode(
            kind: kind, style: style, start: start, end: Int(rest.end),
            parts: Int(rest.first)..<Int(rest.first) + Int(rest.count), isInFile: false)
    }

    // MARK: - Growing

    @inline(__always)
    private mutating func add(_ form: Form, _ start: Int, _ value: Int) -> YAMLNode.ID {
        nodes.append(
            Packed(
                head: form.rawValue << UInt32(Self.placeBits) | UInt32(truncatingIfNeeded: start),
                value: UInt32(truncatingIfNeeded: value)))
        return YAMLNode.ID(nodes.count - 1)
    }

    /// Adds a scalar that stands in the file as it is decoded, within its quotes if it has them.
    @inline(__always)
    mutating func addScalar(inFile place: Range<Int>, _ style: YAMLNode.Style) -> YAMLNode.ID {
        let form: Form =
            switch style {
            case .singleQuoted: .singleInFile
            case .doubleQuoted: .doubleInFile
            default: .plainInFile
            }
        return add(form, place.lowerBound, place.count)
    }

    /// Adds a scalar whose text was put at the end of the arena from `first` on.
    mutating func addScalar(at place: Range<Int>, _ style: YAMLNode.Style, from first: Int) -> YAMLNode.ID {
        let form: Form =
            switch style {
            case .singleQuoted: .single
            case .doubleQuoted: .double
            case .literal: .literal
            case .folded: .folded
            default: .plain
            }
        return add(form, place.lowerBound, rest(place.upperBound, first..<arena.count))
    }

    /// Adds a list or mapping whose end and children are still to come.
    mutating func addCollection(_ kind: YAMLNode.Kind, _ style: YAMLNode.Style, at start: Int) -> YAMLNode.ID
    {
        let form: Form =
            switch (kind, style) {
            case (.sequence, .flow): .flowList
            case (.sequence, _): .blockList
            case (_, .flow): .flowMapping
            default: .blockMapping
            }
        return add(form, start, rest(start, 0..<0))
    }

    private mutating func rest(_ end: Int, _ parts: Range<Int>) -> Int {
        rests.append(
            Rest(
                end: UInt32(truncatingIfNeeded: end), first: UInt32(truncatingIfNeeded: parts.lowerBound),
                count: UInt32(truncatingIfNeeded: parts.count)))
        return rests.count - 1
    }

    /// Gives a list or mapping its end and its children, keys and values in turn, which are some of a row.
    mutating func close(
        _ id: YAMLNode.ID, end: Int, children: Range<Int>, of row: borrowing YAMLRow<YAMLNode.ID>
    ) {
        let first = links.count
        links.append(children, of: row)
        close(id, end: end, first: first)
    }

    /// Gives a mapping its end and its pairs, each by the place of its key in a row.
    mutating func close(
        _ id: YAMLNode.ID, end: Int, pairs: [Int], of row: borrowing YAMLRow<YAMLNode.ID>
    ) {
        let first = links.count
        for key in pairs { links.append(key..<key + 2, of: row) }
        close(id, end: end, first: first)
    }

    private mutating func close(_ id: YAMLNode.ID, end: Int, first: Int) {
        rests[Int(nodes[Int(id.index)].value)] = Rest(
            end: UInt32(truncatingIfNeeded: end), first: UInt32(truncatingIfNeeded: first),
            count: UInt32(truncatingIfNeeded: links.count - first))
    }

    mutating func appendText(of stream: borrowing YAMLEventStream) {
        stream.appendText(to: &arena)
    }
}
