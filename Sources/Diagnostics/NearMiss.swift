/// The word that a writer most likely meant: what stands behind "did you mean".
package enum NearMiss {
    /// The nearest of the words, when it is near enough to be meant: at most one slip in three letters, where a slip is
    /// a letter too many, too few, wrong, or swapped with its neighbour, and case does not count. Of words equally near
    /// the first is taken.
    package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        // Names are short; a word of another kind is not worth its square of comparisons.
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (word: String, slips: Int)?
        for candidate in words where candidate != word && !isOpposite(candidate, word) {
            let letters = Array(candidate.lowercased().utf8)
            let allowed = min(best.map { $0.slips - 1 } ?? .max, max(1, max(wanted.count, letters.count) / 3))
            guard allowed >= 0, letters.count <= 64, abs(letters.count - wanted.count) <= allowed else {
                continue
            }
            let slips = slips(between: wanted, and: letters)
            if slips <= allowed { best = (candidate, slips) }
        }
        return best?.word
    }

    /// `affected` is never meant by `unaffected`.
    private static func isOpposite(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return ["un", "not_", "not-", "not ", "non_", "non-", "no_", "in", "dis", "never_"].contains {
            long.lowercased() == $0 + short.lowercased()
        }
    }

    private static func slips(between left: [UInt8], and right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                let isSame = left[row] == right[column]
                var slips = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                let isSwapped =
                    row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if isSwapped { slips = min(slips, beforeLast[column - 1] + 1) }
                current.append(slips)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
