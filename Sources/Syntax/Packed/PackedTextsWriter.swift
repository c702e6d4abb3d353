/// Writes groups of texts, each as `PackedTexts` reads it, one group behind the other: a text is added piece by piece, and
/// then ended.
@safe package struct PackedTextsWriter: ~Copyable {
    /// How many bytes tell where a text ends.
    @inlinable static var endSize: Int { 4 }

    private var room: ByteRoom
    private var start = 0
    private var ends: [UInt32] = []

    private init(_ room: consuming ByteRoom) { self.room = room }

    /// Appends to an array what `write` writes; quickest where that needs no more room than `size` bytes.
    package static func write(
        to bytes: inout [UInt8], room size: Int, _ write: (inout PackedTextsWriter) -> Void
    ) {
        var larger: [UInt8] = []
        unsafe bytes.fill(size) { start in
            var writer = PackedTextsWriter(unsafe ByteRoom(lent: start, size))
            write(&writer)
            guard writer.room.isOwn else { return writer.room.count }
            larger = writer.room.bytes
            return 0
        }
        bytes += larger
    }

    /// How many bytes were written so far.
    package var count: Int { room.count }

    // MARK: - Pieces

    /// Adds our own words, which need no escaping.
    @inline(__always)
    package mutating func append(literal text: StaticString) {
        unsafe room.append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds bytes as they are.
    package mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe room.append($0) }
    }

    /// Adds a text as it is.
    package mutating func append(_ text: String) {
        unsafe text.withBytes { unsafe room.append(UnsafeRawBufferPointer($0)) }
    }

    /// Adds once more what was written in a range.
    package mutating func append(again range: Range<Int>) { room.append(again: range) }

    /// Adds a text as `appendXMLEscaped` does; answers where it stands.
    @discardableResult
    package mutating func append(xml text: String, inAttribute: Bool = false) -> Range<Int> {
        let start = room.count
        let escapes = XMLEscapes(inAttribute ? .attribute : .content)
        unsafe text.withBytes { unsafe room.append($0, as: escapes) }
        return start..<room.count
    }

    /// Adds UTF-8 text as XML character data between tags.
    package mutating func append(xml text: [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe room.append($0, as: XMLEscapes(.content)) }
    }

    /// Adds HTML as `XMLSection.append` does.
    package mutating func append(section html: [UInt8]) {
        unsafe html.withUnsafeBufferPointer { unsafe room.append($0, as: XMLSection.Escapes()) }
    }

    /// Adds what stands between the quotes of a string of JSON.
    package mutating func append(json text: String) {
        unsafe text.withBytes { unsafe room.append($0, as: JSONWriter.Escapes()) }
    }

    /// Adds a string of JSON in its quotes.
    package mutating func append(jsonString text: String) {
        append(literal: "\"")
        append(json: text)
        append(literal: "\"")
    }

    /// Adds UTF-8 text as what stands between the quotes of a string of JSON.
    package mutating func append(json text: [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe room.append($0, as: JSONWriter.Escapes()) }
    }

    /// Adds what `write` writes into room for so many bytes.
    @inline(__always)
    package mutating func append(room size: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        room.reserve(size)
        var output = unsafe OutputSpan(
            buffer: UnsafeMutableBufferPointer(
                start: room.next.assumingMemoryBound(to: UInt8.self), count: size), initializedCount: 0)
        write(&output)
        room.advance(by: output.count)
        _ = consume output
    }

    // MARK: - Texts and groups

    /// Ends a text of the group: what was added since the last one.
    package mutating func endText() {
        ends.append(UInt32(truncatingIfNeeded: room.count - start))
    }

    /// Ends the group, and tells how many bytes it has; what is added then belongs to the next.
    package mutating func endGroup() -> Int {
        room.reserve(ends.count * Self.endSize)
        for end in ends {
            unsafe room.next.storeBytes(of: end.littleEndian, as: UInt32.self)
            room.advance(by: Self.endSize)
        }
        ends.removeAll(keepingCapacity: true)
        defer { start = room.count }
        return room.count - start
    }
}
