import Diagnostics
import Records
import Testing

@Suite("rules of promises and corrections")
struct PromiseRulesTests {
    private func update(_ next: String, _ more: String = "") -> String {
        Sample.record(
            "incident",
            "updates: [{id: u1, at: 2026-02-21T12:20:00Z, status: investigating, body: We look., next_update: \(next)}\(more)]"
        )
    }

    @Test("a next word that has not come is found; one that another update followed is not")
    func overdueUpdate() throws {
        try expect("overdue-update", in: update("«2026-02-21T18:00:00Z»"))
        try expect("overdue-update", in: update("«2026-02-28»"))
        try expectSilence("overdue-update", in: update("2026-03-01"))
        try expectSilence("overdue-update", in: update("2026-03-01T00:00:00Z"), asOf: "2026-03-01T00:00:00Z")
        try expectSilence("overdue-update", in: update("unknown"))
        try expectSilence(
            "overdue-update",
            in: update(
                "2026-02-21T18:00:00Z",
                ", {id: u2, at: 2026-02-22, status: investigating, body: Nothing new., next_update: 2026-03-04}"
            ))
    }

    @Test("a commitment whose day has passed is found; one that is done or of this month is not")
    func overdueCommitment() throws {
        func audit(_ row: String) -> String {
            Sample.record("incident", "mitigations: [{action: Audit, \(row)}]")
        }
        try expect("overdue-commitment", in: audit("status: planned, due: «2026-02-28»"))
        try expect("overdue-commitment", in: audit("status: in_progress, due: «2026-02»"))
        try expectSilence("overdue-commitment", in: audit("status: planned, due: 2026-03"))
        try expectSilence("overdue-commitment", in: audit("status: done, done: 2026-02-28, due: 2026-02-01"))
        try expectSilence("overdue-commitment", in: audit("status: dropped, due: 2026-02-01"))
    }

    @Test("a review and a question that are to be looked at again are found when their day has passed")
    func overdueReview() throws {
        try expect(
            "overdue-review", in: Sample.record("statement", status: "affected", "review: «2026-02-22»"))
        try expect(
            "overdue-review",
            in: Sample.record(
                "incident",
                "questions: [{asks: How?, about: root_cause, withheld: privacy, revisit: «2026-02-25»}]"))
        try expectSilence(
            "overdue-review", in: Sample.record("statement", status: "affected", "review: 2026-03-22"))
        try expectSilence(
            "overdue-review",
            in: Sample.record(
                "incident",
                "questions: [{asks: How?, about: root_cause, answer: By phishing., revisit: 2026-02-25}]"))
    }

    private func correction(_ of: String, was: String = "Ethreum", now: String, kind: String = "typo")
        -> String
    {
        Sample.record(
            "incident", title: "Bridge on Ethereum drained",
            summary: "\"The bridge on Ethereum,\n  the old one, is empty.\"",
            """
            updates: [{id: u1, at: 2026-02-21, status: investigating, body: We look. We look again.}]
            losses: [{id: eth, token: ETH, amount: 15}]
            corrections: [{at: 2026-02-24, of: \(of), kind: \(kind), was: \(was), now: \(now), reason: Spelling}]
            """)
    }

    @Test("what a correction says to stand there now stands there, once")
    func correctionQuote() throws {
        try expect("correction-quote", in: correction("title", now: "«Etherum»"))
        #expect(
            try expect("correction-quote", in: correction("title", was: "Ethereum", now: "«Polygon»")).first?
                .message
                == "`title` still says what was corrected")
        #expect(
            try expect("correction-quote", in: correction("update:u1", now: "«We look»")).first?.message
                == "`update:u1` says this 2 times; a correction quotes words that stand once")
        for (of, now) in [
            ("title", "Ethereum"), ("summary", "'Ethereum, the old one'"), ("update:u1", "We look again"),
            ("losses#eth.amount", "'15'"),
            ("losses#eth", "'15'"),
        ] {
            try expectSilence("correction-quote", in: correction(of, now: now))
        }
    }

    @Test("words that a later correction changed again are not held against the earlier one")
    func correctedTwice() throws {
        func record(_ second: String) -> String {
            Sample.record(
                "incident", title: "Bridge drained of 9 ETH",
                """
                corrections:
                  - {at: 2026-02-24, of: title, kind: factual, was: 5 ETH, now: 7 ETH, reason: A second count}
                  - {at: 2026-02-25, of: title, kind: factual, was: \(second), now: 9 ETH, reason: A third count}
                """)
        }
        try expectSilence("correction-quote", in: record("7 ETH"))
        try expect(
            "correction-quote",
            in: record("8 ETH").replacing("now: 7 ETH", with: "now: «7 ETH»"))
    }

    @Test("a correction quotes both sides and says why")
    func incompleteCorrection() throws {
        func record(_ row: String) -> String {
            Sample.record("incident", "corrections: [{at: 2026-02-24, \(row)}]")
        }
        try expect("incomplete-correction", in: record("of: «title», kind: factual"))
        try expect("incomplete-correction", in: record("of: «title», kind: factual, was: a, now: Bridge"))
        try expectSilence("incomplete-correction", in: record("of: title, kind: typo, was: a, now: Bridge"))
        try expectSilence(
            "incomplete-correction", in: record("of: title, kind: retraction, was: a, reason: It was wrong"))
    }
}
