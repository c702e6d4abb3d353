import Synchronization

/// Where the bytes of items are kept until the documents that hold them are put together. From any thread.
package protocol FeedStore: Sendable {
    /// Keeps bytes, and tells where they begin.
    func append(_ bytes: [UInt8]) -> Int
    /// Adds kept bytes to a document.
    func read(_ range: Range<Int>, into document: inout [UInt8])
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
