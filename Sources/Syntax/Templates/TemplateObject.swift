/// The names and values that one part of a page can read: a small table kept in the order of writing.
///
/// A name that is missing is looked for in the objects around this one; a name whose value is `.null` is not, so an
/// optional of an item must be set even where it is nothing.
package struct TemplateObject: Sendable {
    /// No key stands twice.
    private(set) var pairs: [TemplatePair]
    /// One bit for each key's number modulo 64, by which most names that the object does not have are told at a glance.
    private(set) var bits: UInt64 = 0

    package init() {
        pairs = []
    }

    /// An object of the pairs in their order; of two pairs with one key the later one counts.
    package init(_ pairs: [(TemplateKey, TemplateValue)]) {
        self.pairs = pairs.map { TemplatePair(key: $0.0, value: $0.1) }
        keepLast()
    }

    /// Notes the keys' bits; of two pairs with one key keeps the later one, in the place of the earlier.
    private mutating func keepLast() {
        var bits: UInt64 = 0
        for index in pairs.indices {
            let key = pairs[index].key
            if bits & key.bit != 0, pairs[..<index].contains(where: { $0.key == key }) {
                let all = pairs
                pairs = []
                for pair in all { set(pair.key, pair.value) }
                return
            }
            bits |= key.bit
        }
        self.bits = bits
    }

    package var isEmpty: Bool { pairs.isEmpty }
    package var count: Int { pairs.count }

    /// The keys in the order in which they were first set.
    package var keys: [TemplateKey] { pairs.map { $0.key } }

    /// Writing `nil` takes the key out, so that an object around this one may answer; writing `.null` says nothing.
    package subscript(key: TemplateKey) -> TemplateValue? {
        get {
            guard let index = index(of: key) else { return nil }
            return pairs[index].value
        }
        set {
            if let newValue {
                set(key, newValue)
            } else if let index = index(of: key) {
                pairs.remove(at: index)
            }
        }
    }

    /// Puts a value under a key, in place of the value that was there.
    package mutating func set(_ key: TemplateKey, _ value: TemplateValue) {
        if let index = index(of: key) {
            pairs[index].value = value
        } else {
            pairs.append(TemplatePair(key: key, value: value))
            bits |= key.bit
        }
    }

    @inline(__always)
    private func index(of key: TemplateKey) -> Int? {
        guard bits & key.bit != 0 else { return nil }
        for index in pairs.indices where pairs[index].key == key { return index }
        return nil
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral pairs: (TemplateKey, TemplateValue)...) {
        self.init(pairs)
    }
}
