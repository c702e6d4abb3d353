import Diagnostics

/// Turns the events of one file into the flat tree of a `YAMLDocument`, and holds it to the limits as it grows.
struct YAMLComposer {
    /// A node where it is met: for an alias the place of the alias, not of what it stands for.
    struct Met {
        let id: YAMLNode.ID
        let start: Int
        let end: Int
    }

    /// How much a node holds with aliases followed.
    private struct Extent {
        var nodes = 1
        /// The decoded bytes of all its scalars.
        var bytes = 0
        /// The levels of lists and mappings, a list itself included.
        var height = 0
    }

    /// A list or mapping whose end is still to come.
    private struct OpenCollection {
        let id: YAMLNode.ID
        let anchor: String?
        /// Where its children begin in `pending`.
        let firstPending: Int
        var end: Int
        var extent = Extent(height: 1)
    }

    private struct Anchor {
        let id: YAMLNode.ID
        let place: Range<Int>
        var extent: Extent
    }

    let file: SourceFile
    let limits: YAMLLimits
    let offsets: CodePointOffsets
    var report = Report()
    private(set) var root: YAMLNode.ID?
    private(set) var nodes: [YAMLNode] = []
    private(set) var links: [YAMLNode.ID] = []
    private(set) var arena: [UInt8] = []
    private var open: [OpenCollection] = []
    /// The children met so far of all open collections, the innermost one's last.
    private(set) var pending: [Met] = []
    private var anchors: [String: Anchor] = [:]
    private var documentCount = 0
    /// What all aliases met so far stand for together.
    private var aliased = Extent(nodes: 0)

    init(file: SourceFile, limits: YAMLLimits, offsets: CodePointOffsets) {
        self.file = file
        self.limits = limits
        self.offsets = offsets
        arena.reserveCapacity(file.bytes.count)
        nodes.reserveCapacity(file.bytes.count / 16)
        links.reserveCapacity(file.bytes.count / 16)
        pending.reserveCapacity(64)
        open.reserveCapacity(16)
    }

    /// The tree as far as it was composed.
    var document: YAMLDocument {
        YAMLDocument(
            file: file, root: root, nodes: nodes, links: links, arena: arena,
            mayHoldEscapes: file.bytes.contains(UInt8(ascii: "\\")))
    }

    /// Reads the stream to its end; false where it had to stop early, having reported why.
    mutating func compose(_ stream: inout YAMLEventStream) -> Bool {
        while true {
            guard stream.advance() else {
                explain(stream.problem)
                return false
            }
            let start = offsets.offset(of: stream.start)
            let range = start..<max(start, offsets.offset(of: stream.end))
            let goesOn: Bool
            switch stream.kind {
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
            case .scalar: goesOn = addScalar(stream, at: range)
            case .sequenceStart, .mappingStart: goesOn = openCollection(stream, at: range)
            case .collectionEnd:
                closeCollection(at: range)
                goesOn = true
            }
            guard goesOn else { return false }
        }
    }

    private mutating func explain(_ problem: YAMLProblem) {
        let bracket = open.last { nodes[Int($0.id.index)].style == .flow }
        let explanation = YAMLProblemExplanation(
            problem, file: file, offsets: offsets, lastScalar: nodes.last { $0.kind == .scalar },
            openBracket: bracket.map { nodes[Int($0.id.index)].start })
        report.add(explanation.diagnostic)
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, range: range)
    }

    private mutating func addScalar(_ stream: borrowing YAMLEventStream, at range: Range<Int>) -> Bool {
        let style = stream.style
        let anchor = stream.anchor
        let place = contentPlace(hasTag: stream.hasTag, hasAnchor: anchor != nil, in: range)
        var end = place.content.upperBound
        if style == .literal || style == .folded {
            end = endWithoutBlankLines(place.content)
        }
        let first = arena.count
        if stream.textLength > limits.maxScalarBytes {
            report.add(
                .scalarLimit(stream.textLength, limits, at: span(place.content.lowerBound..<end)))
        }
        stream.appendText(to: &arena)
        let content = place.content.lowerBound..<max(end, place.content.lowerBound)
        if style == .doubleQuoted {
            YAMLEscapes(file: file, quoted: content).reportForbidden(in: arena[first...], to: &report)
        }
        let isEmptyDocument =
            open.isEmpty && style == .plain && first == arena.count && anchor == nil && !stream.hasTag
        if isEmptyDocument { return true }
        guard
            let id = add(
                YAMLNode(
                    kind: .scalar, style: style, start: content.lowerBound, end: content.upperBound,
                    first: first, count: arena.count - first))
        else { return false }
        let extent = Extent(bytes: arena.count - first)
        if let anchor {
            anchors[anchor] = Anchor(id: id, place: place.anchor ?? content, extent: extent)
        }
        meet(Met(id: id, start: content.lowerBound, end: content.upperBound), extent)
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
        guard open.count < limits.maxDepth else {
            report.add(.nestingLimit(limits, at: span(start..<min(start + 1, file.bytes.count))))
            return false
        }
        let kind: YAMLNode.Kind = stream.kind == .sequenceStart ? .sequence : .mapping
        guard let id = add(YAMLNode(kind: kind, style: stream.style, start: start, end: start)) else {
            return false
        }
        if let anchor {
            anchors[anchor] = Anchor(id: id, place: place.anchor ?? start..<start, extent: Extent(height: 1))
        }
        open.append(
            OpenCollection(id: id, anchor: anchor, firstPending: pending.count, end: start))
        return true
    }

    private mutating func closeCollection(at closing: Range<Int>) {
        guard let collection = open.popLast() else { return }
        let index = Int(collection.id.index)
        var node = nodes[index]
        let first = links.count
        let children = collection.firstPending..<pending.count
        if node.kind == .mapping {
            for pair in distinctPairs(of: children) {
                links.append(pending[pair].id)
                links.append(pending[pair + 1].id)
            }
        } else {
            for child in children { links.append(pending[child].id) }
        }
        // What has no closing bracket ends with its last child: a block, and a pair such as `a: b` in `[a: b]`.
        let hasBracket = node.style == .flow && !closing.isEmpty
        node.close(end: hasBracket ? closing.upperBound : collection.end, parts: first..<links.count)
        nodes[index] = node
        pending.removeSubrange(children)
        if let anchor = collection.anchor, anchors[anchor]?.id == collection.id {
            anchors[anchor]?.extent = collection.extent
        }
        meet(Met(id: collection.id, start: node.start, end: node.end), collection.extent)
    }

    private mutating func addAlias(named name: String, at range: Range<Int>) -> Bool {
        guard let anchor = anchors[name] else {
            report.add(.unknownAnchor(name, at: span(range)))
            return false
        }
        guard !open.contains(where: { $0.id == anchor.id }) else {
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
        guard open.count + anchor.extent.height <= limits.maxDepth else {
            report.add(.nestingLimit(limits, at: span(range)))
            return false
        }
        meet(Met(id: anchor.id, start: range.lowerBound, end: range.upperBound), anchor.extent)
        return true
    }

    private mutating func add(_ node: YAMLNode) -> YAMLNode.ID? {
        guard nodes.count < limits.maxNodes else {
            report.add(
                .nodeLimit(limits, at: SourceSpan(file: file, start: node.start, end: node.end)))
            return nil
        }
        nodes.append(node)
        return YAMLNode.ID(nodes.count - 1)
    }

    /// Hands a whole node to the collection around it, or makes it the root.
    private mutating func meet(_ met: Met, _ extent: Extent) {
        guard !open.isEmpty else {
            root = met.id
            return
        }
        pending.append(met)
        let last = open.count - 1
        open[last].end = max(open[last].end, met.end)
        open[last].extent.nodes += extent.nodes
        open[last].extent.bytes += extent.bytes
        open[last].extent.height = max(open[last].extent.height, extent.height + 1)
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
