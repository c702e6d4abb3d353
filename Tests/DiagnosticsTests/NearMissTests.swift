import Diagnostics
import Testing

@Suite struct NearMissTests {
    private let vocabulary = [
        "severity", "status", "summary", "slug", "id", "root_cause", "in_progress", "at", "by",
    ]

    @Test(
        "a slip of the fingers finds its word",
        arguments: [
            ("sevrity", "severity"), ("statsu", "status"), ("Summary", "summary"),
            ("root-cause", "root_cause"),
            ("in progress", "in_progress"), ("rootcause", "root_cause"), ("di", "id"),
        ])
    func near(word: String, expected: String) {
        #expect(NearMiss.nearest(to: word, among: vocabulary) == expected)
    }

    @Test(
        "another word finds nothing",
        arguments: ["banana", "x", "", "we", String(repeating: "a", count: 1000)])
    func far(word: String) {
        #expect(NearMiss.nearest(to: word, among: vocabulary) == nil)
    }

    @Test("of two words that are as near the first is suggested")
    func ties() {
        #expect(NearMiss.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    }
}
