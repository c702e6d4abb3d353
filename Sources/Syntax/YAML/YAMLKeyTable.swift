/// The name of a key as a decoder asks for it, its first eight bytes at hand to be held against a document's.
package struct YAMLKey: Sendable, ExpressibleByStringLiteral {
    /// The first eight bytes, the first in the lowest bits, zeros above the last.
    let head: UInt64
    let count: Int
    private let text: StaticString

    package init(stringLiteral text: StaticString) {
        self.text = text
        count = text.utf8CodeUnitCount
        var head: UInt64 = 0
        for step in 0..<min(8, count) {
            head |= UInt64(unsafe text.utf8Start[step]) << UInt64(8 * step)
        }
        self.head = head
    }

    /// Whether the key stands in a range of as many bytes whose head is the same.
    func standsOn(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        var step = 8
        while step < count {
            if unsafe text.utf8Start[step] != bytes[range.lowerBound + step] { return false }
            step += 1
        }
        return true
    }
}

/// Names of keys, found by the bytes of a document's key without a `String` being made of it.
package struct YAMLKeyTable: Sendable {
    private let names: [(head: UInt64, bytes: [UInt8])]
    /// Positions of names by the hash of their first eight bytes and their length; -1 where none is.
    private let slots: [Int16]
    private let shift: UInt64

    /// Of a name that comes twice the first position counts.
    package init(_ names: [String]) {
        self.names = names.map {
            let bytes = Array($0.utf8)
            return (bytes.span.head(of: 0..<bytes.count), bytes)
        }
        var bits: UInt64 = 3
        while 1 << bits < 4 * names.count { bits += 1 }
        shift = 64 - bits
        var slots = [Int16](repeating: -1, count: 1 << bits)
        for (position, name) in self.names.enumerated()
        where !self.names[..<position].contains(where: { $0.bytes == name.bytes }) {
            var slot = Self.slot(name.head, name.bytes.count, shift)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int16(truncatingIfNeeded: position)
        }
        self.slots = slots
    }

    var count: Int { names.count }

    /// The position of the name that stands in a range of a text.
    func position(of range: Range<Int>, in text: Span<UInt8>) -> Int? {
        let head = text.head(of: range)
        var slot = Self.slot(head, range.count, shift)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if names[position].head == head, isName(position, at: range, text) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isName(_ position: Int, at range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let bytes = names[position].bytes
        guard bytes.count == range.count else { return false }
        var step = 8
        while step < bytes.count {
            if bytes[step] != text[range.lowerBound + step] { return false }
            step += 1
        }
        return true
    }

    private static func slot(_ head: UInt64, _ count: Int, _ shift: UInt64) -> Int {
        let mixed = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> shift)
    }
}

/// Which keys a mapping may have, in 64 bits: most questions for one that it lacks end here.
package struct YAMLKeyMask: Sendable {
    private var bits: UInt64 = 0

    package init() {}

    mutating func insert(_ head: UInt64, count: Int) {
        bits |= Self.bit(head, count)
    }

    /// False where the mapping has no such key.
    package func mayHold(_ key: YAMLKey) -> Bool {
        bits & Self.bit(key.head, key.count) != 0
    }

    private static func bit(_ head: UInt64, _ count: Int) -> UInt64 {
        1 << (((head & 0xFF) &* 5 &+ UInt64(truncatingIfNeeded: count)) & 63)
    }
}

extension YAMLDocument {
    /// The position of a key's text among names; nil where it is none of them.
    package func position(of key: NodeID, in table: YAMLKeyTable) -> Int? {
        let node = self[key]
        guard node.kind == .scalar else { return nil }
        let source = source(of: node)
        return table.position(of: node.parts, in: source.span)
    }

    /// The positions of a mapping's keys among names, in the file's order, nil for those that are none of them.
    package func positions(in table: YAMLKeyTable, ofKeysOf id: NodeID) -> [Int?] {
        var positions: [Int?] = []
        positions.reserveCapacity(pairs(id).count)
        searchKeys(of: id) { range, text, _ in
            positions.append(table.position(of: range, in: text))
            return false
        }
        return positions
    }

    /// For each of the names the place among a mapping's pairs of the one whose key it is, -1 where there is none; nil
    /// where some key is none of the names.
    package func places(ofKeysOf id: NodeID, in table: YAMLKeyTable) -> [Int]? {
        var places = [Int](repeating: -1, count: table.count)
        var (place, areNames) = (0, true)
        searchKeys(of: id) { range, text, _ in
            if let position = table.position(of: range, in: text) {
                places[position] = place
            } else {
                areNames = false
            }
            place += 1
            return !areNames
        }
        return areNames ? places : nil
    }

    /// The keys of a mapping in short; none for a scalar or a list.
    package func keyMask(of id: NodeID) -> YAMLKeyMask {
        var mask = YAMLKeyMask()
        searchKeys(of: id) { range, text, _ in
            mask.insert(text.head(of: range), count: range.count)
            return false
        }
        return mask
    }

    /// The value that a mapping gives for `key`; nil where it gives none.
    package func value(_ id: NodeID, of key: YAMLKey) -> NodeID? {
        var found: NodeID?
        searchKeys(of: id) { range, text, value in
            guard range.count == key.count, text.head(of: range) == key.head, key.standsOn(range, in: text)
            else { return false }
            found = value
            return true
        }
        return found
    }

    /// Whether a node is a scalar with one of some texts, however it is quoted.
    package func scalarEquals(_ id: NodeID, anyOf texts: [String]) -> Bool {
        let node = self[id]
        guard node.kind == .scalar else { return false }
        let source = source(of: node)
        return texts.contains { Self.isText($0, at: node.parts, in: source) }
    }
}
