/// Names of keys, found by the bytes of a document's key without a `String` being made of it.
package final class YAMLKeyTable: Sendable {
    private struct Slot: Sendable {
        let mark: YAMLKeyMark
        /// The name's place among all; -1 where the slot is empty.
        let position: Int
    }

    private let slots: [Slot]
    private let shift: UInt64
    /// The names of more than sixteen bytes need a closer look.
    private let names: [[UInt8]]

    /// Of a name that comes twice the first position counts.
    package init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        var bits: UInt64 = 3
        while 1 << bits < 4 * names.count { bits += 1 }
        shift = 64 - bits
        let empty = Slot(mark: YAMLKeyMark(""), position: -1)
        var slots = [Slot](repeating: empty, count: 1 << bits)
        for (position, name) in self.names.enumerated() where !self.names[..<position].contains(name) {
            let mark = YAMLKeyMark(0..<name.count, in: name.span)
            var slot = mark.slot(shift)
            while slots[slot].position >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Slot(mark: mark, position: position)
        }
        self.slots = slots
    }

    /// The position of the name that stands in a range of a text.
    @inline(__always)
    func position(of range: Range<Int>, in text: Span<UInt8>) -> Int? {
        let mark = YAMLKeyMark(range, in: text)
        return position(of: mark) { name in mark.tellsAll || name.span.equals(text.extracting(range)) }
    }

    /// The position of a name that stands in the program.
    package func position(of name: YAMLKeyName) -> Int? {
        position(of: name.mark) { _ in true }
    }

    @inline(__always)
    private func position(of mark: YAMLKeyMark, _ isSame: ([UInt8]) -> Bool) -> Int? {
        var number = mark.slot(shift)
        while true {
            let slot = slots[number]
            if slot.position < 0 { return nil }
            if slot.mark == mark, isSame(names[slot.position]) { return slot.position }
            number = (number &+ 1) & (slots.count &- 1)
        }
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

    /// Whether a node is a scalar whose text begins with up to eight letters, however it is quoted.
    package func begins(_ id: NodeID, with letters: StaticString) -> Bool {
        let count = min(8, letters.utf8CodeUnitCount)
        return look(at: id) { range, bytes in
            range.count >= count && bytes.head(of: range.prefix(count)) == letters.head
        } ?? false
    }

    /// Whether a node is a scalar with one of some texts, however it is quoted.
    package func scalarEquals(_ id: NodeID, anyOf texts: [String]) -> Bool {
        let node = self[id]
        guard node.kind == .scalar else { return false }
        let source = source(of: node)
        return texts.contains { Self.isText($0, at: node.parts, in: source) }
    }
}
