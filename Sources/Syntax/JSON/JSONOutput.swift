/// JSON that is being written piece by piece.
@safe package struct JSONOutput: ~Copyable {
    private var room: ByteRoom

    /// With room for so many bytes before it has to grow.
    package init(room size: Int) { room = ByteRoom(size) }

    /// What was written so far.
    package var bytes: [UInt8] { room.bytes }

    /// Adds a bracket, a comma or another byte that is written as it is.
    package mutating func append(_ mark: UInt8) { room.append(mark) }

    /// Adds JSON that was written before and stands in a range of a text, sixteen bytes or more before its end.
    package mutating func append(_ range: Range<Int>, of json: Span<UInt8>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= json.count - 16)
        room.reserve(range.count + 16)
        var place = range.lowerBound
        while place < range.upperBound {
            unsafe room.next.storeBytes(of: json.sixteen(at: place), as: SIMD16<UInt8>.self)
            room.advance(by: min(16, range.upperBound &- place))
            place &+= 16
        }
    }

    /// Adds a word that is written as it is.
    package mutating func append(literal word: StaticString) {
        unsafe room.append(UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Adds UTF-8 text in a range of some bytes as a string in quotes, as `JSONWriter.appendString` does.
    package mutating func append(string range: Range<Int>, of text: Span<UInt8>) {
        // For all of it and its quotes, where nothing in it is written otherwise, and for what is copied too much at its end.
        room.reserve(range.count + 32)
        quote()
        var place = range.lowerBound
        while place < range.upperBound, place &+ 16 <= text.count {
            let sixteen = text.sixteen(at: place)
            unsafe room.next.storeBytes(of: sixteen, as: SIMD16<UInt8>.self)
            let marks = sixteen.escapeMarks
            if marks.first | marks.last == 0, place &+ 16 <= range.upperBound {
                place &+= 16
                room.advance(by: 16)
                continue
            }
            let plain = min(SIMD16<UInt8>.count(before: marks), range.upperBound &- place)
            place &+= plain
            room.advance(by: plain)
            guard place < range.upperBound else { break }
            let escape = JSONWriter.Escapes.escape(text[place])
            unsafe room.next.storeBytes(of: escape.bytes.littleEndian, as: UInt64.self)
            place += 1
            room.advance(by: escape.count)
            room.reserve(range.upperBound - place + 32)
        }
        if place < range.upperBound {
            appendLast(text.extracting(place..<range.upperBound))
            room.reserve(1)
        }
        quote()
    }

    /// Adds a quotation mark, for which there is room.
    @inline(__always)
    private mutating func quote() {
        unsafe room.next.storeBytes(of: 0x22, as: UInt8.self)
        room.advance(by: 1)
    }

    /// Adds what stands at the end of all bytes.
    private mutating func appendLast(_ text: Span<UInt8>) {
        let escapes = JSONWriter.Escapes()
        unsafe text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                let least = escapes.room(for: text.count - place)
                room.reserve(least)
                room.advance(by: unsafe escapes.write(text, from: &place, to: room.next, least))
            }
        }
    }
}

extension SIMD16<UInt8> {
    /// The top bits of those of sixteen bytes that JSON writes otherwise.
    @inline(__always)
    fileprivate var escapeMarks: (first: UInt64, last: UInt64) {
        ((self .< .each(0x20)) .| (self .== .each(0x22)) .| (self .== .each(0x5C))).marks
    }

    /// How many of sixteen bytes stand before the first that is marked.
    @inline(__always)
    fileprivate static func count(before marks: (first: UInt64, last: UInt64)) -> Int {
        marks.first != 0 ? marks.first.trailingZeroBitCount / 8 : 8 + marks.last.trailingZeroBitCount / 8
    }
}
