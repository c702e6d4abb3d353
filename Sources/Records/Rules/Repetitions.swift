import Syntax

/// Names that stand twice in a list.
enum Repetitions {
    /// Each name that stands in its list already, with the first of its kind, in the list's order; what has no name or an
    /// empty one is like no other. `name` is asked for one place of the list, more than once.
    static func found(among count: Int, _ name: (Int) -> String?) -> [(later: Int, first: Int)] {
        guard count > 1, mayBeFound(among: count, name) else { return [] }
        var found: [(later: Int, first: Int)] = []
        var firsts: [String: Int] = [:]
        for index in 0..<count {
            guard let name = name(index), !name.isEmpty else { continue }
            if let first = firsts[name] { found.append((index, first)) } else { firsts[name] = index }
        }
        return found
    }

    /// The same of a list of names.
    static func found(in names: [String]) -> [(later: Int, first: Int)] {
        found(among: names.count) { names[$0] }
    }

    /// False where no two names are of one length and end alike; in most lists none are.
    private static func mayBeFound(among count: Int, _ name: (Int) -> String?) -> Bool {
        // Two bits for each name.
        var seen: (UInt64, UInt64) = (0, 0)
        for index in 0..<count {
            guard let name = name(index), !name.isEmpty else { continue }
            let text = name.utf8Span
            // What is not of ASCII may be the same in other bytes.
            guard text.isKnownASCII else { return true }
            let last = text.span.head(of: max(0, text.count - 8)..<text.count)
            let mixed = (last ^ UInt64(truncatingIfNeeded: text.count)) &* 0x9E37_79B9_7F4A_7C15
            let (bit, other): (UInt64, UInt64) = (1 << (mixed >> 58), 1 << (mixed >> 52 & 63))
            if seen.0 & bit != 0, seen.1 & other != 0 { return true }
            seen = (seen.0 | bit, seen.1 | other)
        }
        return false
    }
}
