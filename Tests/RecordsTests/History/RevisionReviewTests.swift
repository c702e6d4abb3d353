import Incidents
import Records
import Syntax
import Testing

@Suite("a record against its last published revision")
struct RevisionReviewTests {
    private static let update = """
          - id: u3
            at: 2026-02-22T09:00:00Z
            status: identified
            body: Some tokens are frozen.
        corrections:
        """

    private func review(_ text: String) throws -> RevisionReview {
        try #require(PublishedSample.review(text))
    }

    private func withUpdate(_ text: String) -> String {
        text.split(separator: "corrections:", maxSplits: 1, omittingEmptySubsequences: false)
            .joined(separator: Self.update)
    }

    @Test("the same facts in another layout are no change")
    func layout() throws {
        let review = try review(
            PublishedSample.editing("title: Token safe", "# a comment\ntitle:   Token safe")
        )
        #expect(review.findings.isEmpty && review.kinds.isEmpty)
    }

    @Test(
        "what a record may do without a correction",
        arguments: [
            ("tags: [bridge]", "tags: [bridge, keys]", ChangeKind.addition),
            ("x-internal: anything", "x-internal: other", .layout),
            ("users_affected: unknown", "users_affected: {count: 12}", .answer),
            ("category: unknown", "category: phishing", .answer),
            ("    amount: unknown", "    token: UNI\n    amount: 12", .answer),
            ("    amount: unknown", "    token: UNI\n    low: 12\n    high: 14", .answer),
            ("status: planned", "status: in_progress", .progress),
            ("status: planned", "status: done\n    done: 2026-03-01", .progress),
            (
                "    due: 2026-03-31",
                "    due: 2026-04-30\n    moved: [{at: 2026-03-01, from: 2026-03-31, to: 2026-04-30}]",
                .progress
            ),
            (
                "    about: root_cause.summary",
                "    about: root_cause.summary\n    answer: Through a laptop.", .answer
            ),
            (
                "    about: root_cause.summary",
                "    about: root_cause.summary\n    withheld: law_enforcement", .answer
            ),
            ("assurances:\n", "lessons: {went_wrong: [Nobody watched.]}\nassurances:\n", .addition),
            ("title: Token", "withdrawn: {at: 2026-03-01, reason: not ours}\ntitle: Token", .withdrawal),
            ("title: Token", "slug: other\ntitle: Token", .rename),
            ("    urgency: now", "    urgency: now\n    lifted: {at: 2026-02-24, why: all clear}", .addition),
            ("dollars from", "dollars\n  from", .layout),
        ])
    func allowed(old: String, new: String, kind: ChangeKind) throws {
        let review = try review(PublishedSample.editing(old, new))
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds.contains(kind), "\(review.kinds)")
    }

    @Test(
        "rows are added without a correction",
        arguments: [
            ("timeline", "  - at: 2026-02-20\n    text: A look-alike domain is registered."),
            ("questions", "  - asks: Who holds the other keys?"),
            ("assets", "  - asset: app\n    exposure: unknown"),
            ("mitigations", "  - action: Rotate keys\n    status: planned"),
            ("advice", "  - dont: Open the bridge"),
            ("references", "  - id: two\n    title: Second\n    url: https://example.org/2"),
        ])
    func addedRows(list: String, row: String) throws {
        let review = try review(PublishedSample.appending(list, row))
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds == [.addition])
    }

    @Test("a new update brings its status and may tell what moved on")
    func newUpdate() throws {
        let plain = try review(withUpdate(PublishedSample.text))
        #expect(plain.silentEdits.isEmpty && plain.kinds == [.update])
        let frozen = withUpdate(PublishedSample.editing("at_large: 4300000", "at_large: 4000000"))
        #expect(try review(frozen).kinds == [.update, .progress])
        #expect(try review(frozen).silentEdits.isEmpty)
        #expect(
            try review(PublishedSample.editing("at_large: 4300000", "at_large: 4000000")).silentEdits.count
                == 1)
    }

    @Test(
        "changes that nothing owns up to are silent, where they stand",
        arguments: [
            ("title: Token safe", "title: Safe", "title"),
            ("4.3 million", "4.8 million", "summary"),
            ("severity: high", "severity: low", "severity"),
            ("disclosed: 2026-02-21", "disclosed: 2026-02-20", "disclosed"),
            ("status: identified\nseverity", "status: resolved\nseverity", "status"),
            ("    amount: 4300000", "    amount: 430000", "losses#usdc.amount"),
            ("  - id: uni\n", "  - id: uno\n", "losses#uni"),
            ("are not affected.", "are safe.", "update:u2.body"),
            ("12:00:00Z", "11:00:00Z", "update:u1.at"),
            ("Revoke approvals", "Keep approvals", "advice[0].do"),
            (
                "    text: An analyst reports the transfers.", "    text: Our team reports the transfers.",
                "timeline[1].text"
            ),
            ("exposure: not_affected", "exposure: unknown", "assets[1].exposure"),
            ("status: planned", "status: dropped", "mitigations#compensation.status"),
            ("due: 2026-03-31", "due: 2026-04-30", "mitigations#compensation.due"),
            (
                "action: Compensate users in full", "action: Compensate users",
                "mitigations#compensation.action"
            ),
            ("answer: An analyst.", "answer: Our team.", "questions#first.answer"),
            ("asks: How was the key lost?", "asks: Was the key lost?", "questions#key.asks"),
            ("was: Tokn", "was: Tonk", "corrections[0].was"),
            ("Nobody watched the mint function.", "Nobody watched.", "root_cause.contributing[1]"),
            ("title: Token", "draft: true\ntitle: Token", "draft"),
            ("title: Token", "voice: reconstruction\ntitle: Token", "voice"),
            ("corrections:", "corrections_gone:", ""),
        ])
    func silent(old: String, new: String, path: String) throws {
        guard !path.isEmpty else { return }
        let review = try review(PublishedSample.editing(old, new))
        #expect(
            review.silentEdits.map(\.change.path.text).contains(path),
            "\(review.findings.map(\.change.path.text))")
    }

    @Test("an update that is put before a published one is silent backdating")
    func backdated() throws {
        let row =
            "  - id: u0\n    at: 2026-02-21T11:00:00Z\n    status: investigating\n    body: We saw it at once."
        let review = try review(PublishedSample.appending("updates", row))
        #expect(review.silentEdits.map(\.change.path.text) == ["update:u0"])
    }

    @Test("one more loss changes the published sum, unless losses were an open question")
    func moreLosses() throws {
        let row = "  - id: dai\n    token: DAI\n    amount: 5"
        #expect(try review(PublishedSample.appending("losses", row)).silentEdits.count == 1)
        let before = PublishedSample.editing("about: root_cause.summary", "about: losses")
        let after = before.split(separator: "\nlosses:\n", maxSplits: 1, omittingEmptySubsequences: false)
            .joined(separator: "\nlosses:\n" + row + "\n")
        let old = try #require(PublishedSample.read(before)), new = try #require(PublishedSample.read(after))
        let review = RevisionReview(
            published: CanonicalRecord.value(of: old), current: CanonicalRecord.value(of: new))
        #expect(review.silentEdits.isEmpty && review.kinds == [.answer])
    }

    @Test("a row without an id that gets one is the same row")
    func rowGetsID() throws {
        let review = try review(
            PublishedSample.editing(
                "  - at: 2026-02-21T09:20:00Z", "  - id: seen\n    at: 2026-02-21T09:20:00Z"))
        #expect(review.silentEdits.isEmpty)
        #expect(review.findings.map(\.change.path.text) == ["timeline#seen.id"])
    }
}
