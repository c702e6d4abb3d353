/// A value as a renderer holds it: where it stands in the page's own memory, which nobody changes and which outlives the
/// rendering.
///
/// Arrays keep their items in one place as long as they live, and all arrays of a page live in its outermost value: so a
/// renderer looks at thousands of values without counting a reference to any.
@safe struct ValueInHand {
    let value: UnsafePointer<TemplateValue>

    @inline(__always)
    init(_ value: UnsafePointer<TemplateValue>) {
        unsafe self.value = unsafe value.pointee.kept ?? value
    }

    var isTruthy: Bool { unsafe value.pointee.isTruthy }

    /// The items of a list; nil for anything else.
    var items: Range<Int>? {
        switch unsafe value.pointee {
        case .list(let items): items.indices
        case .listed(_, let count): 0..<Int(count)
        default: nil
        }
    }

    /// The table, where it is one.
    var table: TemplateTable? {
        if case .table(let table) = unsafe value.pointee { table } else { nil }
    }

    /// An item of a list, by its place.
    func item(_ index: Int, in memory: MemoryInHand) -> ValueInHand? {
        switch unsafe value.pointee {
        case .list(let items):
            return unsafe items.withUnsafeBufferPointer { items in
                unsafe items.baseAddress.map { unsafe ValueInHand($0 + index) }
            }
        case .listed(let start, _):
            let place = Int(start) + index
            guard unsafe place < memory.pairs.count else { return nil }
            return unsafe memory.pairs.baseAddress.flatMap { unsafe Names.value(of: $0 + place) }
        default: return nil
        }
    }

    /// The text, where it is one: a template that a tag asks for by a value's words. `memory` is the page's own.
    func name(in memory: MemoryInHand) -> String? {
        switch unsafe value.pointee {
        case .text(let name): name
        case .bytes(let name): String(decoding: name, as: UTF8.self)
        default: unsafe html(in: memory).map { unsafe String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Appends what a tag shows for the value; `isEscaped` where the tag escapes text. `memory` is the page's own.
    @inline(__always)
    func write(to output: inout TemplateOutput, from memory: MemoryInHand, isEscaped: Bool) {
        if let html = unsafe html(in: memory) { return unsafe output.append(html) }
        switch unsafe value.pointee {
        case .null: return
        case .bytes(let text): unsafe text.withUnsafeBufferPointer { unsafe output.append($0, isEscaped) }
        default: unsafe value.pointee.write(to: &output, isEscaped: isEscaped)
        }
    }

    /// Where the bytes of HTML stand, which most values are.
    @inline(__always)
    private func html(in memory: MemoryInHand) -> UnsafeBufferPointer<UInt8>? {
        switch unsafe value.pointee {
        case .html(let html): return unsafe html.withUnsafeBufferPointer { unsafe $0 }
        case .written(let start, let count):
            let end = Int(start) + Int(count)
            guard unsafe end <= memory.bytes.count else { return nil }
            return unsafe UnsafeBufferPointer(rebasing: memory.bytes[Int(start)..<end])
        default: return nil
        }
    }

    // MARK: - Names

    /// The names that can be asked of the value: none where it is no object.
    func names(in memory: MemoryInHand) -> Names { Names(self, memory) }

    /// What a value has under its names, found without a look at the value itself.
    @safe struct Names {
        let value: ValueInHand
        /// One bit for each key's number modulo 64: most names that the value does not have are told by them.
        private let bits: UInt64
        private let start: UnsafePointer<TemplatePair>?
        private let count: Int

        fileprivate init(_ value: ValueInHand, _ memory: MemoryInHand) {
            self.value = value
            switch unsafe value.value.pointee {
            case .object(let object):
                bits = object.bits
                unsafe start = unsafe object.pairs.withUnsafeBufferPointer { $0.baseAddress }
                count = object.pairs.count
            case .made(let place, let count):
                guard unsafe Int(place) + Int(count) < memory.pairs.count,
                    let pair = unsafe memory.pairs.baseAddress,
                    case .int(let keys) = unsafe pair[Int(place)].value
                else {
                    bits = 0
                    unsafe start = nil
                    self.count = 0
                    return
                }
                bits = UInt64(bitPattern: Int64(keys))
                unsafe start = unsafe pair + (Int(place) + 1)
                self.count = Int(count)
            case .table(let table):
                // Found by the table itself.
                bits = .max
                unsafe start = unsafe table.object.pairs.withUnsafeBufferPointer { $0.baseAddress }
                count = -1
            default:
                bits = 0
                unsafe start = nil
                count = 0
            }
        }

        /// What stands under a key; nil where there is no such name.
        subscript(key: TemplateKey) -> ValueInHand? {
            var guess: UInt8 = 0
            return find(key, key.bit, &guess)
        }

        /// What stands at a place, where it is that of the key.
        @inline(__always)
        func value(of key: TemplateKey, at place: UInt8) -> ValueInHand? {
            guard Int(place) < count, let start = unsafe start, unsafe start[Int(place)].key == key else {
                return nil
            }
            return unsafe Self.value(of: start + Int(place))
        }

        /// The same; `guess` is the place at which such a name was found before, and becomes the one at which it is found
        /// now: objects that are made alike have their names in one order. `bit` is the key's.
        func find(_ key: TemplateKey, _ bit: UInt64, _ guess: inout UInt8) -> ValueInHand? {
            guard bits & bit != 0, let start = unsafe start else { return nil }
            if let value = value(of: key, at: guess) { return value }
            if count < 0 {
                guard case .table(let table) = unsafe value.value.pointee, let place = table.place(of: key)
                else { return nil }
                return unsafe Self.value(of: start + place)
            }
            for place in 0..<count where unsafe start[place].key == key {
                guess = UInt8(truncatingIfNeeded: place)
                return unsafe Self.value(of: start + place)
            }
            return nil
        }

        fileprivate static func value(of pair: UnsafePointer<TemplatePair>) -> ValueInHand? {
            guard let offset = MemoryLayout<TemplatePair>.offset(of: \.value) else { return nil }
            return unsafe ValueInHand(
                UnsafeRawPointer(pair).advanced(by: offset).assumingMemoryBound(to: TemplateValue.self))
        }
    }
}

extension TemplateValue {
    /// Appends what a tag shows for a text, a number or a flag; `isEscaped` where the tag escapes text.
    fileprivate func write(to output: inout TemplateOutput, isEscaped: Bool) {
        switch self {
        case .null, .html, .bytes, .list, .object, .table, .written, .made, .listed, .kept: break
        case .text(let text): output.append(text, isEscaped)
        case .bool(let flag): output.append(flag ? "true" : "false", isEscaped)
        case .int(let number): output.append(String(number), isEscaped)
        }
    }
}
