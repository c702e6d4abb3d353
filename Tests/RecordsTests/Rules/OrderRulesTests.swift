import Diagnostics
import Records
import Testing

@Suite("rules of order")
struct OrderRulesTests {
    private func timeline(_ rows: String...) -> String {
        Sample.record(
            "incident", "timeline:\n" + rows.map { "  - {text: It was so., \($0)}" }.joined(separator: "\n"))
    }

    @Test("a milestone stands once")
    func duplicateMilestone() throws {
        try expect(
            "duplicate-milestone",
            in: timeline("at: 2026-02-21, milestone: detected", "at: 2026-02-22, milestone: «detected»"))
        try expectSilence(
            "duplicate-milestone",
            in: timeline("at: 2026-02-21, milestone: started", "at: 2026-02-22, milestone: detected"))
    }

    @Test("nothing is detected, contained or resolved before it started")
    func milestoneOrder() throws {
        try expect(
            "milestone-order",
            in: timeline(
                "at: 2026-02-21T09:00:00Z, milestone: started", "at: «2026-02-20», milestone: detected",
                "at: 2026-02-21T09:00:00Z, milestone: contained"))
        // One wrong time is one finding, however many others it contradicts.
        try expect(
            "milestone-order",
            in: timeline(
                "at: «2026-02-28», milestone: started", "at: 2026-02-21, milestone: detected",
                "at: 2026-02-22, milestone: contained", "at: 2026-02-23, milestone: resolved"))
        try expect(
            "milestone-order",
            in: timeline("at: 2026-02-23, milestone: contained", "at: «2026-02-22», milestone: resolved"))
        // Within one day, one month or a moment that nobody knows there is no telling.
        try expectSilence(
            "milestone-order",
            in: timeline(
                "at: 2026-02-21T09:00:00Z, milestone: started", "at: 2026-02-21, milestone: detected",
                "at: 2026-02, milestone: contained", "at: unknown, milestone: resolved"))
        // Offsets count: this is one minute later.
        try expectSilence(
            "milestone-order",
            in: timeline(
                "at: 2026-02-21T09:00:00Z, milestone: started",
                "at: 2026-02-21T04:01:00-05:00, milestone: detected"))
    }

    @Test("an update that is older than the one above it is found, and the ones behind it are not blamed")
    func updateOrder() throws {
        func updates(_ moments: String...) -> String {
            Sample.record(
                "incident",
                "updates:\n"
                    + moments.enumerated().map {
                        "  - {id: u\($0), at: \($1), status: investigating, body: We look.}"
                    }
                    .joined(separator: "\n"))
        }
        try expect("update-order", in: updates("2026-02-22", "«2026-02-21»", "2026-02-23"))
        let late = try expect(
            "update-order", in: updates("2026-02-21", "«2026-02-26»", "2026-02-23", "2026-02-24"))
        #expect(late.first?.message == "update `u1` is newer than the one below it")
        try expectSilence(
            "update-order",
            in: updates("2026-02-21T10:00:00Z", "2026-02-21", "2026-02-21T12:00:00Z", "2026-02-22"))
    }

    @Test("corrections stand in the order in which they were made")
    func correctionOrder() throws {
        func corrections(_ first: String, _ second: String) -> String {
            Sample.record(
                "incident",
                "corrections: [{at: \(first), of: title, kind: typo, was: a, now: Bridge}, {at: \(second), of: title, kind: typo, was: b, now: drained}]"
            )
        }
        try expect("correction-order", in: corrections("2026-02-25", "«2026-02-24»"))
        try expectSilence("correction-order", in: corrections("2026-02-24", "2026-02-24"))
    }

    @Test("a status goes back only with a reason")
    func statusGoesBack() throws {
        func updates(_ status: String, _ body: String) -> String {
            Sample.record(
                "incident", status: "investigating",
                """
                updates:
                  - {id: u1, at: 2026-02-21, status: resolved, body: Operations are back.}
                  - {id: u2, at: 2026-02-22, status: \(status), body: \(body)}
                """)
        }
        try expect("status-goes-back", in: updates("«investigating»", "Looking into it again."))
        try expectSilence(
            "status-goes-back",
            in: updates("investigating", "Withdrawals fail again. The replica lost its last hour of entries.")
        )
        try expectSilence(
            "status-goes-back", in: updates("investigating", "復旧したレプリカで最後の一時間の記録が失われたため、出金が再び失敗しています。"))
        try expectSilence("status-goes-back", in: updates("postmortem", "The report is out."))
    }

    @Test("nothing that has happened lies in the future, and promises may")
    func futureMoment() throws {
        try expect(
            "future-moment",
            in: Sample.record(
                "incident", disclosed: "2026-02-21",
                """
                timeline: [{at: «2027-02-21», text: A year too late.}]
                updates: [{id: u1, at: «2026-03-02», status: investigating, body: We look., next_update: 2026-04-01}]
                mitigations: [{action: Pause, status: done, done: «2026-03-02T00:00:00Z»}, {action: Audit, status: planned, due: 2027-01-01}]
                advice: [{do: Wait, lifted: {at: «2026-03-05»}}]
                corrections: [{at: «2026-03-03», of: title, kind: typo, was: a, now: Bridge}]
                """))
        try expect("future-moment", in: Sample.record(id: "ABC-2027-0001", disclosed: "«2027»"))
        // The day of the check has not passed, and a month that has begun is no future.
        try expectSilence(
            "future-moment",
            in: Sample.record(
                "incident",
                "timeline: [{at: 2026-03-01T23:59:59Z, text: Today.}, {at: 2026-03, text: This month.}]"))
    }

    @Test("a record under embargo tells what lies before the embargo's end")
    func embargoedFuture() throws {
        func record(_ more: String) -> String {
            Sample.record(id: "ABC-2026-0001", disclosed: "2026-04-01", "embargo: 2026-04-01\n" + more)
        }
        try expectSilence("future-moment", in: record(""))
        try expect("future-moment", in: record("timeline: [{at: «2026-05-01», text: Later.}]"))
        try expectSilence(
            "future-moment", in: Sample.record("incident", disclosed: "2026-04-01", "draft: true"))
    }

    @Test(
        "no update, correction or withdrawal is older than the first public word",
        arguments: [
            "updates: [{id: u1, at: «2026-02-20», status: investigating, body: We look.}]",
            "corrections: [{at: «2026-02-19», of: title, kind: typo, was: a, now: Bridge}]",
            "withdrawn: {at: «2026-02-18», reason: Told twice}",
        ])
    func wordBeforeDisclosure(words: String) throws {
        try expect("word-before-disclosure", in: Sample.record("incident", words))
        try expectSilence(
            "word-before-disclosure",
            in: Sample.record(
                "incident",
                "updates: [{id: u1, at: 2026-02-21T00:00:00Z, status: investigating, body: We look.}]"))
    }

    private static let threeUpdates = """
        updates:
          - {id: u1, at: 2026-02-21T09:00:00Z, status: investigating, body: We look into it., next_update: 2026-02-21T12:00:00Z}
          - {id: u2, at: 2026-02-22T09:00:00Z, status: identified, body: A key was used., next_update: 2026-02-23T09:00:00Z}
          - {id: u3, at: 2026-02-23T09:00:00Z, status: monitoring, body: Withdrawals are paused., next_update: none}

        """

    /// The findings that are neither about what a stage asks nor about words.
    private func codes(_ text: String) throws -> [String] {
        try findings(in: [text]).report.sorted.filter { $0.severity != .note }.map(\.code)
            .filter { $0 != "unanswered-question" }
    }

    @Test("a first public word that is dated behind several others is one finding, where it is written")
    func lateDisclosure() throws {
        let record = Sample.record(
            status: "monitoring", id: "ABC-2026-0001", disclosed: "«2026-02-25»", Self.threeUpdates)
        let found = try expect("word-before-disclosure", in: record)
        #expect(
            found.first?.secondary.map(\.text) == [
                "update `u1` is older", "update `u2` is older", "update `u3` is older",
            ])
    }

    @Test(
        "one wrong date is one finding",
        arguments: [
            // An update of a month before the first word, of a year before, of a day after the next, of next year.
            ("2026-02-22T09", "2026-01-22T09", "update-order"),
            ("2026-02-22T09", "2025-02-22T09", "update-order"),
            ("2026-02-21T09", "2026-02-28T09", "update-order"),
            ("2026-02-23T09:00:00Z, status", "2026-02-20T09:00:00Z, status", "update-order"),
            ("2026-02-21T09", "2026-01-21T09", "word-before-disclosure"),
            ("2026-02-22T09", "2027-02-22T09", "future-moment"),
            ("2026-02-21T09", "2062-02-21T09", "future-moment"),
            ("2026-02-23T09:00:00Z, status", "2027-02-23T09:00:00Z, status", "future-moment"),
            ("disclosed: 2026-02-21", "disclosed: 2027-02-21", "future-moment"),
            ("disclosed: 2026-02-21", "disclosed: 2062-02-21", "future-moment"),
            ("disclosed: 2026-02-21", "disclosed: 2026-02-28", "word-before-disclosure"),
            ("disclosed: 2026-02-21", "disclosed: 2025-02-21", "id-year"),
        ])
    func oneFinding(words: String, slip: String, code: String) throws {
        let record = Sample.record(status: "monitoring", Self.threeUpdates)
        #expect(try codes(record) == [])
        #expect(try codes(record.replacing(words, with: slip)) == [code])
    }

    @Test("a promise lies behind the word that gives it")
    func promiseOrder() throws {
        func update(_ next: String) -> String {
            Sample.record(
                "incident",
                "updates: [{id: u1, at: 2026-02-21T12:20:00Z, status: investigating, body: We look., next_update: \(next)}]"
            )
        }
        try expect("promise-order", in: update("«2026-02-21T08:00:00Z»"))
        for next in ["2026-02-21T18:00:00Z", "2026-02-21", "none", "unknown"] {
            try expectSilence("promise-order", in: update(next))
        }
    }

    @Test("a window begins before it ends, and a deadline can be kept")
    func windowOrder() throws {
        try expect(
            "window-order",
            in: Sample.record(
                "advisory", status: "active",
                """
                exposure_window: {start: 2026-02-01, end: «2026-01-10»}
                fix: {version: 1.2.3, deadline: «2026-02-01»}
                """))
        try expectSilence(
            "window-order",
            in: Sample.record(
                "advisory", status: "active",
                """
                exposure_window: {start: 2026-01-10, end: 2026-01-10}
                fix: {version: 1.2.3, deadline: 2026-03-10}
                """))
    }

    @Test("done comes with its day, or with a question, and no other status does")
    func doneDate() throws {
        let found = try expect(
            "done-date",
            in: Sample.record(
                "incident",
                """
                mitigations:
                  - {id: a, action: Pause, status: «done»}
                  - {id: b, action: Audit, status: planned, done: «2026-02-22»}
                  - {id: c, action: Bounty, status: dropped, done: «2026-02-23»}
                """))
        #expect(found.map(\.severity) == [.warning, .error, .error])
        try expectSilence(
            "done-date",
            in: Sample.record(
                "incident",
                """
                mitigations:
                  - {id: a, action: Pause, status: done, done: 2026-02}
                  - {id: b, action: Freeze, status: done}
                  - {id: c, action: Update, status: unknown}
                questions: [{asks: When?, about: mitigations#b.done}]
                """))
    }

    @Test("a moved date leaves a trace that fits")
    func movedDate() throws {
        func audit(_ due: String, _ from: String) -> String {
            Sample.record(
                "incident",
                """
                mitigations:
                  - action: Audit
                    status: planned
                    due: \(due)
                    moved:
                      - {at: 2026-02-22, from: 2026-03-31, to: 2026-04-30}
                      - {at: 2026-02-25, from: \(from), to: 2026-05-31}
                """)
        }
        try expect("moved-date", in: audit("«2026-06-30»", "2026-04-30"))
        try expect("moved-date", in: audit("2026-05-31", "«2026-04-15»"))
        try expectSilence("moved-date", in: audit("2026-05-31", "2026-04-30"))
    }
}
