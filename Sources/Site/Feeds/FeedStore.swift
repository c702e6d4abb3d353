import Synchronization

/// Where the bytes of items are kept until the documents that hold them are put together, and the texts of cards. From any
/// thread.
package protocol FeedStore: Sendable {
    /// Keeps the bytes of a record's items, and tells where they begin.
    func append(_ bytes: [UInt8]) -> Int
    /// Keeps the texts of a record's card, and tells where they begin: a build that makes one record anew reads those of all,
    /// and hardly any items.
    func append(texts: [UInt8]) -> Int
    /// Adds kept bytes to a document.
    func read(_ range: Range<Int>, into document: inout [UInt8])
}

extension FeedStore {
    package func append(texts: [UInt8]) -> Int { append(texts) }

    /// Hands over the bytes of some ranges in their order. Those that lie close together are read at once, with what stands
    /// between them.
    func read(_ ranges: some Collection<Range<Int>>, _ use: (Span<UInt8>) -> Void) {
        let ranges = Array(ranges)
        let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        var runs: [Range<Int>] = []
        /// How far before its place in the store each range stands in what is read.
        var shifts = Array(repeating: 0, count: ranges.count)
        var size = 0
        for place in order {
            let range = ranges[place]
            if let last = runs.last, range.lowerBound <= last.upperBound + Self.mostBetween {
                let end = max(last.upperBound, range.upperBound)
                size += end - last.upperBound
                runs[runs.count - 1] = last.lowerBound..<end
            } else {
                runs.append(range)
                size += range.count
            }
            shifts[place] = runs[runs.count - 1].upperBound - size
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for run in runs { read(run, into: &bytes) }
        // A store that failed has given less, and says so when it is asked.
        guard bytes.count == size else { return }
        for (range, shift) in zip(ranges, shifts) {
            use(bytes.span.extracting(range.lowerBound - shift..<range.upperBound - shift))
        }
    }

    /// What is read in vain for a call less: it takes as long as copying some thousand bytes.
    private static var mostBetween: Int { 8192 }
}

/// Keeps the bytes of items in memory: of one record, of a small site, for a test.
package final class FeedMemory: FeedStore {
    private let bytes: Mutex<[UInt8]>

    package init(_ bytes: [UInt8] = []) {
        self.bytes = Mutex(bytes)
    }

    package func append(_ new: [UInt8]) -> Int {
        bytes.withLock { bytes in
            defer { bytes += new }
            return bytes.count
        }
    }

    package func read(_ range: Range<Int>, into document: inout [UInt8]) {
        bytes.withLock { document += $0[range] }
    }
}
