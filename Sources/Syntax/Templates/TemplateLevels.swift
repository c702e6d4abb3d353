/// The values that sections have entered, innermost last, and where names are found in them.
@safe struct TemplateLevels: ~Copyable {
    private var names: UnsafeMutablePointer<ValueInHand.Names>
    private var room = 16
    private var count = 0
    // For each step of the set, the place at which the name that it asks for was found last.
    private let guesses: UnsafeMutablePointer<UInt8>
    private let guessCount: Int

    private let memory: MemoryInHand

    /// `memory` is the page's own; `guesses` has the place at which each step found its name on a page before.
    init(_ outermost: ValueInHand, _ memory: MemoryInHand, _ guesses: [UInt8]) {
        self.memory = memory
        unsafe names = .allocate(capacity: room)
        guessCount = guesses.count
        unsafe self.guesses = .allocate(capacity: guessCount)
        unsafe guesses.withUnsafeBufferPointer { guesses in
            guard let start = guesses.baseAddress else { return }
            unsafe self.guesses.initialize(from: start, count: guesses.count)
        }
        _ = enter(outermost)
    }

    /// The place at which each step found its name last.
    var guessed: [UInt8] { unsafe Array(UnsafeBufferPointer(start: guesses, count: guessCount)) }

    deinit {
        unsafe names.deallocate()
        unsafe guesses.deallocate()
    }

    /// Makes a value the innermost one until `leave`.
    mutating func enter(_ value: ValueInHand) -> ValueInHand.Names {
        if count == room {
            room *= 2
            let more = UnsafeMutablePointer<ValueInHand.Names>.allocate(capacity: room)
            unsafe more.moveInitialize(from: names, count: count)
            unsafe names.deallocate()
            unsafe names = more
        }
        let entered = value.names(in: memory)
        unsafe (names + count).initialize(to: entered)
        count += 1
        return entered
    }

    mutating func leave() {
        count -= 1
    }

    /// What a dotted name stands for; nil where no value in hand has its first name.
    ///
    /// `asker` is the place of the step that asks: where a name was found for it is where it is looked for first.
    @inline(__always)
    mutating func find(
        _ path: Template.Path, _ keys: UnsafeBufferPointer<TemplateKey>, for asker: Int
    ) -> ValueInHand? {
        let first = path.first
        if first == .none { return unsafe names[count &- 1].value }
        // Most names stand in the innermost value, at the place of the last time.
        if let value = unsafe names[count &- 1].value(of: first, at: guesses[asker]), path.rest.isEmpty {
            return value
        }
        return unsafe search(path, first, keys, for: asker)
    }

    @inline(never)
    private mutating func search(
        _ path: Template.Path, _ first: TemplateKey, _ keys: UnsafeBufferPointer<TemplateKey>, for asker: Int
    ) -> ValueInHand? {
        let bit = first.bit
        var level = count
        while level > 0 {
            level &-= 1
            if let value = unsafe names[level].find(first, bit, &guesses[asker]) {
                return path.rest.isEmpty ? value : unsafe Self.inner(value, path.rest, keys, memory)
            }
        }
        return nil
    }

    /// What the names behind the first dot stand for.
    private static func inner(
        _ value: ValueInHand, _ rest: Range<Int>, _ keys: UnsafeBufferPointer<TemplateKey>,
        _ memory: MemoryInHand
    ) -> ValueInHand? {
        var value = value
        for place in rest {
            guard let inner = unsafe value.names(in: memory)[keys[place]] else { return nil }
            value = inner
        }
        return value
    }
}
