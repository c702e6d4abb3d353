/// Which bytes of a text a notation writes otherwise, and as what.
protocol TextEscapes {
    /// The top bits of those of eight bytes that may be written otherwise: of each that is, and perhaps of others.
    func marks(in eight: UInt64) -> UInt64
    /// Whether each of sixteen bytes is surely written as it is; a no sends eight at a time to `marks`.
    func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool
    /// What is written for the byte at a place of the text.
    func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape
}

/// Up to eight bytes that stand for one or more of a text.
struct Escape {
    /// The first in the lowest bits.
    let bytes: UInt64
    let count: Int
    /// How many bytes of the text it stands for.
    var taken = 1

    /// The byte itself.
    @inline(__always)
    init(_ byte: UInt8) {
        bytes = UInt64(byte)
        count = 1
    }

    /// Bytes that are known, the first in the lowest bits.
    @inline(__always)
    init(_ bytes: UInt64, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// A word of at most eight bytes.
    @inline(__always)
    init(_ word: StaticString) {
        var bytes: UInt64 = 0
        for place in 0..<word.utf8CodeUnitCount {
            unsafe bytes |= UInt64(word.utf8Start[place]) << UInt64(8 * place)
        }
        self.bytes = bytes
        count = word.utf8CodeUnitCount
    }
}

extension TextEscapes {
    @inline(__always)
    func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool { false }

    /// Room for so many bytes of text and some escapes; a text that has more of them comes back for more.
    @inline(__always)
    func room(for count: Int) -> Int { count + count >> 3 + 16 }

    /// How many bytes at a text's beginning are surely written as they are: all of most texts.
    @inline(__always)
    func plainCount(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = 0
        while unsafe place + 16 <= text.count && arePlain(text.sixteenBytes(from: place)) { place += 16 }
        // The last sixteen, some of which were seen.
        if unsafe place > text.count - 16 && text.count >= 16
            && arePlain(text.sixteenBytes(from: text.count - 16))
        {
            return text.count
        }
        while place + 8 <= text.count {
            let marks = unsafe marks(in: text.eightBytes(from: place))
            if marks != 0 { return place + marks.trailingZeroBitCount >> 3 }
            place += 8
        }
        guard place < text.count else { return place }
        return unsafe min(
            text.count, place + marks(in: text.eightBytes(from: place)).trailingZeroBitCount >> 3)
    }

    /// Writes UTF-8 text from a place on, to its end or until the room may be too small for more; answers how many bytes
    /// it wrote. Sixteen bytes are copied at once where they are plain, else eight, up to the first that is written
    /// otherwise.
    @inline(__always)
    func write(
        _ text: UnsafeBufferPointer<UInt8>, from place: inout Int, to output: UnsafeMutableRawPointer,
        _ room: Int
    ) -> Int {
        // Counted here, where it can be in a register: the caller's place is in memory.
        var (at, filled) = (place, 0)
        while at < text.count, filled &+ 16 <= room {
            let left = text.count &- at
            if left >= 16, case let sixteen = unsafe text.sixteenBytes(from: at), arePlain(sixteen) {
                unsafe output.storeBytes(of: sixteen, toByteOffset: filled, as: SIMD16<UInt8>.self)
                at &+= 16
                filled &+= 16
                continue
            }
            let eight = unsafe text.eightBytes(from: at)
            unsafe output.storeBytes(of: eight.littleEndian, toByteOffset: filled, as: UInt64.self)
            let plain = min(marks(in: eight).trailingZeroBitCount &>> 3, left)
            at &+= plain
            filled &+= plain
            guard plain < min(8, left) else { continue }
            let escape = unsafe escape(text, at: at)
            unsafe output.storeBytes(of: escape.bytes.littleEndian, toByteOffset: filled, as: UInt64.self)
            at &+= escape.taken
            filled &+= escape.count
        }
        place = at
        return filled
    }
}

extension [UInt8] {
    /// Appends UTF-8 text as a notation writes it, in one pass.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, as escapes: some TextEscapes) {
        var place = unsafe escapes.plainCount(of: text)
        unsafe append(copying: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[..<place])))
        while place < text.count {
            let room = escapes.room(for: text.count - place)
            unsafe fill(room) { output in unsafe escapes.write(text, from: &place, to: output, room) }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Eight bytes from a place on, the first in the lowest bits, zeros where the text is at its end.
    @inline(__always)
    fileprivate func eightBytes(from place: Int) -> UInt64 {
        if place + 8 <= count { return unsafe load(from: place) }
        if count >= 8 { return unsafe load(from: count - 8) >> UInt64(8 * (place + 8 - count)) }
        guard count >= 4 else {
            var eight: UInt64 = 0
            for step in 0..<count - place { unsafe eight |= UInt64(self[place + step]) << UInt64(8 * step) }
            return eight
        }
        // The first four and the last four, which may be partly the same.
        let ends = unsafe (fourBytes(from: 0), fourBytes(from: count - 4))
        return (ends.0 | ends.1 << UInt64(8 * (count - 4))) >> UInt64(8 * place)
    }

    /// Sixteen bytes from a place on; as many must follow.
    @inline(__always)
    fileprivate func sixteenBytes(from place: Int) -> SIMD16<UInt8> {
        unsafe UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private func fourBytes(from place: Int) -> UInt64 {
        unsafe UInt64(
            UInt32(
                littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
                    fromByteOffset: place, as: UInt32.self)))
    }

    @inline(__always)
    private func load(from place: Int) -> UInt64 {
        unsafe UInt64(
            littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
