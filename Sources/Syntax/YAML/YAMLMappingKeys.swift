import Diagnostics

/// The keys of a mapping that is being closed: each a scalar, each there once.
extension YAMLComposer {
    /// A mapping of more keys is looked through by a table.
    static let fewKeys = 24

    /// The places in `pending` of the keys that a mapping keeps; keys that it may not have are reported.
    mutating func distinctPairs(of children: Range<Int>) -> [Int] {
        var keys: [Int] = []
        keys.reserveCapacity(children.count / 2)
        for key in stride(from: children.lowerBound, to: children.upperBound - 1, by: 2) {
            let node = tree[pending[key]]
            if node.kind != .scalar {
                report.add(.complexKey(node.kind, at: span(place(ofPending: key))))
            } else if isMerge(node) {
                report.add(.mergeKey(at: span(place(ofPending: key))))
            } else {
                keys.append(key)
            }
        }
        let repeated = repetitions(among: keys)
        guard !repeated.isEmpty else { return keys }
        // Keys that come a second time from the first key on are an item of a list whose dash is missing.
        let isLostItem =
            keys.count <= Self.fewKeys && repeated.count > 1 && repeated[0].first == keys.first
            && repeated.last?.later == keys.last
            && zip(repeated, repeated.dropFirst()).allSatisfy { $0.first < $1.first }
        for (later, first) in isLostItem ? repeated.prefix(1) : repeated[...] {
            report.add(
                .duplicateKey(
                    String(decoding: text(ofPending: later), as: UTF8.self),
                    at: span(place(ofPending: later)), first: span(place(ofPending: first)),
                    isLostItem: isLostItem))
        }
        var later = repeated[...]
        return keys.filter { key in
            guard later.first?.later == key else { return true }
            later.removeFirst()
            return false
        }
    }

    /// The keys that stand already earlier in the mapping, each with the first of its kind, in the mapping's order.
    private func repetitions(among keys: [Int]) -> [(later: Int, first: Int)] {
        var found: [(later: Int, first: Int)] = []
        guard keys.count > Self.fewKeys else {
            for (index, later) in keys.enumerated() {
                if let first = keys[..<index].first(where: { isSameText($0, later) }) {
                    found.append((later, first))
                }
            }
            return found
        }
        var firsts: [ArraySlice<UInt8>: Int] = [:]
        firsts.reserveCapacity(keys.count)
        for key in keys {
            let text = text(ofPending: key)
            if let first = firsts[text] {
                found.append((key, first))
            } else {
                firsts[text] = key
            }
        }
        return found
    }

    private func source(of node: YAMLNode) -> [UInt8] { node.isInFile ? file.bytes : tree.arena }

    private func text(ofPending number: Int) -> ArraySlice<UInt8> {
        let node = tree[pending[number]]
        return source(of: node)[node.parts]
    }

    private func isMerge(_ node: YAMLNode) -> Bool {
        node.style == .plain && node.parts.count == 2
            && source(of: node)[node.parts].elementsEqual([0x3C, 0x3C])
    }

    private func isSameText(_ left: Int, _ right: Int) -> Bool {
        if let a = tree.rangeInFile(pending[left]), let b = tree.rangeInFile(pending[right]),
            a.count != b.count
        {
            return false
        }
        let (a, b) = (tree[pending[left]], tree[pending[right]])
        guard a.parts.count == b.parts.count else { return false }
        return text(ofPending: left).elementsEqual(text(ofPending: right))
    }
}

extension YAMLTree {
    /// Whether some of a row, keys and values in turn, are few pairs, each key written as it reads in the file's text, another
    /// than all others and not `<<`: so a mapping is nearly always, and then all of them are kept.
    func areOrdinaryPairs(
        _ children: Range<Int>, of row: borrowing YAMLRow<YAMLNode.ID>, in text: Span<UInt8>
    ) -> Bool {
        guard children.count <= 2 * YAMLComposer.fewKeys, children.count % 2 == 0 else { return false }
        var seen: UInt64 = 0
        var key = children.lowerBound
        while key < children.upperBound {
            guard let range = rangeInFile(row[key]) else { return false }
            let head = text.head(of: range)
            // `<<`
            if range.count == 2, head == 0x3C3C { return false }
            let mixed = (head ^ UInt64(truncatingIfNeeded: range.count)) &* 0x9E37_79B9_7F4A_7C15
            let bit: UInt64 = 1 &<< (mixed &>> 58)
            if seen & bit != 0, isKey(range, head, amongFirst: children.lowerBound..<key, of: row, in: text) {
                return false
            }
            seen |= bit
            key &+= 2
        }
        return true
    }

    /// Whether a key that stands in a range of the text is one of those before it, which all stand there.
    private func isKey(
        _ range: Range<Int>, _ head: UInt64, amongFirst keys: Range<Int>,
        of row: borrowing YAMLRow<YAMLNode.ID>, in text: Span<UInt8>
    ) -> Bool {
        var key = keys.lowerBound
        while key < keys.upperBound {
            guard let other = rangeInFile(row[key]) else { return true }
            if other.count == range.count, text.head(of: other) == head,
                range.count <= 8 || text.extracting(other).equals(text.extracting(range))
            {
                return true
            }
            key &+= 2
        }
        return false
    }
}
