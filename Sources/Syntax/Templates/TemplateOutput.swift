/// What a rendering has written so far: room into which thousands of pieces are copied without asking for each who else
/// holds the bytes.
@safe struct TemplateOutput: ~Copyable {
    // The end of an array, as long as that holds what is written, then room of its own.
    private var room: UnsafeMutableRawPointer
    private var size: Int
    private var isOwn = false
    private(set) var count = 0

    /// Appends to an array what `render` writes; quickest where the array has room for all of it.
    static func write(to bytes: inout [UInt8], _ render: (consuming TemplateOutput) -> TemplateOutput) {
        var larger: [UInt8] = []
        let size = max(1024, bytes.capacity - bytes.count)
        unsafe bytes.fill(size) { room in
            let output = render(unsafe TemplateOutput(room, size))
            guard output.isOwn else { return output.count }
            unsafe larger.append(copying: UnsafeRawBufferPointer(start: output.room, count: output.count))
            return 0
        }
        bytes += larger
    }

    private init(_ room: UnsafeMutableRawPointer, _ size: Int) {
        unsafe self.room = unsafe room
        self.size = size
    }

    deinit {
        if isOwn { unsafe room.deallocate() }
    }

    /// Whether nothing stands before the next byte in its line.
    var isAtLineStart: Bool {
        unsafe count == 0 || room.load(fromByteOffset: count - 1, as: UInt8.self) == 0x0A
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        unsafe (room + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
    }

    /// Appends text, with what is markup in HTML escaped where it is to be.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ isEscaped: Bool) {
        guard isEscaped else { return unsafe append(text) }
        let escapes = HTMLText.Escapes(areQuotesMarks: true)
        var place = unsafe escapes.plainCount(of: text)
        unsafe append(UnsafeBufferPointer(rebasing: text[..<place]))
        while place < text.count {
            let least = escapes.room(for: text.count - place)
            reserve(least)
            count += unsafe escapes.write(text, from: &place, to: room + count, least)
        }
    }

    /// Appends a text, with what is markup in HTML escaped where it is to be.
    @inline(__always)
    mutating func append(_ text: String, _ isEscaped: Bool) {
        unsafe text.withBytes { unsafe append($0, isEscaped) }
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if size - count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        size = max(size * 2, count + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        unsafe larger.copyMemory(from: room, byteCount: count)
        if isOwn { unsafe room.deallocate() }
        unsafe room = larger
        isOwn = true
    }
}
