/// JSON that is being written piece by piece: bytes in room of their own, which grows, so that no piece asks who else
/// holds them.
@safe package struct JSONOutput: ~Copyable {
    private var room: UnsafeMutableRawPointer
    private var size: Int
    private var count = 0

    /// With room for so many bytes before it has to grow.
    package init(room size: Int) {
        self.size = max(64, size)
        unsafe room = .allocate(byteCount: self.size, alignment: 8)
    }

    deinit { unsafe room.deallocate() }

    /// What was written so far.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        unsafe bytes.append(copying: UnsafeRawBufferPointer(start: room, count: count))
        return bytes
    }

    /// Adds a bracket, a comma or another byte that is written as it is.
    package mutating func append(_ mark: UInt8) {
        reserve(1)
        unsafe room.storeBytes(of: mark, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    /// Adds JSON that was written before.
    package mutating func append(_ json: [UInt8]) {
        reserve(json.count)
        unsafe json.withUnsafeBytes { json in
            guard let start = json.baseAddress else { return }
            unsafe (room + count).copyMemory(from: start, byteCount: json.count)
        }
        count += json.count
    }

    /// Adds a word that is written as it is.
    package mutating func append(literal word: StaticString) {
        reserve(word.utf8CodeUnitCount)
        unsafe (room + count).copyMemory(from: word.utf8Start, byteCount: word.utf8CodeUnitCount)
        count += word.utf8CodeUnitCount
    }

    /// Adds UTF-8 text as a string in quotes, as `JSONWriter.appendString` does.
    package mutating func append(string text: Span<UInt8>) {
        let escapes = JSONWriter.Escapes()
        append(0x22)
        unsafe text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                let least = escapes.room(for: text.count - place)
                reserve(least)
                count += unsafe escapes.write(text, from: &place, to: room + count, least)
            }
        }
        append(0x22)
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if size - count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        size = max(size * 2, count + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        unsafe larger.copyMemory(from: room, byteCount: count)
        unsafe room.deallocate()
        unsafe room = larger
    }
}
