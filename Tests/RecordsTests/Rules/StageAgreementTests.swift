import Diagnostics
import Incidents
import Records
import System
import Testing

/// What `check` asks of a record and what the record's page says of it are one reading.
@Suite("checklist and stages")
struct StageAgreementTests {
    /// A record's blocks of top-level keys, comments left out, so that some can be taken away.
    private static func blocks(of text: String) -> [(key: String, text: String)] {
        var blocks: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.unicodeScalars.first, ("a"..."z").contains(first),
                let colon = line.firstIndex(of: ":")
            {
                blocks.append((String(line[..<colon]), line + "\n"))
            } else if !blocks.isEmpty, !line.hasPrefix("#") {
                blocks[blocks.count - 1].text += line + "\n"
            }
        }
        return blocks
    }

    private static let facts = [
        "advice", "assets", "updates", "losses", "timeline", "root_cause", "assurances", "mitigations",
        "lessons", "references",
    ]
    private static let asked =
        facts + [
            "losses.at_large", "losses.confidence", "timeline#contained", "timeline#started",
            "root_cause.summary",
            "root_cause.confidence", "mitigations.due",
        ]

    /// The record without some of its facts, and with questions in their stead.
    private static func variants(of text: String) -> [String] {
        let blocks = blocks(of: text)
        let head = blocks.filter { !facts.contains($0.key) && $0.key != "questions" }.map(\.text).joined()
        let told = blocks.filter { facts.contains($0.key) }
        var variants: [String] = []
        for turn in 0..<24 {
            var random = UInt64(turn) &* 0x9E37_79B9_7F4A_7C15 | 1
            func next() -> UInt64 {
                random ^= random << 13
                random ^= random >> 7
                random ^= random << 17
                return random
            }
            var record = head + told.filter { _ in next() % 3 > 0 }.map(\.text).joined()
            for (mark, slip) in [
                ("    at_large:", "    x-at-large:"), ("    frozen:", "    x-frozen:"),
                ("class: stolen", "class: spent"),
                ("milestone: contained", "x-milestone: contained"), ("    confidence:", "    x-confidence:"),
            ] where next() % 3 == 0 && record.contains(mark) {
                record = record.replacing(mark, with: slip)
            }
            let questions = asked.filter { _ in next() % 4 == 0 }
            if !questions.isEmpty {
                record += "questions:\n"
                for about in questions {
                    record +=
                        "  - {asks: What of it?, about: \(about)\(next() % 2 == 0 ? ", answer: This." : "")}\n"
                }
            }
            variants.append(record)
        }
        return variants
    }

    @Test(
        "an item is answered only where no stage asks for it, and silent only where one does",
        arguments: [
            "Tests/Fixtures/records/incident-investigating.yml",
            "Tests/Fixtures/records/incident-identified.yml",
            "Tests/Fixtures/records/incident-monitoring.yml", "Tests/Fixtures/records/incident-resolved.yml",
            "Tests/Fixtures/records/incident-postmortem.yml", "incidents/2026/iotex-token-safe.yml",
            "incidents/2020/iota-trinity-wallet.yml",
        ])
    func agreement(path: String) throws {
        let text = String(decoding: try Disk.read(Disk.join(CleanRecordsTests.root, path)), as: UTF8.self)
        for variant in Self.variants(of: text) {
            var report = Report()
            let file = try #require(
                RecordReader().read(SourceFile(path: path, text: variant), into: &report))
            try #require(!report.hasErrors, "\(report.sorted.map(\.message))")
            let found = try findings(in: [variant]).report.sorted
            func isAsked(_ question: StageQuestion) -> Bool {
                found.contains {
                    $0.code == "unanswered-question" && $0.message.hasSuffix(question.asks)
                        || question == .promises && $0.code == "incomplete-commitment"
                            && $0.severity == .error
                }
            }
            for item in DisclosureChecklist(of: file.record).items where item.isDue {
                if item.answer == .answered {
                    #expect(!isAsked(item.question), "\(item.question) is answered, and asked:\n\(variant)")
                }
                // Of losses, a cause or a beginning that nobody has told, what became of them is not asked as well.
                if item.answer == .silent, item.question != .dispositions, item.question != .lessons {
                    #expect(isAsked(item.question), "\(item.question) is silent, and not asked:\n\(variant)")
                }
            }
        }
    }
}
