/// What one page shows, in one memory: a value that stands here is two numbers, which cost nothing to hand on and to let
/// go of.
///
/// A page's values are made with one of these on one thread, and shown with it.
package final class TemplateMemory {
    // `isWriting` holds whoever writes apart from each other.
    @exclusivity(unchecked)
    private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked)
    private var isWriting = false
    // Objects and lists that are whole. An object begins with a pair that holds the bits of its keys; the pairs of a list
    // have no keys.
    @exclusivity(unchecked)
    private(set) var pairs: TemplatePairs
    // Those that are being made, each behind the one around it.
    @exclusivity(unchecked)
    private var open = TemplatePairs(room: 64)

    /// `capacity` is how many bytes most pages need.
    package init(capacity: Int = 512) {
        unsafe pairs = TemplatePairs(room: capacity / 16)
        unsafe bytes.reserveCapacity(capacity)
    }

    // MARK: - Words

    /// HTML that is safe already, which `write` appends. It makes no other word of this memory meanwhile.
    package func html(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        return unsafe .written(at: UInt32(start), count: UInt32(bytes.count - start))
    }

    /// Text that `{{ }}` escapes, which `write` appends. It makes no other word of this memory meanwhile.
    package func text(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        let isPlain = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe HTMLText.isPlain(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        if isPlain { return unsafe .written(at: UInt32(start), count: UInt32(bytes.count - start)) }
        // `{{ }}` and `{{{ }}}` write it in two ways.
        let text = unsafe Array(bytes[start...])
        unsafe bytes.removeLast(text.count)
        return .bytes(text)
    }

    /// Text that `{{ }}` escapes; nothing for no text.
    package func text(_ text: String?) -> TemplateValue {
        guard let text else { return .null }
        var isPlain = true
        let start = append {
            let start = $0.count
            HTMLText.append(text, to: &$0)
            isPlain = $0.count - start == text.utf8.count
        }
        let count = unsafe bytes.count - start
        if isPlain { return .written(at: UInt32(start), count: UInt32(count)) }
        // `{{ }}` and `{{{ }}}` write it in two ways.
        unsafe bytes.removeLast(count)
        return .text(text)
    }

    /// Appends what `{{ }}` shows for a text of this memory, or for one that no memory has.
    package func append(_ value: TemplateValue, to output: inout [UInt8]) {
        switch value {
        case .written(let start, let count):
            unsafe bytes.withUnsafeBytes { bytes in
                let range = Int(start)..<Int(start) + Int(count)
                unsafe output.append(copying: UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
        case .html(let html): output += html
        case .bytes(let text): HTMLText.append(text, to: &output)
        case .text(let text): HTMLText.append(text, to: &output)
        case .null, .bool, .int, .list, .made, .listed, .object, .table: break
        }
    }

    /// Where what `write` appends begins.
    private func append(_ write: (inout [UInt8]) -> Void) -> Int {
        precondition(unsafe !isWriting, "a word is made while another one is written")
        unsafe isWriting = true
        let start = unsafe bytes.count
        unsafe write(&bytes)
        unsafe isWriting = false
        return start
    }

    // MARK: - Objects and lists

    /// An object that is being made; what its names stand for may be made meanwhile.
    package struct Row: ~Copyable {
        fileprivate let memory: TemplateMemory
        fileprivate let start: Int
        fileprivate var bits: UInt64 = 0

        /// Puts a value under a key, in place of the value that was there.
        package mutating func set(_ key: TemplateKey, _ value: consuming TemplateValue) {
            if bits & key.bit != 0, let place = unsafe memory.open.place(of: key, from: start) {
                return unsafe memory.open.replace(at: place, with: value)
            }
            bits |= key.bit
            unsafe memory.open.append(key, value)
        }

        /// Puts text that `{{ }}` escapes under a key; nothing for no text.
        package mutating func set(_ key: TemplateKey, _ text: String?) {
            set(key, memory.text(text))
        }

        /// Whether a section about a key of this object itself shows its content.
        package func shows(_ key: TemplateKey) -> Bool {
            guard bits & key.bit != 0, let place = unsafe memory.open.place(of: key, from: start) else {
                return false
            }
            return unsafe memory.open.shows(place)
        }

        /// The object, whole: no more of it is set.
        package consuming func finish() -> TemplateValue {
            let start = unsafe memory.pairs.count
            unsafe memory.pairs.append(.none, .int(Int(truncatingIfNeeded: bits)))
            unsafe memory.pairs.take(from: &memory.open, behind: self.start)
            return unsafe .made(at: UInt32(start), count: UInt32(memory.pairs.count - start - 1))
        }
    }

    /// An object that is being made until it is finished, within which any that is begun meanwhile is finished too.
    package func beginObject() -> Row { unsafe Row(memory: self, start: open.count) }

    /// An object with the names that `fill` sets.
    package func object(_ fill: (inout Row) -> Void) -> TemplateValue {
        var row = beginObject()
        fill(&row)
        return row.finish()
    }

    /// A list of as many values, each made from its place.
    package func list(count: Int, _ value: (Int) -> TemplateValue) -> TemplateValue {
        let behind = unsafe open.count
        for place in 0..<count {
            let value = value(place)
            unsafe open.append(.none, value)
        }
        let start = unsafe pairs.count
        unsafe pairs.take(from: &open, behind: behind)
        return .listed(at: UInt32(start), count: UInt32(count))
    }
}

/// A page's memory as a renderer holds it: where it stands, while nothing is added.
@safe struct MemoryInHand {
    let bytes: UnsafeBufferPointer<UInt8>
    let pairs: UnsafeBufferPointer<TemplatePair>
}
