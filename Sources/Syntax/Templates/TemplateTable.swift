/// Names and values that never change and that many pages read, such as the texts of a language: found by one look,
/// however many there are.
package final class TemplateTable: Sendable {
    let object: TemplateObject
    // Where a key's number leads to, its pair's place; a key that finds its slot taken stands in the next free one.
    private let slots: [UInt16]

    /// Nil for more than 16,384 names.
    package init?(_ object: TemplateObject) {
        guard object.count <= 16_384 else { return nil }
        self.object = object
        var size = 4
        while size < object.count * 2 { size *= 2 }
        var slots = [UInt16](repeating: .max, count: size)
        for (place, key) in object.keys.enumerated() {
            var slot = Int(key.number) & (size - 1)
            while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(place)
        }
        self.slots = slots
    }

    /// The value under a key.
    subscript(key: TemplateKey) -> TemplateValue? {
        place(of: key).map { object.pairs[$0].value }
    }

    /// The place of a key's pair in the object.
    func place(of key: TemplateKey) -> Int? {
        let mask = slots.count - 1
        var slot = Int(key.number) & mask
        while slots[slot] != .max {
            let place = Int(slots[slot])
            if object.pairs[place].key == key { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
