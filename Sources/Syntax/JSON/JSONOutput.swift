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

    /// Adds JSON that was written before and stands in a range of some bytes.
    package mutating func append(_ range: Range<Int>, of json: [UInt8]) {
        reserve(range.count)
        unsafe json[range].withUnsafeBytes { json in
            guard let start = json.baseAddress else { return }
            unsafe (room + count).copyMemory(from: start, byteCount: json.count)
        }
        count += range.count
    }

    /// Adds a word that is written as it is.
    package mutating func append(literal word: StaticString) {
        reserve(word.utf8CodeUnitCount)
        unsafe (room + count).copyMemory(from: word.utf8Start, byteCount: word.utf8CodeUnitCount)
        count += word.utf8CodeUnitCount
    }

    /// Adds UTF-8 text in a range of some bytes as a string in quotes, as `JSONWriter.appendString` does.
    package mutating func append(string range: Range<Int>, of text: Span<UInt8>) {
        reserve(32)
        quote()
        var place = range.lowerBound
        // Sixteen bytes are copied at once, up to the first that is written otherwise.
        while place < range.upperBound, place &+ 16 <= text.count {
            let sixteen = text.sixteen(at: place)
            unsafe room.storeBytes(of: sixteen, toByteOffset: count, as: SIMD16<UInt8>.self)
            let plain = min(sixteen.countBeforeEscape, range.upperBound &- place)
            place &+= plain
            count &+= plain
            reserve(32)
            guard plain < 16, place < range.upperBound else { continue }
            let escape = JSONWriter.Escapes.escape(text[place])
            unsafe room.storeBytes(of: escape.bytes.littleEndian, toByteOffset: count, as: UInt64.self)
            place += 1
            count += escape.count
            reserve(32)
        }
        if place < range.upperBound {
            appendLast(text.extracting(place..<range.upperBound))
            reserve(1)
        }
        quote()
    }

    /// Adds a quotation mark, for which there is room.
    @inline(__always)
    private mutating func quote() {
        unsafe room.storeBytes(of: 0x22, toByteOffset: count, as: UInt8.self)
        count &+= 1
    }

    /// Adds what stands at the end of all bytes.
    private mutating func appendLast(_ text: Span<UInt8>) {
        let escapes = JSONWriter.Escapes()
        unsafe text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                let least = escapes.room(for: text.count - place)
                reserve(least)
                count += unsafe escapes.write(text, from: &place, to: room + count, least)
            }
        }
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

extension SIMD16<UInt8> {
    /// How many of sixteen bytes stand before the first that JSON writes otherwise.
    @inline(__always)
    fileprivate var countBeforeEscape: Int {
        let marks = ((self .< .each(0x20)) .| (self .== .each(0x22)) .| (self .== .each(0x5C))).marks
        return marks.first != 0
            ? marks.first.trailingZeroBitCount / 8 : 8 + marks.last.trailingZeroBitCount / 8
    }
}
