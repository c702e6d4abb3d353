import Incidents
import Records
import Syntax
import Testing

@Suite("a change and the correction that tells of it")
struct CorrectedRevisionTests {
    private func review(_ text: String) throws -> RevisionReview {
        try #require(PublishedSample.review(text))
    }

    private func corrected(_ old: String, _ new: String, _ entry: String) throws -> RevisionReview {
        let text = PublishedSample.editing(old, new)
        let rows = text.split(separator: "now: Token\n", maxSplits: 1, omittingEmptySubsequences: false)
        return try review(rows.joined(separator: "now: Token\n  - {at: 2026-02-24, \(entry)}\n"))
    }

    @Test(
        "a correction that quotes the change covers it",
        arguments: [
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses#usdc.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: UNI was left out",
                ChangeKind.factual
            ),
            (
                "4.3 million", "4.4 million",
                "of: summary, kind: factual, was: took 4.3 million, now: took 4.4 million, reason: counted again",
                .factual
            ),
            (
                "transfers from", "withdrawals from",
                "of: update:u1, kind: clarification, was: transfers, now: withdrawals", .clarification
            ),
            (
                "transfers from", "tranfers from", "of: update:u1, kind: typo, was: transfers, now: tranfers",
                .typo
            ),
            (
                "An analyst reports", "A researcher reports",
                "of: timeline, kind: clarification, was: An analyst, now: A researcher", .clarification
            ),
            (
                "root_cause:\n  category: unknown\n",
                "root_cause:\n  category: unknown\n  confidence: likely\n",
                "of: summary, kind: clarification, was: a, now: b", .clarification
            ),
            (
                "    detail: It holds no keys of the bridge.\n", "",
                "of: assets, kind: retraction, was: It holds no keys, reason: it does", .retraction
            ),
            (
                "User funds on other chains are not affected.", "",
                "of: update:u2, kind: retraction, was: \" User funds on other chains are not affected.\", reason: not known",
                .retraction
            ),
        ])
    func covered(old: String, new: String, entry: String, kind: ChangeKind) throws {
        let review = try corrected(old, new, entry)
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds.contains(kind))
    }

    @Test(
        "a correction that does not account for the whole change covers nothing",
        arguments: [
            // Another field.
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses#uni.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: x"
            ),
            // A second word changed under cover of the first.
            (
                "took 4.3 million dollars", "took 4.4 million euros",
                "of: summary, kind: factual, was: \"4.3\", now: \"4.4\", reason: x"
            ),
            // `was` is not what stood there.
            (
                "4.3 million", "4.4 million",
                "of: summary, kind: factual, was: \"4.2\", now: \"4.4\", reason: x"
            ),
            // A figure is no typo.
            ("4.3 million", "4.4 million", "of: summary, kind: typo, was: \"4.3\", now: \"4.4\""),
            // A word of a vocabulary is no typo.
            ("severity: high", "severity: low", "of: severity, kind: typo, was: high, now: low"),
            // Why?
            ("4.3 million", "4.4 million", "of: summary, kind: factual, was: \"4.3\", now: \"4.4\""),
            // A published correction does not change under another one.
            ("was: Tokn", "was: Tonk", "of: corrections, kind: clarification, was: Tokn, now: Tonk"),
            // A published record is not hidden.
            (
                "title: Token", "draft: true\ntitle: Token",
                "of: draft, kind: factual, now: \"true\", reason: x"
            ),
        ])
    func notCovered(old: String, new: String, entry: String) throws {
        #expect(!(try corrected(old, new, entry)).silentEdits.isEmpty)
    }

    @Test(
        "a path without a row means any row, and a milestone names its event whether it has an id or not",
        arguments: [
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: x"
            ),
            (
                "07:00:00Z", "08:00:00Z",
                "of: timeline#started.at, kind: factual, was: \"2026-02-21T07:00:00Z\", now: \"2026-02-21T08:00:00Z\", reason: x"
            ),
            (
                "07:00:00Z", "08:00:00Z",
                "of: timeline#start, kind: factual, was: \"T07\", now: \"T08\", reason: x"
            ),
        ])
    func otherNames(old: String, new: String, entry: String) throws {
        #expect(try corrected(old, new, entry).silentEdits.isEmpty)
    }

    @Test("an event without an id is known by its milestone, and stays the same when it gets an id")
    func milestoneRows() throws {
        let without = PublishedSample.editing("  - id: start\n    at", "  - at")
        let moved = without.split(separator: "07:00", maxSplits: 1).joined(separator: "06:00")
        let old = try #require(PublishedSample.read(without)), new = try #require(PublishedSample.read(moved))
        let changed = RecordDifference.changes(
            from: CanonicalRecord.value(of: old), to: CanonicalRecord.value(of: new))
        #expect(changed.map(\.path.text) == ["timeline#started.at"])
        let named = RecordDifference.changes(
            from: CanonicalRecord.value(of: old), to: PublishedSample.published)
        #expect(named.map(\.path.text) == ["timeline#start.id"])
    }

    @Test("a correction published before covers nothing new")
    func oldCorrection() throws {
        #expect(!(try review(PublishedSample.editing("title: Token", "title: Tokn"))).silentEdits.isEmpty)
    }
}
