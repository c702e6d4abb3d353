/// A value as a renderer holds it: where it stands in the page's own memory, which nobody changes and which outlives the
/// rendering.
///
/// Arrays keep their items in one place as long as they live, and all arrays of a page live in its outermost value: so a
/// renderer looks at thousands of values without counting a reference to any.
@safe struct ValueInHand {
    private typealias Pair = (TemplateKey, TemplateValue)

    let value: UnsafePointer<TemplateValue>

    init(_ value: UnsafePointer<TemplateValue>) {
        unsafe self.value = unsafe value
    }

    var isTruthy: Bool { unsafe value.pointee.isTruthy }

    /// The items of a list; nil for anything else.
    var items: Range<Int>? {
        guard case .list(let items) = unsafe value.pointee else { return nil }
        return items.indices
    }

    /// An item of a list, by its place.
    func item(_ index: Int) -> ValueInHand? {
        guard case .list(let items) = unsafe value.pointee else { return nil }
        return unsafe items.withUnsafeBufferPointer { items in
            unsafe items.baseAddress.map { unsafe ValueInHand($0 + index) }
        }
    }

    /// Where the bytes of HTML stand.
    var html: UnsafeBufferPointer<UInt8>? {
        guard case .html(let html) = unsafe value.pointee else { return nil }
        return unsafe html.withUnsafeBufferPointer { unsafe $0 }
    }

    /// The text, where it is one: a template that a tag asks for by a value's words.
    var name: String? {
        switch unsafe value.pointee {
        case .text(let name): name
        case .bytes(let name), .html(let name): String(decoding: name, as: UTF8.self)
        default: nil
        }
    }

    /// One bit for each key's number modulo 64; none where the value has no names.
    var bits: UInt64 {
        switch unsafe value.pointee {
        case .object(let object): return object.bits
        case .table: return .max
        default: return 0
        }
    }

    /// What an object or a table has under a key.
    subscript(key: TemplateKey) -> ValueInHand? {
        switch unsafe value.pointee {
        case .object(let object):
            for index in object.pairs.indices where object.pairs[index].0 == key {
                return Self.value(at: index, of: object)
            }
            return nil
        case .table(let table): return table.place(of: key).flatMap { Self.value(at: $0, of: table.object) }
        default: return nil
        }
    }

    private static func value(at index: Int, of object: TemplateObject) -> ValueInHand? {
        unsafe object.pairs.withUnsafeBufferPointer { pairs in
            guard let offset = MemoryLayout<Pair>.offset(of: \Pair.1), let start = pairs.baseAddress else {
                return nil
            }
            return unsafe ValueInHand(
                UnsafeRawPointer(start + index).advanced(by: offset).assumingMemoryBound(
                    to: TemplateValue.self))
        }
    }
}
