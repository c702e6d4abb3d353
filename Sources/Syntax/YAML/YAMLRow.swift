/// Elements in the order in which they were added, with one owner: none is added or looked at with a question who else
/// holds them.
@safe struct YAMLRow<Element: BitwiseCopyable>: ~Copyable {
    private var room: UnsafeMutablePointer<Element>
    private var size: Int
    private(set) var count = 0

    /// With room for so many elements before it has to grow.
    init(room size: Int) {
        self.size = max(1, size)
        unsafe room = .allocate(capacity: self.size)
    }

    deinit { unsafe room.deallocate() }

    subscript(place: Int) -> Element {
        @inline(__always)
        get {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            return unsafe room[place]
        }
        @inline(__always)
        set {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            unsafe room[place] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == size { move(to: 2 * size) }
        unsafe (room + count).initialize(to: element)
        count += 1
    }

    /// Adds some elements of another row.
    mutating func append(_ places: Range<Int>, of other: borrowing YAMLRow) {
        precondition(places.lowerBound >= 0 && places.upperBound <= other.count)
        if size - count < places.count { move(to: max(2 * size, count + places.count)) }
        unsafe (room + count).initialize(from: other.room + places.lowerBound, count: places.count)
        count += places.count
    }

    /// Gives up the last elements.
    mutating func removeLast(_ number: Int) {
        precondition(number >= 0 && number <= count)
        count -= number
    }

    /// Gives up the last element; nil where there is none.
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return unsafe room[count]
    }

    /// The same elements without room for more.
    func trimmed() -> YAMLRow {
        var row = YAMLRow(room: count)
        row.append(0..<count, of: self)
        return row
    }

    private mutating func move(to size: Int) {
        let other = UnsafeMutablePointer<Element>.allocate(capacity: size)
        unsafe other.initialize(from: room, count: count)
        unsafe room.deallocate()
        unsafe room = other
        self.size = size
    }
}

extension YAMLRow: @unchecked Sendable where Element: Sendable {}
