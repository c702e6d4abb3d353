extension StaticString {
    /// The first eight bytes, the first in the lowest bits, zeros above the last.
    fileprivate var head: UInt64 {
        if utf8CodeUnitCount >= 8 {
            return unsafe UInt64(littleEndian: UnsafeRawPointer(utf8Start).loadUnaligned(as: UInt64.self))
        }
        var head: UInt64 = 0
        for step in 0..<utf8CodeUnitCount {
            head |= UInt64(unsafe utf8Start[step]) << UInt64(8 * step)
        }
        return head
    }

    /// Whether the text stands in a range of as many bytes whose head is the same.
    fileprivate func standsOn(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
        var step = 8
        while step < utf8CodeUnitCount {
            if unsafe utf8Start[step] != bytes[range.lowerBound + step] { return false }
            step += 1
        }
        return true
    }
}

/// Names of keys, found by the bytes of a document's key without a `String` being made of it.
package struct YAMLKeyTable: Sendable {
    private let names: [Name]
    /// Positions of names by the hash of their first eight bytes and their length; -1 where none is.
    private let slots: [Int16]
    private let shift: UInt64

    private struct Name: Sendable {
        let head: UInt64
        let count: Int
        /// All of it, where there is more than a head.
        let bytes: [UInt8]
    }

    /// Of a name that comes twice the first position counts.
    package init(_ names: [String]) {
        self.names = names.map {
            let bytes = Array($0.utf8)
            return Name(head: bytes.span.head(of: 0..<bytes.count), count: bytes.count, bytes: bytes)
        }
        var bits: UInt64 = 3
        while 1 << bits < 4 * names.count { bits += 1 }
        shift = 64 - bits
        var slots = [Int16](repeating: -1, count: 1 << bits)
        for (position, name) in self.names.enumerated()
        where !self.names[..<position].contains(where: { $0.bytes == name.bytes }) {
            var slot = Self.slot(name.head, name.count, shift)
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
            if names[position].head == head, names[position].count == range.count,
                range.count <= 8 || isName(position, at: range, text)
            {
                return position
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The position of a name that stands in the program.
    package func position(of name: StaticString) -> Int? {
        let (head, count) = (name.head, name.utf8CodeUnitCount)
        var slot = Self.slot(head, count, shift)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if names[position].head == head, names[position].count == count {
                if count <= 8 { return position }
                let own = names[position].bytes
                if name.standsOn(0..<count, in: own.span) { return position }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isName(_ position: Int, at range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let bytes = names[position].bytes
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

extension YAMLDocument {
    /// The position of a scalar's text among names; nil where it is none of them.
    package func position(of id: NodeID, in table: YAMLKeyTable) -> Int? {
        look(at: id) { range, bytes in table.position(of: range, in: bytes) } ?? nil
    }

    /// Whether a node is a scalar with just this word, however it is quoted.
    package func says(_ id: NodeID, _ word: StaticString) -> Bool {
        look(at: id) { range, bytes in
            range.count == word.utf8CodeUnitCount && bytes.head(of: range) == word.head
                && word.standsOn(range, in: bytes)
        } ?? false
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

    /// Whether a node is a scalar with one of some texts, however it is quoted.
    package func scalarEquals(_ id: NodeID, anyOf texts: [String]) -> Bool {
        let node = self[id]
        guard node.kind == .scalar else { return false }
        let source = source(of: node)
        return texts.contains { Self.isText($0, at: node.parts, in: source) }
    }
}
