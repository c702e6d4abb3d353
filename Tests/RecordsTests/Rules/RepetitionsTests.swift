import TestKit
import Testing

@testable import Records

@Suite("names that stand twice")
struct RepetitionsTests {
    /// By comparing each with all before it.
    private func slowly(_ names: [String?]) -> [[Int]] {
        names.indices.compactMap { later in
            guard let name = names[later], !name.isEmpty,
                let first = names[..<later].firstIndex(of: name)
            else { return nil }
            return [later, first]
        }
    }

    @Test("a name that stands there already is found with the first of its kind, whatever its bytes are")
    func random() {
        let words = [
            nil, "", "a", "b", "audit", "Audit", "pause-bridge", "pause-bridgf", "a-name-of-some-length",
            "b-name-of-some-length", "caf\u{E9}", "cafe\u{301}", "CVE-2026-0001", "CVE-2026-0002",
        ]
        var random = SeededRandom(seed: 7)
        for round in 0..<2000 {
            let names = (0..<round % 24).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
            let found = Repetitions.found(among: names.count) { names[$0] }
            #expect(found.map { [$0.later, $0.first] } == slowly(names))
            let written = names.map { $0 ?? "" }
            #expect(Repetitions.found(in: written).map { [$0.later, $0.first] } == slowly(written))
        }
    }

    @Test("many names of which none stands twice are none")
    func distinct() {
        let names = (0..<500).map { "row-\($0)" }
        #expect(Repetitions.found(in: names).isEmpty)
        #expect(Repetitions.found(in: names + ["row-7"]).map(\.first) == [7])
    }
}
