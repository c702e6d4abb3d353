/// A name and what it stands for.
struct TemplatePair: Sendable {
    let key: TemplateKey
    var value: TemplateValue
}

/// Names and values one behind the other, in room that grows: thousands of them are added and let go of without asking
/// for each who else holds it.
@safe struct TemplatePairs: ~Copyable {
    private var start: UnsafeMutablePointer<TemplatePair>
    private var room: Int
    private(set) var count = 0

    init(room: Int) {
        self.room = room
        unsafe start = .allocate(capacity: room)
    }

    deinit {
        for place in 0..<count {
            switch unsafe start[place].value {
            // Nothing is held by these.
            case .null, .bool, .int, .written, .made, .listed, .kept: continue
            default: _ = unsafe (start + place).move()
            }
        }
        unsafe start.deallocate()
    }

    /// Calls `body` with the pairs where they stand.
    func withPairs<Result>(_ body: (UnsafeBufferPointer<TemplatePair>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(start: start, count: count))
    }

    @inline(__always)
    mutating func append(_ key: TemplateKey, _ value: consuming TemplateValue) {
        if count == room { grow(1) }
        unsafe (start + count).initialize(to: TemplatePair(key: key, value: value))
        count += 1
    }

    /// Where a key stands from a place on; the newest are looked at first.
    func place(of key: TemplateKey, from place: Int) -> Int? {
        var at = count - 1
        while at >= place, unsafe start[at].key != key { at -= 1 }
        return at >= place ? at : nil
    }

    /// Whether a section about the value at a place shows its content.
    func shows(_ place: Int) -> Bool { unsafe start[place].value.isTruthy }

    mutating func replace(at place: Int, with value: consuming TemplateValue) {
        unsafe start[place].value = value
    }

    /// Takes what others have behind a place.
    mutating func take(from others: inout TemplatePairs, behind place: Int) {
        let taken = others.count - place
        if count + taken > room { grow(taken) }
        unsafe (start + count).moveInitialize(from: others.start + place, count: taken)
        count += taken
        others.count = place
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        room = max(room * 2, count + more)
        let larger = UnsafeMutablePointer<TemplatePair>.allocate(capacity: room)
        unsafe larger.moveInitialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = larger
    }
}
