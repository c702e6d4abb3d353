/// What one page shows, in one memory: a value that stands here is two numbers, which cost nothing to hand on and to let
/// go of.
///
/// A page's values are made with one of these on one thread, and shown with it.
@safe package final class TemplateMemory {
    private static let mostMarked = 64

    // Apart from the memory itself, so that its rows count no reference to that.
    private let content: UnsafeMutablePointer<TemplateContent>

    /// `capacity` is how many bytes most pages need.
    package init(capacity: Int = 512) {
        unsafe content = .allocate(capacity: 1)
        unsafe content.initialize(to: TemplateContent(capacity: capacity))
    }

    deinit {
        unsafe content.deinitialize(count: 1)
        unsafe content.deallocate()
    }

    /// Calls `body` with all that was written and made, where it stands, while nothing is added.
    func withContent(_ body: (MemoryInHand) -> Void) {
        let bytes = unsafe content.pointee.bytes
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe content.pointee.pairs.withPairs { pairs in
                unsafe body(MemoryInHand(bytes: bytes, pairs: pairs))
            }
        }
    }

    // MARK: - Words

    /// HTML that is safe already, which `write` appends. It makes no other word of this memory meanwhile.
    package func html(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        return unsafe .written(at: UInt32(start), count: UInt32(content.pointee.bytes.count - start))
    }

    /// Text that `{{ }}` escapes, which `write` appends. It makes no other word of this memory meanwhile.
    package func text(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        let isPlain = unsafe content.pointee.bytes.withUnsafeBufferPointer { bytes in
            unsafe HTMLText.isPlain(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        if isPlain {
            return unsafe .written(at: UInt32(start), count: UInt32(content.pointee.bytes.count - start))
        }
        // `{{ }}` and `{{{ }}}` write it in two ways.
        let text = unsafe Array(content.pointee.bytes[start...])
        unsafe content.pointee.bytes.removeLast(text.count)
        return .bytes(text)
    }

    /// Text that `{{ }}` escapes; nothing for no text.
    package func text(_ text: String?) -> TemplateValue { unsafe content.pointee.text(text) }

    /// Appends what `{{ }}` shows for a text of this memory, or for one that no memory has.
    package func append(_ value: TemplateValue, to output: inout [UInt8]) {
        switch value {
        case .written(let start, let count):
            unsafe content.pointee.bytes.withUnsafeBytes { bytes in
                let range = Int(start)..<Int(start) + Int(count)
                unsafe output.append(copying: UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
        case .html(let html): output += html
        case .bytes(let text): HTMLText.append(text, to: &output)
        case .text(let text): HTMLText.append(text, to: &output)
        case .kept(let place): unsafe append(place.value.pointee, to: &output)
        case .null, .bool, .int, .list, .made, .listed, .object, .table: break
        }
    }

    /// Where what `write` appends begins.
    private func append(_ write: (inout [UInt8]) -> Void) -> Int {
        let start = unsafe content.pointee.beginWord()
        unsafe write(&content.pointee.bytes)
        unsafe content.pointee.endWord()
        return start
    }

    // MARK: - What shows again

    /// Two numbers that tell something that a page shows from all else of its kind.
    package struct Mark: Equatable {
        private let first, second: UInt64

        package init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }
    }

    /// What `make` made for the same mark before, else what it makes now.
    package func again(_ mark: Mark, _ make: () -> TemplateValue) -> TemplateValue {
        let count = unsafe content.pointee.marked.count
        for place in 0..<count where unsafe content.pointee.marked[place].mark == mark {
            return unsafe content.pointee.marked[place].value
        }
        let value = make()
        if count == 0 { unsafe content.pointee.marked.reserveCapacity(Self.mostMarked / 2) }
        if count < Self.mostMarked { unsafe content.pointee.marked.append((mark, value)) }
        return value
    }

    // MARK: - Objects and lists

    /// An object that is being made; what its names stand for may be made meanwhile.
    @safe package struct Row: ~Copyable {
        private let content: UnsafeMutablePointer<TemplateContent>
        // Nil where the row is made within a call of its memory, which lives as long.
        private let keeper: TemplateMemory?
        private let start: Int
        private var bits: UInt64 = 0

        fileprivate init(_ content: UnsafeMutablePointer<TemplateContent>, of keeper: TemplateMemory?) {
            unsafe self.content = unsafe content
            self.keeper = keeper
            start = unsafe content.pointee.open.count
        }

        /// Puts a value under a key, in place of the value that was there.
        package mutating func set(_ key: TemplateKey, _ value: consuming TemplateValue) {
            guard bits & key.bit == 0 else { return replace(key, value) }
            bits |= key.bit
            unsafe content.pointee.open.append(key, value)
        }

        /// The same where the key may have a value.
        @inline(never)
        private func replace(_ key: TemplateKey, _ value: consuming TemplateValue) {
            if let place = unsafe content.pointee.open.place(of: key, from: start) {
                unsafe content.pointee.open.replace(at: place, with: value)
            } else {
                unsafe content.pointee.open.append(key, value)
            }
        }

        /// Puts text that `{{ }}` escapes under a key; nothing for no text.
        package mutating func set(_ key: TemplateKey, _ text: String?) {
            set(key, unsafe content.pointee.text(text))
        }

        /// Whether a section about a key of this object itself shows its content.
        package func shows(_ key: TemplateKey) -> Bool {
            guard bits & key.bit != 0, let place = unsafe content.pointee.open.place(of: key, from: start)
            else { return false }
            return unsafe content.pointee.open.shows(place)
        }

        /// The object, whole: no more of it is set.
        package consuming func finish() -> TemplateValue {
            let place = unsafe content.pointee.pairs.count
            unsafe content.pointee.pairs.append(.none, .int(Int(truncatingIfNeeded: bits)))
            unsafe content.pointee.pairs.take(from: &content.pointee.open, behind: start)
            return unsafe .made(
                at: UInt32(place), count: UInt32(content.pointee.pairs.count - place - 1))
        }
    }

    /// An object that is being made until it is finished, within which any that is begun meanwhile is finished too.
    package func beginObject() -> Row { unsafe Row(content, of: self) }

    /// An object with the names that `fill` sets.
    package func object(_ fill: (inout Row) -> Void) -> TemplateValue {
        withExtendedLifetime(self) {
            var row = unsafe Row(content, of: nil)
            fill(&row)
            return row.finish()
        }
    }

    /// A list of as many values, each made from its place.
    package func list(count: Int, _ value: (Int) -> TemplateValue) -> TemplateValue {
        let behind = unsafe content.pointee.open.count
        for place in 0..<count {
            let value = value(place)
            unsafe content.pointee.open.append(.none, value)
        }
        let start = unsafe content.pointee.pairs.count
        unsafe content.pointee.pairs.take(from: &content.pointee.open, behind: behind)
        return .listed(at: UInt32(start), count: UInt32(count))
    }
}

/// A page's memory as a renderer holds it: where it stands, while nothing is added.
@safe struct MemoryInHand {
    let bytes: UnsafeBufferPointer<UInt8>
    let pairs: UnsafeBufferPointer<TemplatePair>
}
