import Syntax

/// Which row of an older list is which of a newer one.
enum RowMatching {
    struct Pair: Equatable {
        let old: Int?
        let new: Int?
    }

    /// A row's id, or the milestone by which paths name an event without one.
    static func name(of row: JSONValue) -> String? {
        row["id"]?.string ?? row["milestone"]?.string
    }

    /// In the order of the newer list; rows that went away stand at the end in the order of the older.
    static func pairs(of olds: [JSONValue], with news: [JSONValue]) -> [Pair] {
        var oldOfNew = [Int?](repeating: nil, count: news.count)
        var isTaken = [Bool](repeating: false, count: olds.count)
        func pair(_ old: Int, _ new: Int) {
            oldOfNew[new] = old
            isTaken[old] = true
        }
        matchIDs(olds, news, pair)
        matchEqual(olds, news, isTaken: { isTaken[$0] }, isFree: { oldOfNew[$0] == nil }, pair)
        let restOld = olds.indices.filter { !isTaken[$0] }
        let restNew = news.indices.filter { oldOfNew[$0] == nil }
        matchAlike(olds, news, restOld, restNew, pair)
        return news.indices.map { Pair(old: oldOfNew[$0], new: $0) }
            + olds.indices.filter { !isTaken[$0] }.map { Pair(old: $0, new: nil) }
    }

    private static func matchIDs(_ olds: [JSONValue], _ news: [JSONValue], _ pair: (Int, Int) -> Void) {
        var places: [String: Int] = [:]
        for (index, old) in olds.enumerated() {
            if let id = name(of: old), places[id] == nil { places[id] = index }
        }
        for (index, new) in news.enumerated() {
            guard let id = name(of: new), let old = places.removeValue(forKey: id) else { continue }
            pair(old, index)
        }
    }

    private static func matchEqual(
        _ olds: [JSONValue], _ news: [JSONValue], isTaken: (Int) -> Bool, isFree: (Int) -> Bool,
        _ pair: (Int, Int) -> Void
    ) {
        var places: [[UInt8]: [Int]] = [:]
        for index in olds.indices.reversed() where !isTaken(index) {
            places[JSONWriter.bytes(of: olds[index], .canonical), default: []].append(index)
        }
        for index in news.indices where isFree(index) {
            if let old = places[JSONWriter.bytes(of: news[index], .canonical)]?.popLast() { pair(old, index) }
        }
    }

    /// The most alike first; below a third in common two rows are two things.
    private static func matchAlike(
        _ olds: [JSONValue], _ news: [JSONValue], _ restOld: [Int], _ restNew: [Int],
        _ pair: (Int, Int) -> Void
    ) {
        // Past that many a comparison of each with each would cost more than it tells.
        guard restOld.count * restNew.count <= 10_000 else { return }
        var candidates: [(likeness: Double, old: Int, new: Int)] = []
        for old in restOld {
            for new in restNew {
                let likeness = likeness(olds[old], news[new])
                if likeness >= 1.0 / 3 { candidates.append((likeness, old, new)) }
            }
        }
        candidates.sort { left, right in
            if left.likeness != right.likeness { return left.likeness > right.likeness }
            return (left.old, left.new) < (right.old, right.new)
        }
        var usedOld: Set<Int> = []
        var usedNew: Set<Int> = []
        for candidate in candidates
        where !usedOld.contains(candidate.old) && !usedNew.contains(candidate.new) {
            usedOld.insert(candidate.old)
            usedNew.insert(candidate.new)
            pair(candidate.old, candidate.new)
        }
    }

    /// 0 for nothing in common to 1 for the same. Two rows with different ids are never one.
    private static func likeness(_ old: JSONValue, _ new: JSONValue) -> Double {
        switch (old, new) {
        case (.object(let olds), .object(let news)):
            if let before = old["id"], let after = new["id"], before != after { return 0 }
            var keys = olds.map(\.key)
            for member in news where !keys.contains(member.key) { keys.append(member.key) }
            keys.removeAll { $0 == "id" }
            let sum = keys.reduce(0.0) { sum, key in
                guard let before = old[key], let after = new[key] else { return sum }
                return sum + (RecordDifference.areSame(before, after) ? 1 : commonWords(before, after))
            }
            return keys.isEmpty ? 0 : sum / Double(keys.count)
        default: return commonWords(old, new)
        }
    }

    /// Twice the words in common over the words of both.
    private static func commonWords(_ old: JSONValue, _ new: JSONValue) -> Double {
        let before = RecordText.split(RecordText.words(old))
        let after = RecordText.split(RecordText.words(new))
        guard !before.isEmpty, !after.isEmpty else { return 0 }
        var counts: [Substring: Int] = [:]
        for word in before { counts[word, default: 0] += 1 }
        var common = 0
        for word in after {
            if let count = counts[word], count > 0 {
                counts[word] = count - 1
                common += 1
            }
        }
        return 2 * Double(common) / Double(before.count + after.count)
    }
}
