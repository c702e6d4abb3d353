/// The names and values that one part of a page can read: a small table kept in the order of writing.
///
/// A name that is missing is looked for in the objects around this one; a name whose value is `.null` is not, so an
/// optional of an item must be set even where it is nothing.
package struct TemplateObject: Sendable {
    private struct Entry: Sendable {
        var value: TemplateValue
        let key: TemplateKey
    }

    private var entries: [Entry] = []
    // One bit for each key's number modulo 64: most lookups that find nothing end here.
    private var bits: UInt64 = 0

    package init() {}

    /// An object of the pairs in their order; of two pairs with one key the later one counts.
    package init(_ pairs: [(TemplateKey, TemplateValue)]) {
        entries.reserveCapacity(pairs.count)
        for (key, value) in pairs { set(key, value) }
    }

    package var isEmpty: Bool { entries.isEmpty }
    package var count: Int { entries.count }

    /// The keys in the order in which they were first set.
    package var keys: [TemplateKey] { entries.map(\.key) }

    /// Writing `nil` takes the key out, so that an object around this one may answer; writing `.null` says nothing.
    package subscript(key: TemplateKey) -> TemplateValue? {
        get {
            guard let index = index(of: key) else { return nil }
            return entries[index].value
        }
        set {
            if let newValue {
                set(key, newValue)
            } else if let index = index(of: key) {
                entries.remove(at: index)
            }
        }
    }

    /// Puts a value under a key, in place of the value that was there.
    package mutating func set(_ key: TemplateKey, _ value: TemplateValue) {
        if let index = index(of: key) {
            entries[index].value = value
        } else {
            entries.append(Entry(value: value, key: key))
            bits |= 1 << UInt64(key.number & 63)
        }
    }

    /// Makes room for as many keys as a page is about to set.
    package mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
    }

    @inline(__always)
    private func index(of key: TemplateKey) -> Int? {
        guard bits & (1 << UInt64(key.number & 63)) != 0 else { return nil }
        for index in entries.indices where entries[index].key == key { return index }
        return nil
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral pairs: (TemplateKey, TemplateValue)...) {
        self.init(pairs)
    }
}
