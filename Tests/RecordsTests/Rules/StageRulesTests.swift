import Diagnostics
import Records
import Testing

@Suite("rules of the stages")
struct StageRulesTests {
    /// A first notice that answers all that is due.
    private static let first = """
        advice: unknown
        assets: [{asset: bridge, exposure: affected}]

        """
    private static func updates(_ status: String, next: String = ", next_update: unknown") -> String {
        "updates: [{id: u1, at: 2026-02-21, status: \(status), body: We look into it.\(next)}]\n"
    }
    private static let identified = """
        losses: [{token: ETH, amount: 5, class: stolen}]
        root_cause: {category: key_compromise}
        timeline:
          - {at: 2026-02-21, text: It is noticed., milestone: detected}

        """

    private func messages(_ code: String, _ text: String) throws -> [String] {
        try findings(in: [text]).report.sorted.filter { $0.code == code }.map(\.message)
    }

    @Test("a first notice owes advice, assets and the next word")
    func investigating() throws {
        #expect(
            try messages("unanswered-question", Sample.record()) == [
                "`advice` is owed from `investigating` on: what should I do?",
                "`assets` is owed from `investigating` on: what is affected, what is not?",
                "`updates` is owed from `investigating` on: when is the next word?",
            ])
        try expect("unanswered-question", in: Sample.record(status: "«investigating»", Self.first))
        try expectSilence(
            "unanswered-question", in: Sample.record("incident", Self.first + Self.updates("investigating")))
        try expect(
            "unanswered-question",
            in: Sample.record(
                "incident",
                Self.first + "updates: [{id: «u1», at: 2026-02-21, status: investigating, body: We look.}]"))
    }

    @Test("what the next stage asks is a note, one stage before and not earlier")
    func notes() throws {
        let notice = Sample.record("incident", Self.first + Self.updates("investigating"))
        let found = try findings(in: [notice]).report.sorted
        #expect(found.map(\.code) == ["next-question", "next-question", "next-question"])
        #expect(found.allSatisfy { $0.severity == .note })
        try expect(
            "next-question",
            in: Sample.record(
                "incident", status: "«««investigating»»»", Self.first + Self.updates("investigating")))
        try expectSilence(
            "next-question",
            in: Sample.record("incident", Self.first + Self.updates("investigating") + Self.identified))
    }

    @Test("an identified incident owes losses, the moment of detection and a cause")
    func identified() throws {
        func record(_ more: String) -> String {
            Sample.record("incident", status: "identified", Self.first + Self.updates("identified") + more)
        }
        #expect(try messages("unanswered-question", record("")).count == 3)
        try expectSilence("unanswered-question", in: record(Self.identified))
        try expectSilence(
            "unanswered-question",
            in: record(
                "losses: unknown\nroot_cause: {category: unknown}\ntimeline: [{at: unknown, milestone: detected, text: Noticed.}]"
            ))
    }

    @Test("a question in public that names the field is an answer, and one that names another is none")
    func questions() throws {
        func record(_ paths: String...) -> String {
            Sample.record(
                "incident", status: "identified",
                Self.first + Self.updates("identified") + "questions:\n"
                    + paths.map { "  - {asks: What?, about: \($0)}" }.joined(separator: "\n"))
        }
        try expectSilence("unanswered-question", in: record("losses", "timeline#detected", "root_cause"))
        try expectSilence("unanswered-question", in: record("losses", "timeline", "root_cause.category"))
        #expect(
            try messages("unanswered-question", record("summary", "timeline#started", "root_cause.summary"))
                .count == 3)
    }

    @Test("an answer whose form is broken is no silence")
    func brokenForm() throws {
        try expectSilenceOfRule(
            "unanswered-question",
            in: Sample.record(
                "incident",
                "advice: perhaps\nassets: [{asste: bridge}]\n"
                    + Self.updates("investigating", next: ", next_update: soon")))
    }

    @Test("a monitored incident owes what contained means, when it was so, and what was done")
    func monitoring() throws {
        func record(_ more: String) -> String {
            Sample.record(
                "incident", status: "monitoring",
                Self.first + Self.updates("monitoring") + Self.identified + more)
        }
        #expect(
            try messages("unanswered-question", record("")) == [
                "`assurances` and the milestone `contained` are owed from `monitoring` on: what does \"contained\" mean here?",
                "`mitigations` is owed from `monitoring` on: what has been done?",
            ])
        try expectSilence(
            "unanswered-question",
            in: record(
                """
                  - {at: unknown, milestone: contained, text: It was stopped.}
                assurances: [{says: contained, means: not_stated}]
                mitigations: [{action: Pause the bridge, status: done, done: 2026-02-21}]
                """))
    }

    private static let monitored = """
          - {at: 2026-02-21, milestone: contained, text: It was stopped.}
        assurances: [{says: contained, means: not_stated}]

        """

    @Test("a resolved incident owes its beginning and what became of each loss, and no next word")
    func resolved() throws {
        func record(_ losses: String, _ events: String = "", _ more: String = "") -> String {
            Sample.record(
                "incident", status: "resolved",
                Self.first + Self.updates("resolved", next: "") + """
                    root_cause: {category: key_compromise}
                    losses: [\(losses)]
                    mitigations: [{action: Pause the bridge, status: done, done: 2026-02-21}]
                    timeline:
                      - {at: 2026-02-21, text: It is noticed., milestone: detected}
                    \(events)
                    """ + Self.monitored + more)
        }
        let began = "  - {at: 2026-02-21, milestone: started, text: It began.}\n"
        #expect(
            try messages("unanswered-question", record("{token: ETH, amount: 5}", "")) == [
                "the milestone `started` is owed from `resolved` on: since when?",
                "`frozen`, `recovered`, `returned` or `at_large` of ETH is owed from `resolved` on: what became of the money?",
            ])
        try expect("unanswered-question", in: record("{«token»: ETH, amount: 5}", began))
        for losses in ["{token: ETH, amount: 5, frozen: unknown}", "{token: ETH, amount: 5, class: spent}"] {
            try expectSilence("unanswered-question", in: record(losses, began))
        }
        try expectSilence(
            "unanswered-question",
            in: record(
                "{id: eth, token: ETH, amount: 5}", began,
                "questions: [{asks: Where is it?, about: losses#eth.at_large}]"))
    }

    @Test("a post-mortem owes the cause in full, what was learned, the end, and who says so")
    func postmortem() throws {
        let record = Sample.record(
            "incident", status: "postmortem",
            Self.first + Self.updates("postmortem", next: "") + """
                root_cause: {category: key_compromise}
                losses: [{token: ETH, amount: 5, frozen: 5}]
                mitigations: [{action: Pause the bridge, status: done, done: 2026-02-21}]
                timeline:
                  - {at: 2026-02-21, text: It is noticed., milestone: detected}
                  - {at: 2026-02-21, milestone: started, text: It began.}

                """ + Self.monitored)
        #expect(
            try messages("unanswered-question", record) == [
                "`references`, `confidence` of a loss and `confidence` of `root_cause` are owed from `postmortem` on: who says so, and how sure are they?",
                "`root_cause.summary`, `lessons` and the milestone `resolved` are owed from `postmortem` on: what was the cause, in full, and what was learned?",
            ])
        let told =
            record
            .replacing(
                "{category: key_compromise}",
                with: "{category: key_compromise, confidence: confirmed, summary: A key.}"
            )
            .replacing("frozen: 5", with: "frozen: 5, confidence: likely")
            .replacing("milestone: started", with: "milestone: started, source: a")
            .replacing(
                "assurances:",
                with: "  - {at: 2026-02-22, milestone: resolved, text: It is over.}\nassurances:")
            + "\nlessons: {went_wrong: [One key sufficed.]}\nreferences: [{id: a, url: \"https://abc.example.org/\"}]"
        try expectSilence("unanswered-question", in: told)
    }

    @Test("a draft is warned, and a withdrawn record owes nothing")
    func draftsAndWithdrawals() throws {
        let draft = try findings(in: [Sample.record("incident", "draft: true")]).report
        #expect(
            draft.sorted.filter { $0.code == "unanswered-question" }.map(\.severity) == [
                .warning, .warning, .warning,
            ])
        try expectSilence(
            "unanswered-question",
            in: Sample.record("incident", "withdrawn: {at: 2026-02-22, reason: Told twice}"))
        try expectSilence("unanswered-question", in: Sample.record("advisory", status: "active"))
    }

    @Test("a promise has an owner and a day from resolved on")
    func commitments() throws {
        func record(_ status: String, _ row: String, _ more: String = "") -> String {
            Sample.record(
                "incident", status: status, "mitigations: [{id: audit, action: Audit, \(row)}]\n" + more)
        }
        let found = try expect("incomplete-commitment", in: record("resolved", "status: «planned»"))
        #expect(found.first?.severity == .error)
        try expect("incomplete-commitment", in: record("postmortem", "status: «in_progress», owner: We"))
        #expect(
            try expect(
                "incomplete-commitment", in: record("monitoring", "status: «planned», due: 2026-06-30")
            ).first?.severity == .note)
        try expectSilence("incomplete-commitment", in: record("identified", "status: planned"))
        try expectSilence(
            "incomplete-commitment", in: record("resolved", "status: planned, owner: We, due: 2026-06-30"))
        try expectSilence("incomplete-commitment", in: record("resolved", "status: dropped"))
        try expectSilence(
            "incomplete-commitment",
            in: record(
                "resolved", "status: planned, owner: We",
                "questions: [{asks: Until when?, about: mitigations#audit.due}]"))
    }
}
