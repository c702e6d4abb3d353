import Diagnostics

/// Turns the events of one file into the flat tree of a `YAMLDocument`, and holds it to the limits as it grows.
struct YAMLComposer: ~Copyable {
    /// A list or mapping whose end is still to come.
    struct OpenCollection {
        let id: YAMLNode.ID
        let hasAnchor: Bool
        /// Where its children begin in `pending`.
        let firstPending: Int
        var end: Int
        var height = 1
    }

    private struct Anchor {
        let id: YAMLNode.ID
        let place: Range<Int>
        var extent: YAMLExtent
    }

    let file: SourceFile
    private let bytes: [UInt8]
    let limits: YAMLLimits
    private let plain: PlainStretches
    private var offsets: CodePointOffsets
    var report = Report()
    private var root: YAMLNode.ID?
    private(set) var tree: YAMLTree
    /// The innermost list or mapping that is open, and those around it, the outermost first; where none is open and
    /// around the outermost one stands `none`.
    private var inner = Self.none
    private var outer = YAMLRow<OpenCollection>(room: 16)
    private static let none = OpenCollection(
        id: YAMLNode.ID(-1), hasAnchor: false, firstPending: 0, end: 0)
    /// Of the open collections that have an anchor its name, and what was met before them; the innermost one's last.
    private var named: [(anchor: String, before: YAMLExtent)] = []
    /// The children met so far of all open collections, the innermost one's last.
    private(set) var pending = YAMLRow<YAMLNode.ID>(room: 128)
    private var aliases = YAMLAliasPlaces()
    private var anchors: [String: Anchor] = [:]
    private var documentCount = 0
    /// All nodes met so far, with aliases followed.
    private var met = YAMLExtent(nodes: 0)
    /// What all aliases met so far stand for together.
    private var aliased = YAMLExtent(nodes: 0)
    private var mayHoldEscapes = false

    init(file: SourceFile, limits: YAMLLimits, offsets: CodePointOffsets, plain: PlainStretches) {
        self.plain = plain
        self.file = file
        bytes = file.bytes
        self.limits = limits
        self.offsets = offsets
        tree = YAMLTree(forFileOf: file.bytes.count)
    }

    /// The tree as far as it was composed, without the room that it has to spare where it is to be kept.
    consuming func document(isKept: Bool) -> YAMLDocument {
        YAMLDocument(
            file: file, root: root, tree: isKept ? tree.trimmed() : tree, plain: plain,
            mayHoldEscapes: mayHoldEscapes)
    }

    private var depth: Int { outer.count }

    /// Reads the stream to its end; false where it had to stop early, having reported why.
    mutating func compose(_ stream: inout YAMLEventStream) -> Bool {
        while true {
            guard stream.advance() else {
                report.add(explanation(of: stream.problem))
                return false
            }
            let range = place(of: stream)
            let goesOn: Bool
            switch stream.kind {
            case .scalar: goesOn = addUsualScalar(stream, at: range) || addScalar(stream, at: range)
            case .streamStart, .documentEnd: goesOn = true
            case .streamEnd: return true
            case .documentStart:
                documentCount += 1
                guard documentCount == 1 else {
                    report.add(.multipleDocuments(at: span(range)))
                    return true
                }
                if stream.hasTagDirective { report.add(.tagDirective(file, after: range.lowerBound)) }
                goesOn = true
            case .alias: goesOn = addAlias(named: stream.anchor ?? "", at: range)
            case .sequenceStart, .mappingStart: goesOn = openCollection(stream, at: range)
            case .collectionEnd:
                closeCollection(at: range)
                goesOn = true
            }
            guard goesOn else { return false }
        }
    }

    @inline(__always)
    private mutating func place(of stream: borrowing YAMLEventStream) -> Range<Int> {
        let start = offsets.nextOffset(of: stream.start)
        return start..<max(start, offsets.nextOffset(of: stream.end))
    }

    private func explanation(of problem: YAMLProblem) -> Diagnostic {
        let open = depth > 0 ? (1..<depth).map { outer[$0].id } + [inner.id] : []
        let bracket = open.last { tree.isFlow($0) }
        let lastScalar = (0..<tree.count).last { tree[$0].kind == .scalar }
        return YAMLProblemExplanation(
            problem, file: file, offsets: offsets, lastScalar: lastScalar.map { tree[$0] },
            openBracket: bracket.map { tree[$0].start }
        ).diagnostic
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, range: range)
    }

    /// Adds a scalar as nearly all are: nothing stands before it, and it is written as it reads. False for any other.
    @inline(__always)
    private mutating func addUsualScalar(_ stream: borrowing YAMLEventStream, at range: Range<Int>) -> Bool {
        let style = stream.style
        guard depth > 0, !stream.hasProperties, stream.textLength <= limits.maxScalarBytes,
            tree.count < limits.maxNodes, stream.stands(in: range, style)
        else { return false }
        met.bytes += stream.textLength
        meet(tree.addScalar(inFile: range, style), end: range.upperBound)
        return true
    }

    @inline(never)
    private mutating func addScalar(_ stream: borrowing YAMLEventStream, at range: Range<Int>) -> Bool {
        let style = stream.style
        let anchor = stream.anchor
        let place = contentPlace(hasTag: stream.hasTag, hasAnchor: anchor != nil, in: range)
        let length = stream.textLength
        var content = place.content
        if style == .literal || style == .folded {
            content = content.lowerBound..<max(content.lowerBound, endWithoutBlankLines(content))
        }
        if length > limits.maxScalarBytes { report.add(.scalarLimit(length, limits, at: span(content))) }
        let isInFile = stream.stands(in: content, style)
        let first = tree.arena.count
        if !isInFile {
            tree.appendText(of: stream)
            if style == .doubleQuoted {
                mayHoldEscapes = mayHoldEscapes || file.bytes[content].contains(UInt8(ascii: "\\"))
                YAMLEscapes(file: file, quoted: content).reportForbidden(
                    in: tree.arena[first...], to: &report)
            }
        }
        let isEmptyDocument =
            depth == 0 && style == .plain && length == 0 && anchor == nil && !stream.hasTag
        if isEmptyDocument { return true }
        guard hasRoom(at: content) else { return false }
        let id =
            isInFile
            ? tree.addScalar(inFile: content, style) : tree.addScalar(at: content, style, from: first)
        if let anchor {
            anchors[anchor] = Anchor(
                id: id, place: place.anchor ?? content, extent: YAMLExtent(bytes: length))
        }
        met.bytes += length
        meet(id, end: content.upperBound)
        return true
    }

    private mutating func openCollection(
        _ stream: borrowing YAMLEventStream, at range: Range<Int>
    ) -> Bool {
        let anchor = stream.anchor
        let hasProperties = anchor != nil || stream.hasTag
        // The event of a block collection may end before its content begins, so its properties are looked for behind it.
        let reach = hasProperties ? file.bytes.count : range.upperBound
        let place = contentPlace(
            hasTag: stream.hasTag, hasAnchor: anchor != nil, in: range.lowerBound..<reach)
        let start = place.content.lowerBound
        guard depth < limits.maxDepth else {
            report.add(.nestingLimit(limits, at: span(start..<min(start + 1, file.bytes.count))))
            return false
        }
        guard hasRoom(at: start..<start) else { return false }
        let kind: YAMLNode.Kind = stream.kind == .sequenceStart ? .sequence : .mapping
        let id = tree.addCollection(kind, stream.style, at: start)
        if let anchor {
            anchors[anchor] = Anchor(
                id: id, place: place.anchor ?? start..<start, extent: YAMLExtent(height: 1))
            named.append((anchor, met))
        }
        outer.append(inner)
        inner = OpenCollection(id: id, hasAnchor: anchor != nil, firstPending: pending.count, end: start)
        return true
    }

    private mutating func closeCollection(at closing: Range<Int>) {
        let collection = inner
        guard let around = outer.popLast() else { return }
        inner = around
        let children = collection.firstPending..<pending.count
        // What has no closing bracket ends with its last child: a block, and a pair such as `a: b` in `[a: b]`.
        let hasBracket = !closing.isEmpty && tree.isFlow(collection.id)
        let end = hasBracket ? closing.upperBound : collection.end
        if tree.isMapping(collection.id), !tree.areOrdinaryPairs(children, of: pending, in: bytes.span) {
            let pairs = distinctPairs(of: children)
            tree.close(collection.id, end: end, pairs: pairs, of: pending)
        } else {
            tree.close(collection.id, end: end, children: children, of: pending)
        }
        pending.removeLast(children.count)
        aliases.forget(from: children.lowerBound)
        inner.height = max(inner.height, collection.height + 1)
        meet(collection.id, end: end)
        guard collection.hasAnchor, let (anchor, before) = named.popLast() else { return }
        if anchors[anchor]?.id == collection.id {
            anchors[anchor]?.extent = met.since(before, height: collection.height)
        }
    }

    private mutating func addAlias(named name: String, at range: Range<Int>) -> Bool {
        guard let anchor = anchors[name] else {
            report.add(.unknownAnchor(name, at: span(range)))
            return false
        }
        guard inner.id != anchor.id, !(0..<depth).contains(where: { outer[$0].id == anchor.id }) else {
            report.add(.aliasCycle(name, at: span(range), anchor: span(anchor.place)))
            return false
        }
        aliased.nodes += anchor.extent.nodes
        aliased.bytes += anchor.extent.bytes
        // What is repeated is read and written again wherever it stands, so its text is bounded like a file's.
        guard aliased.nodes <= limits.maxAliasExpansion, aliased.bytes <= limits.maxBytes else {
            report.add(.aliasLimit(name, limits, at: span(range), anchor: span(anchor.place)))
            return false
        }
        guard depth + anchor.extent.height <= limits.maxDepth else {
            report.add(.nestingLimit(limits, at: span(range)))
            return false
        }
        if depth > 0 { aliases.add(range, of: pending.count) }
        // The node itself is counted where it is met.
        met.nodes += anchor.extent.nodes - 1
        met.bytes += anchor.extent.bytes
        inner.height = max(inner.height, anchor.extent.height + 1)
        meet(anchor.id, end: range.upperBound)
        return true
    }

    private mutating func hasRoom(at place: Range<Int>) -> Bool {
        guard tree.count >= limits.maxNodes else { return true }
        report.add(.nodeLimit(limits, at: span(place)))
        return false
    }

    /// Hands a whole node to the collection around it, or makes it the root.
    @inline(__always)
    private mutating func meet(_ id: YAMLNode.ID, end: Int) {
        met.nodes += 1
        guard depth > 0 else {
            root = id
            return
        }
        pending.append(id)
        inner.end = max(inner.end, end)
    }

    /// Where a child that was met stands: of an alias the alias itself.
    func place(ofPending number: Int) -> Range<Int> {
        if let alias = aliases.place(of: number) { return alias }
        let node = tree[pending[number]]
        return node.start..<node.end
    }

    /// Where a node's own text stands behind its anchor and tag, the tag being reported.
    private mutating func contentPlace(
        hasTag: Bool, hasAnchor: Bool, in range: Range<Int>
    ) -> (content: Range<Int>, anchor: Range<Int>?) {
        guard hasTag || hasAnchor else { return (range, nil) }
        let properties = YAMLProperties(file.bytes, from: range.lowerBound, to: range.upperBound)
        if hasTag { report.add(.tag(at: span(properties.tag ?? range))) }
        return (properties.contentStart..<max(properties.contentStart, range.upperBound), properties.anchor)
    }

    private func endWithoutBlankLines(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound {
            switch file.bytes[end - 1] {
            case 0x20, 0x09, 0x0A, 0x0D: end -= 1
            default: return end
            }
        }
        return end
    }
}
