import Records
import System
import Testing

/// Every rule is held by a sample in which its finding is marked, and by one that keeps it silent.
@Suite("tests of the rules")
struct MarkedRulesTests {
    /// Chapters whose findings come from reading, from the history or from a theme, and not from rules over records.
    private static let otherChapters: Set = ["Form", "History", "The theme"]
    private static let rules = RuleBook.pages.filter { !otherChapters.contains($0.chapter) }.map(\.code)

    private static let sources: [String] = {
        let folder = Disk.join(CleanRecordsTests.root, "Tests/RecordsTests/Rules")
        let names = (try? Disk.names(in: folder))?.sorted() ?? []
        return names.compactMap { try? String(decoding: Disk.read(Disk.join(folder, $0)), as: UTF8.self) }
    }()

    /// The words that follow each call of a function with a code, as far as a call goes.
    private func calls(of function: String, _ code: String) -> [Substring] {
        Self.sources.flatMap { source in
            var calls: [Substring] = []
            var rest = source[...]
            while let start = rest.firstRange(of: function + "(") {
                rest = rest[start.upperBound...]
                let call = rest.prefix(600)
                if call.drop(while: \.isWhitespace).hasPrefix("\"\(code)\"") { calls.append(call) }
            }
            return calls
        }
    }

    @Test("each rule has a marked finding and a silence", arguments: rules)
    func marked(code: String) {
        let found = calls(of: "expect", code) + calls(of: "expectInSite", code)
        #expect(!found.isEmpty, "no test marks a finding of \(code)")
        let silent =
            calls(of: "expectSilence", code).count
            // Of the site's rules a sample without marks is one.
            + calls(of: "expectInSite", code).count { call in
                !(call.firstRange(of: "expectInSite(").map { call[..<$0.lowerBound] } ?? call).contains("«")
            }
        #expect(silent > 0, "no test keeps \(code) silent")
    }

    @Test("the rules are all of those that judge records and the site")
    func count() {
        #expect(Self.rules.count > 75)
    }
}
