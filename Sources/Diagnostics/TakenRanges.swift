/// The ranges of one file that fixes have taken, none of which overlap, in the order of the file: whether another is free
/// costs a binary search, and taking one that lies behind all others costs nothing more.
struct TakenRanges {
    private var ranges: [Range<Int>] = []

    /// Takes a range unless it overlaps one that is taken: unless both change the same bytes, or insert at the same place,
    /// where their order would be a guess.
    mutating func take(_ range: Range<Int>) -> Bool {
        let position = position(of: range)
        guard isFree(range, at: position) else { return false }
        ranges.insert(range, at: position)
        return true
    }

    /// Gives a taken range back.
    mutating func release(_ range: Range<Int>) {
        let position = position(of: range)
        if ranges.indices.contains(position), ranges[position] == range { ranges.remove(at: position) }
    }

    /// The place of the first range that does not stand before this one.
    private func position(of range: Range<Int>) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if Self.stands(ranges[middle], before: range) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func stands(_ left: Range<Int>, before right: Range<Int>) -> Bool {
        (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }

    /// Since those that are taken do not overlap, only the neighbours can be in the way.
    private func isFree(_ range: Range<Int>, at position: Int) -> Bool {
        if position < ranges.count {
            let next = ranges[position]
            if next == range || next.lowerBound < range.upperBound { return false }
        }
        guard position > 0 else { return true }
        let last = ranges[position - 1]
        if last.lowerBound == range.lowerBound { return last.isEmpty }
        return last.isEmpty || last.upperBound <= range.lowerBound
    }
}
