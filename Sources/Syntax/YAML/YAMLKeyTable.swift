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
            var slot = Self.hash(name[...]) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(truncatingIfNeeded: position)
        }
        self.slots = slots
    }

    func position(of bytes: ArraySlice<UInt8>) -> Int? {
        var slot = Self.hash(bytes) & (slots.count - 1)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if names[position].count == bytes.count, names[position].elementsEqual(bytes) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first, let last = bytes.last else { return 0 }
        let middle = bytes[bytes.startIndex + bytes.count / 2]
        return bytes.count &* 7 &+ Int(first) &* 31 &+ Int(middle) &* 5 &+ Int(last) &* 17
    }
}

extension YAMLDocument {
    /// The position of a key's text among names; nil where it is none of them.
    package func position(of key: NodeID, in table: YAMLKeyTable) -> Int? {
        table.position(of: bytes(key))
    }
}
