/// Bytes of some ranges of a store, of which those that lie close together were read in one piece.
struct KeptBytes {
    /// All that was read.
    private(set) var bytes: [UInt8] = []
    /// What was read, in the store's order, and where each stretch begins among the bytes.
    private var stretches: [(range: Range<Int>, start: Int)] = []

    /// To read so many bytes that nobody wants takes no longer than to ask once more.
    private static let closeBy = 4096

    init(_ ranges: [Range<Int>], in store: any FeedStore) {
        var wanted: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = wanted.last, range.lowerBound - last.upperBound <= Self.closeBy {
                wanted[wanted.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                wanted.append(range)
            }
        }
        bytes.reserveCapacity(wanted.reduce(0) { $0 + $1.count })
        stretches.reserveCapacity(wanted.count)
        for range in wanted {
            let start = bytes.count
            store.read(range, into: &bytes)
            if bytes.count - start == range.count {
                stretches.append((range, start))
            } else {
                bytes.removeSubrange(start...)
            }
        }
    }

    /// Where the bytes of one of the ranges stand; nil where they could not be read.
    func place(of range: Range<Int>) -> Range<Int>? {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].range.upperBound < range.upperBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < stretches.count, stretches[low].range.lowerBound <= range.lowerBound else { return nil }
        let start = stretches[low].start + range.lowerBound - stretches[low].range.lowerBound
        return start..<start + range.count
    }
}
