/// Names of keys, found by the bytes of a document's key without a `String` being made of it.
package struct YAMLKeyTable: Sendable {
    /// What a name and the bytes of a key are compared by; of up to sixteen bytes that is all of them.
    private struct Mark: Equatable, Sendable {
        /// The first eight bytes, zeros above the last of a shorter name.
        let head: UInt64
        /// The last eight bytes of a longer name.
        let tail: UInt64
        let count: Int

        @inline(__always)
        init(_ range: Range<Int>, in text: Span<UInt8>) {
            head = text.head(of: range)
            tail = range.count > 8 ? text.word(at: range.upperBound - 8) : 0
            count = range.count
        }

        @inline(__always)
        init(_ name: StaticString) {
            head = name.head
            tail = name.utf8CodeUnitCount > 8 ? name.word(at: name.utf8CodeUnitCount - 8) : 0
            count = name.utf8CodeUnitCount
        }

        /// Where to look for it first among the slots of a table.
        @inline(__always)
        func slot(_ shift: UInt64) -> Int {
            let mixed = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed &>> shift)
        }
    }

    private struct Slot: Sendable {
        let mark: Mark
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
        let empty = Slot(mark: Mark(""), position: -1)
        var slots = [Slot](repeating: empty, count: 1 << bits)
        for (position, name) in self.names.enumerated() where !self.names[..<position].contains(name) {
            let mark = Mark(0..<name.count, in: name.span)
            var slot = mark.slot(shift)
            while slots[slot].position >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Slot(mark: mark, position: position)
        }
        self.slots = slots
    }

    /// The position of the name that stands in a range of a text.
    func position(of range: Range<Int>, in text: Span<UInt8>) -> Int? {
        position(of: Mark(range, in: text)) { name in name.span.equals(text.extracting(range)) }
    }

    /// The position of a name that stands in the program.
    package func position(of name: StaticString) -> Int? {
        position(of: Mark(name)) { $0.elementsEqual(name.description.utf8) }
    }

    @inline(__always)
    private func position(of mark: Mark, _ isSame: ([UInt8]) -> Bool) -> Int? {
        let slots = slots.span
        var number = mark.slot(shift)
        while true {
            let slot = slots[number]
            if slot.position < 0 { return nil }
            if slot.mark == mark, mark.count <= 16 || isSame(names[slot.position]) { return slot.position }
            number = (number + 1) & (slots.count - 1)
        }
    }
}

extension StaticString {
    /// The first eight bytes, the first in the lowest bits, zeros above the last.
    @inline(__always)
    fileprivate var head: UInt64 {
        let count = utf8CodeUnitCount
        if count >= 8 { return word(at: 0) }
        // The first four and the last four, which may be partly the same.
        if count >= 4 { return fourBytes(at: 0) | fourBytes(at: count - 4) << UInt64(8 * (count - 4)) }
        var head: UInt64 = 0
        for step in 0..<count {
            head |= UInt64(unsafe utf8Start[step]) << UInt64(8 * step)
        }
        return head
    }

    @inline(__always)
    private func fourBytes(at offset: Int) -> UInt64 {
        unsafe UInt64(
            UInt32(littleEndian: UnsafeRawPointer(utf8Start + offset).loadUnaligned(as: UInt32.self)))
    }

    /// Eight bytes from an offset on, the first in the lowest bits; as many must follow.
    @inline(__always)
    fileprivate func word(at offset: Int) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(utf8Start + offset).loadUnaligned(as: UInt64.self))
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
