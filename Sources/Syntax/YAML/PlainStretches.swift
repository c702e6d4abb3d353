/// Where a file holds nothing but letters, marks and blanks of ASCII and line feeds: of each 64 bytes one bit.
struct PlainStretches: Sendable {
    /// A bit for each stretch that holds something else, the first in the lowest bit.
    private var others: [UInt64]

    /// For a file of so many bytes, nothing of which is anything else.
    init(ofBytes count: Int) {
        others = Array(repeating: 0, count: count >> 12 + 1)
    }

    /// Notes that something else stands at an offset.
    mutating func exclude(_ offset: Int) {
        others[offset >> 12] |= 1 << UInt64(offset >> 6 & 63)
    }

    /// Whether nothing else stands in the stretches that a range touches.
    func cover(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return true }
        for stretch in range.lowerBound >> 6...last >> 6
        where others[stretch >> 6] >> UInt64(stretch & 63) & 1 == 1 {
            return false
        }
        return true
    }
}
