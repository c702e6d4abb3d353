import Diagnostics
import Records
import Testing

@Suite("keys that are not known")
struct KeyTests {
    private func unknown(_ text: String) throws -> [(code: String, help: String)] {
        try findings(in: [text]).report.sorted
            .filter { ["unknown-key", "missing-field", "reference-without-place"].contains($0.code) }
            .map { ($0.code, $0.help ?? "") }
    }

    @Test(
        "a key under another name is one finding that names the right one",
        arguments: [
            ("id: ABC", "identifier: ABC", "id"), ("id: ABC", "incident_no: ABC", "id"),
            ("title:", "headline:", "title"), ("summary:", "description:", "summary"),
            ("status:", "state:", "status"), ("disclosed:", "date:", "disclosed"),
            ("disclosed:", "told_to_the_public_on:", "disclosed"), ("severity:", "priority:", "severity"),
            ("url:", "link:", "url"), ("url:", "href:", "url"), ("text:", "event:", "text"),
            ("- at:", "- when:", "at"), ("token:", "symbol:", "token"),
        ])
    func otherNames(words: String, slip: String, key: String) throws {
        let record = Sample.record(
            "incident",
            """
            references:
              - {id: a, url: "https://abc.example.org/"}
            timeline:
              - at: 2026-02-21
                text: It was noticed.
            losses:
              - token: ETH
                amount: 5
            """)
        #expect(try unknown(record).isEmpty)
        let found = try unknown(record.replacing(words, with: slip))
        #expect(found.map(\.code) == ["unknown-key"])
        #expect(found.first?.help == "did you mean `\(key)`?")
    }

    @Test("a key that means nothing here takes no other's place")
    func strangers() throws {
        let record = Sample.record("incident", "mood: bad")
        #expect(try unknown(record).map(\.code) == ["unknown-key"])
        #expect(try unknown(record).first?.help.contains("its keys are") == true)
        // A missing title is still told: any text might be one.
        let untitled = record.replacing("title: Bridge drained\n", with: "")
        #expect(try unknown(untitled).map(\.code).sorted() == ["missing-field", "unknown-key"])
    }
}
