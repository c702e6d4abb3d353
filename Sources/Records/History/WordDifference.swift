/// Two texts word by word: what stayed, what was taken out and what was put in. White space counts as one space.
package struct WordDifference: Equatable, Sendable {
    package struct Segment: Equatable, Sendable {
        package enum Kind: Sendable { case kept, removed, added }
        package let kind: Kind
        package let words: [String]

        package init(_ kind: Kind, _ words: [String]) {
            self.kind = kind
            self.words = words
        }
    }

    package let segments: [Segment]

    package init(from old: String, to new: String) {
        let before = RecordText.split(old).map(String.init)
        let after = RecordText.split(new).map(String.init)
        func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
        let shorter = min(before.count, after.count)
        var head = 0
        while head < shorter, same(before[head], after[head]) { head += 1 }
        var tail = 0
        while tail < shorter - head, same(before[before.count - 1 - tail], after[after.count - 1 - tail]) {
            tail += 1
        }
        var segments: [Segment] = []
        func add(_ kind: Segment.Kind, _ words: some Collection<String>) {
            guard !words.isEmpty else { return }
            if let last = segments.last, last.kind == kind {
                segments[segments.count - 1] = Segment(kind, last.words + words)
            } else {
                segments.append(Segment(kind, Array(words)))
            }
        }
        add(.kept, before[..<head])
        let olds = Array(before[head..<(before.count - tail)])
        let news = Array(after[head..<(after.count - tail)])
        for step in Self.steps(olds, news) {
            switch step {
            case .kept(let index): add(.kept, [olds[index]])
            case .removed(let index): add(.removed, [olds[index]])
            case .added(let index): add(.added, [news[index]])
            }
        }
        add(.kept, before[(before.count - tail)...])
        self.segments = segments
    }

    /// The whole as one line: `the loss is [-4.3-] {+4.4+} million`.
    package var text: String { line { _, words in words } }

    /// The same with only a few words kept around each change, for a message.
    package var excerpt: String {
        line { place, words in
            let (first, last) = (place == 0, place == segments.count - 1)
            let room = 4
            if words.count <= 2 * room { return words }
            if first { return ["…"] + words.suffix(room) }
            if last { return words.prefix(room) + ["…"] }
            return words.prefix(room) + ["…"] + words.suffix(room)
        }
    }

    private func line(_ kept: (Int, [String]) -> [String]) -> String {
        segments.enumerated().map { place, segment in
            switch segment.kind {
            case .kept: kept(place, segment.words).joined(separator: " ")
            case .removed: "[-" + segment.words.joined(separator: " ") + "-]"
            case .added: "{+" + segment.words.joined(separator: " ") + "+}"
            }
        }.joined(separator: " ")
    }

    private enum Step { case kept(Int), removed(Int), added(Int) }

    /// The longest common run of words, by the table; two texts too long for it count as wholly different.
    private static func steps(_ olds: [String], _ news: [String]) -> [Step] {
        guard olds.count * news.count <= 4_000_000 else {
            return olds.indices.map { .removed($0) } + news.indices.map { .added($0) }
        }
        let width = news.count + 1
        var table = [Int32](repeating: 0, count: (olds.count + 1) * width)
        for i in olds.indices.reversed() {
            for j in news.indices.reversed() {
                table[i * width + j] =
                    olds[i].utf8.elementsEqual(news[j].utf8)
                    ? table[(i + 1) * width + j + 1] + 1
                    : max(table[(i + 1) * width + j], table[i * width + j + 1])
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < olds.count, j < news.count {
            if olds[i].utf8.elementsEqual(news[j].utf8) {
                steps.append(.kept(i))
                (i, j) = (i + 1, j + 1)
            } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
                steps.append(.removed(i))
                i += 1
            } else {
                steps.append(.added(j))
                j += 1
            }
        }
        return steps + (i..<olds.count).map { .removed($0) } + (j..<news.count).map { .added($0) }
    }
}

extension WordDifference {
    /// The words to quote in a correction: the stretch from the first to the last changed word, with as many kept words
    /// around it as it takes for `now` not to be empty and to stand exactly once in the newer text.
    package func quote() -> (was: String, now: String) {
        guard let first = segments.firstIndex(where: { $0.kind != .kept }),
            let last = segments.lastIndex(where: { $0.kind != .kept })
        else { return ("", "") }
        let middle = segments[first...last]
        var was = middle.filter { $0.kind != .added }.flatMap(\.words)
        var now = middle.filter { $0.kind != .removed }.flatMap(\.words)
        var before = segments[..<first].flatMap(\.words)
        var after = Array(segments[(last + 1)...].flatMap(\.words).reversed())
        let whole = segments.filter { $0.kind != .removed }.flatMap(\.words).joined(separator: " ")
        while now.isEmpty || Self.count(of: now.joined(separator: " "), in: whole) != 1 {
            if let word = before.popLast() {
                was.insert(word, at: 0)
                now.insert(word, at: 0)
            }
            if let word = after.popLast() {
                was.append(word)
                now.append(word)
            }
            if before.isEmpty, after.isEmpty { break }
        }
        return (was.joined(separator: " "), now.joined(separator: " "))
    }

    /// How often a text stands in another, overlaps counted; 0 for an empty one.
    static func count(of part: String, in whole: String) -> Int {
        places(of: part, in: whole).count
    }

    /// The byte offsets at which a text stands in another.
    static func places(of part: String, in whole: String) -> [Int] {
        let (part, whole) = (Array(part.utf8), Array(whole.utf8))
        guard let first = part.first, part.count <= whole.count else { return [] }
        return (0...(whole.count - part.count)).filter {
            whole[$0] == first && whole[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}
