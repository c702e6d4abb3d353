/// Names of keys, found by the bytes of a document's key without a `String` being made of it.
package struct YAMLKeyTable: Sendable {
    private let names: [[UInt8]]
    /// Positions of names by the hash of their bytes; -1 where none is.
    private let slots: [Int16]

    /// Of a name that comes twice the first position counts.
    package init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        var size = 8
        while size < 4 * names.count { size *= 2 }
        var slots = [Int16](repeating: -1, count: size)
        for (position, name) in self.names.enumerated() where !self.names[..<position].contains(name) {
            var slot = Self.hash(name.indices, name.span) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(truncatingIfNeeded: position)
        }
        self.slots = slots
    }

    /// The position of the name that stands in a range of a text.
    func position(of range: Range<Int>, in text: Span<UInt8>) -> Int? {
        var slot = Self.hash(range, text) & (slots.count - 1)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if isName(position, at: range, text) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isName(_ position: Int, at range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard names[position].count == range.count else { return false }
        for step in 0..<range.count where names[position][step] != text[range.lowerBound + step] {
            return false
        }
        return true
    }

    private static func hash(_ range: Range<Int>, _ text: Span<UInt8>) -> Int {
        guard !range.isEmpty else { return 0 }
        let (first, middle) = (text[range.lowerBound], text[range.lowerBound + range.count / 2])
        let last = text[range.upperBound - 1]
        return range.count &* 7 &+ Int(first) &* 31 &+ Int(middle) &* 5 &+ Int(last) &* 17
    }
}

/// Which keys a mapping may have, in 64 bits: most questions for one that it lacks end here.
package struct YAMLKeyMask: Sendable {
    private var bits: UInt64 = 0

    package init() {}

    mutating func insert(first: UInt8, count: Int) {
        bits |= Self.bit(first, count)
    }

    /// False where the mapping has no such key.
    package func mayHold(_ key: String) -> Bool {
        guard let first = key.utf8.first else { return true }
        return bits & Self.bit(first, key.utf8.count) != 0
    }

    private static func bit(_ first: UInt8, _ count: Int) -> UInt64 {
        1 << UInt64((Int(first) &* 5 &+ count) & 63)
    }
}

extension YAMLDocument {
    /// The position of a key's text among names; nil where it is none of them.
    package func position(of key: NodeID, in table: YAMLKeyTable) -> Int? {
        let node = self[key]
        guard node.kind == .scalar else { return nil }
        let arena = arena
        return table.position(of: node.parts, in: arena.span)
    }

    /// The keys of a mapping in short; none for a scalar or a list.
    package func keyMask(of id: NodeID) -> YAMLKeyMask {
        var mask = YAMLKeyMask()
        let node = self[id]
        guard node.kind == .mapping else { return mask }
        for index in stride(from: node.parts.lowerBound, to: node.parts.upperBound, by: 2) {
            let parts = self[links[index]].parts
            if !parts.isEmpty { mask.insert(first: arena[parts.lowerBound], count: parts.count) }
        }
        return mask
    }

    /// Whether a node is a scalar with one of some texts, however it is quoted.
    package func scalarEquals(_ id: NodeID, anyOf texts: [String]) -> Bool {
        texts.contains { scalarEquals(id, $0) }
    }
}
