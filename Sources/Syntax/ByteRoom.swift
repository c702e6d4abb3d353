/// Room into which thousands of pieces are written, without asking for each who else holds the bytes: lent at first where
/// there is some, and of its own where that does not do.
@safe struct ByteRoom: ~Copyable {
    private var start: UnsafeMutableRawPointer
    private var size: Int
    /// Whether what was written has left the room that was lent.
    private(set) var isOwn: Bool
    private(set) var count = 0

    /// Of its own, for so many bytes before it has to grow.
    init(_ size: Int) {
        self.size = max(64, size)
        unsafe start = .allocate(byteCount: self.size, alignment: 8)
        isOwn = true
    }

    /// Lent for as long as the room lives.
    init(lent start: UnsafeMutableRawPointer, _ size: Int) {
        unsafe self.start = unsafe start
        self.size = size
        isOwn = false
    }

    deinit {
        if isOwn { unsafe start.deallocate() }
    }

    /// What was written so far.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        unsafe bytes.append(copying: UnsafeRawBufferPointer(start: start, count: count))
        return bytes
    }

    /// The byte before the next one; nil where there is none.
    var last: UInt8? { unsafe count == 0 ? nil : start.load(fromByteOffset: count - 1, as: UInt8.self) }

    /// Where the next byte goes: `reserve` tells how many have room there.
    var next: UnsafeMutableRawPointer { unsafe start + count }

    /// Counts bytes that were written at `next`.
    @inline(__always)
    mutating func advance(by written: Int) { count &+= written }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe next.storeBytes(of: byte, as: UInt8.self)
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        unsafe next.copyMemory(from: first, byteCount: bytes.count)
        count &+= bytes.count
    }

    /// Appends UTF-8 text as a notation writes it, in one pass.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, as escapes: some TextEscapes) {
        var place = 0
        while place < text.count {
            let least = escapes.room(for: text.count - place)
            reserve(least)
            advance(by: unsafe escapes.write(text, from: &place, to: next, least))
        }
    }

    /// Appends bytes that stand in a range of what was written.
    mutating func append(again range: Range<Int>) {
        precondition(range.upperBound <= count)
        reserve(range.count)
        unsafe next.copyMemory(from: start + range.lowerBound, byteCount: range.count)
        count &+= range.count
    }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if size - count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        size = max(size * 2, count + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        unsafe larger.copyMemory(from: start, byteCount: count)
        if isOwn { unsafe start.deallocate() }
        unsafe start = larger
        isOwn = true
    }
}
