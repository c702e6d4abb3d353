/// The way from libyaml's places, counted in code points behind a byte-order mark, to UTF-8 offsets into the file.
struct CodePointOffsets {
    private let base: Int
    private let end: Int
    /// The code points of more than one byte, each with how many bytes more than code points there are up to its end.
    private var wide: [(place: Int32, surplus: Int32)] = []
    /// How many wide code points stand before the place that was asked for last.
    private var passed = 0
    /// The places for which that is the answer, and how many bytes more than code points stand before them.
    private var around = Around(after: Int.min, upTo: Int.max, surplus: 0)

    private struct Around {
        var after: Int
        var upTo: Int
        var surplus: Int
    }

    /// For text from one offset to another, in which all code points so far take one byte.
    init(from base: Int, to end: Int) {
        self.base = base
        self.end = end
    }

    /// Notes a code point of several bytes, which stands behind all that were noted; places are asked for later.
    mutating func addWide(at offset: Int, length: Int) {
        if wide.isEmpty { wide.reserveCapacity(64) }
        let before = wide.last.map { Int($0.surplus) } ?? 0
        wide.append(
            (
                place: Int32(truncatingIfNeeded: offset - base - before),
                surplus: Int32(truncatingIfNeeded: before + length - 1)
            ))
        if wide.count == 1 { look(behind: 0) }
    }

    /// How many code points the text has.
    var count: Int { end - base - (wide.last.map { Int($0.surplus) } ?? 0) }

    /// The offset of a code point; a place behind the end is the end.
    func offset(of place: Int) -> Int {
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if Int(wide[middle].place) < place { low = middle + 1 } else { high = middle }
        }
        return offset(of: place, behind: low)
    }

    /// The same for places that mostly follow each other.
    @inline(__always)
    mutating func nextOffset(of place: Int) -> Int {
        if place <= around.after || place > around.upTo { step(to: place) }
        return min(end, base + place + around.surplus)
    }

    private mutating func step(to place: Int) {
        while passed < wide.count, Int(wide[passed].place) < place { passed += 1 }
        while passed > 0, Int(wide[passed - 1].place) >= place { passed -= 1 }
        look(behind: passed)
    }

    private mutating func look(behind passed: Int) {
        around = Around(
            after: passed > 0 ? Int(wide[passed - 1].place) : Int.min,
            upTo: passed < wide.count ? Int(wide[passed].place) : Int.max,
            surplus: passed > 0 ? Int(wide[passed - 1].surplus) : 0)
    }

    private func offset(of place: Int, behind passed: Int) -> Int {
        min(end, base + place + (passed > 0 ? Int(wide[passed - 1].surplus) : 0))
    }
}
