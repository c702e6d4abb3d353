import Diagnostics

/// The keys of a mapping that is being closed: each a scalar, each there once.
extension YAMLComposer {
    /// The places in `pending` of the keys that a mapping keeps; keys that it may not have are reported.
    mutating func distinctPairs(of children: Range<Int>) -> [Int] {
        var keys: [Int] = []
        keys.reserveCapacity(children.count / 2)
        for key in stride(from: children.lowerBound, to: children.upperBound - 1, by: 2) {
            let met = pending[key]
            let node = nodes[Int(met.id.index)]
            if node.kind != .scalar {
                report.add(.complexKey(node.kind, at: span(met.start..<met.end)))
            } else if node.style == .plain && arena[node.parts].elementsEqual([0x3C, 0x3C]) {
                report.add(.mergeKey(at: span(met.start..<met.end)))
            } else {
                keys.append(key)
            }
        }
        let repeated = repetitions(among: keys)
        guard !repeated.isEmpty else { return keys }
        // Keys that come a second time from the first key on are an item of a list whose dash is missing.
        let isLostItem =
            keys.count <= 24 && repeated.count > 1 && repeated[0].first == keys.first
            && repeated.last?.later == keys.last
            && zip(repeated, repeated.dropFirst()).allSatisfy { $0.first < $1.first }
        for (later, first) in isLostItem ? repeated.prefix(1) : repeated[...] {
            let (again, before) = (pending[later], pending[first])
            let text = String(decoding: arena[nodes[Int(again.id.index)].parts], as: UTF8.self)
            report.add(
                .duplicateKey(
                    text, at: span(again.start..<again.end), first: span(before.start..<before.end),
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
        guard keys.count > 24 else {
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
            let text = arena[nodes[Int(pending[key].id.index)].parts]
            if let first = firsts[text] {
                found.append((key, first))
            } else {
                firsts[text] = key
            }
        }
        return found
    }

    private func isSameText(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (nodes[Int(pending[left].id.index)].parts, nodes[Int(pending[right].id.index)].parts)
        guard a.count == b.count else { return false }
        for step in 0..<a.count where arena[a.lowerBound + step] != arena[b.lowerBound + step] {
            return false
        }
        return true
    }
}
