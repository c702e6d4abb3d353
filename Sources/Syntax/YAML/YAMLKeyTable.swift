/// Names of keys, found by the bytes of a document's key without a `String` being made of it. Several groups of names may
/// share one table, so that who asks for one of many groups holds no more than a number.
package final class YAMLKeyTable: Sendable {
    private struct Slot: Sendable {
        let mark: YAMLKeyMark
        /// The name's place in its group; -1 where the slot is empty.
        let position: Int
    }

    private struct Group: Sendable {
        let firstSlot: Int
        let lastSlot: Int
        let shift: UInt64
        let firstName: Int
    }

    private let slots: [Slot]
    private let groups: [Group]
    /// The names of more than sixteen bytes need a closer look.
    private let names: [[UInt8]]

    /// Of a name that comes twice in a group the first position counts.
    package init(groups: [[String]]) {
        let names = groups.map { $0.map { Array($0.utf8) } }
        self.names = Array(names.joined())
        let empty = Slot(mark: YAMLKeyMark(""), position: -1)
        var slots: [Slot] = []
        var firstName = 0
        self.groups = names.map { names in
            var bits: UInt64 = 3
            while 1 << bits < 4 * names.count { bits += 1 }
            let (first, shift) = (slots.count, 64 - bits)
            slots += Array(repeating: empty, count: 1 << bits)
            let last = slots.count - 1
            for (position, name) in names.enumerated() where !names[..<position].contains(name) {
                let mark = YAMLKeyMark(0..<name.count, in: name.span)
                var slot = first + mark.slot(shift)
                while slots[slot].position >= 0 { slot = slot == last ? first : slot + 1 }
                slots[slot] = Slot(mark: mark, position: position)
            }
            defer { firstName += names.count }
            return Group(firstSlot: first, lastSlot: last, shift: shift, firstName: firstName)
        }
        self.slots = slots
    }

    /// A table of one group.
    package convenience init(_ names: [String]) { self.init(groups: [names]) }

    /// The position in its group of the name that stands in a range of a text; nil where the group has none like it.
    package func position(of range: Range<Int>, in text: Span<UInt8>, among group: Int = 0) -> Int? {
        let mark = YAMLKeyMark(range, in: text)
        return position(of: mark, groups[group]) { name in
            if mark.tellsAll { return true }
            let bytes = names[name]
            return bytes.span.equals(text.extracting(range))
        }
    }

    /// The position of a name that stands in the program among those of the first group.
    package func position(of name: YAMLKeyName) -> Int? {
        position(of: name.mark, groups[0]) { _ in true }
    }

    @inline(__always)
    private func position(of mark: YAMLKeyMark, _ group: Group, _ isSame: (_ name: Int) -> Bool) -> Int? {
        var number = group.firstSlot &+ mark.slot(group.shift)
        while true {
            let slot = slots[number]
            if slot.position < 0 { return nil }
            if slot.mark == mark, isSame(group.firstName &+ slot.position) { return slot.position }
            number = number == group.lastSlot ? group.firstSlot : number &+ 1
        }
    }
}

extension YAMLDocument {
    /// The position of a scalar's text among a group of names; nil where it is none of them.
    package func position(of id: NodeID, in table: YAMLKeyTable, among group: Int = 0) -> Int? {
        look(at: id) { range, bytes in table.position(of: range, in: bytes, among: group) } ?? nil
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
