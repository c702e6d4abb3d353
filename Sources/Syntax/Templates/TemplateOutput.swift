/// What a rendering has written so far: at the end of an array as long as that has room, then in room of its own.
@safe struct TemplateOutput: ~Copyable {
    private var room: ByteRoom

    /// Appends to an array what `render` writes; quickest where the array has room for all of it.
    static func write(to bytes: inout [UInt8], _ render: (consuming TemplateOutput) -> TemplateOutput) {
        var larger: [UInt8] = []
        let size = max(1024, bytes.capacity - bytes.count)
        unsafe bytes.fill(size) { start in
            let output = render(TemplateOutput(room: unsafe ByteRoom(lent: start, size)))
            guard output.room.isOwn else { return output.count }
            larger = output.room.bytes
            return 0
        }
        bytes += larger
    }

    private init(room: consuming ByteRoom) { self.room = room }

    var count: Int { room.count }

    /// Whether nothing stands before the next byte in its line.
    var isAtLineStart: Bool { (room.last ?? 0x0A) == 0x0A }

    mutating func append(_ byte: UInt8) { room.append(byte) }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe room.append(UnsafeRawBufferPointer(bytes))
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
            room.reserve(least)
            room.advance(by: unsafe escapes.write(text, from: &place, to: room.next, least))
        }
    }

    /// Appends a text, with what is markup in HTML escaped where it is to be.
    @inline(__always)
    mutating func append(_ text: String, _ isEscaped: Bool) {
        unsafe text.withBytes { unsafe append($0, isEscaped) }
    }
}
