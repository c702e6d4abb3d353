import Synchronization

/// Which records may have words among the newest of the site or of a tag, told while the records are made one by one.
///
/// A build whose only feeds are the newest words of the site and its tags need not tell the words of records that no feed
/// will show. What is told too much costs time alone; what no feed showed at first, and then does, is told once all
/// records are known. A build that makes archives tells everything.
package final class NewestWords: Sendable {
    private let limit: Int
    private let state: Mutex<State>

    private struct State {
        var tellsAll = false
        /// The newest moments by tag, the site's under an empty one, oldest first.
        var newest: [String: [Int64]] = [:]
    }

    /// - Parameter newest: how many items a feed's subscription document shows at least.
    package init(_ newest: Int) {
        // As many as a document shows at most: those that no archive holds yet are among them.
        limit = max(newest, FeedDocument.archiveSize)
        state = Mutex(State())
    }

    /// Has the words of every further record told.
    package func tellAll() { state.withLock { $0.tellsAll = true } }

    package var tellsAll: Bool { state.withLock { $0.tellsAll } }

    /// Whether a record's words are to be told; from now on they count among the newest.
    ///
    /// - Parameter moments: when each of them was published, in seconds.
    func mayShow(_ moments: [Int64], under tags: [String]) -> Bool {
        state.withLock { state in
            var mayShow = state.tellsAll
            func add(under tag: String) {
                let isAmongNewest = Self.add(moments, to: &state.newest[tag, default: []], limit)
                mayShow = mayShow || isAmongNewest
            }
            add(under: "")
            for place in tags.indices where !tags[..<place].contains(tags[place]) { add(under: tags[place]) }
            return mayShow
        }
    }

    /// Adds those of the moments for which there are not enough that are newer, and answers whether there were any.
    private static func add(_ moments: [Int64], to newest: inout [Int64], _ limit: Int) -> Bool {
        var isAmongNewest = false
        for moment in moments where add(moment, to: &newest, limit) { isAmongNewest = true }
        return isAmongNewest
    }

    /// Adds a moment unless there are enough that are newer: of those of one second any may be shown.
    private static func add(_ moment: Int64, to newest: inout [Int64], _ limit: Int) -> Bool {
        if newest.count >= limit, let oldest = newest.first, moment < oldest { return false }
        newest.insert(moment, at: newest.firstIndex { $0 > moment } ?? newest.count)
        if newest.count > limit { newest.removeFirst() }
        return true
    }
}
