import System
import TestKit
import Testing

@Suite struct HistoryCommandTests {
    let site: SiteOfTests
    private let path = "incidents/2026/a.yml"

    init() throws {
        site = try SiteOfTests()
        try site.write(SiteOfTests.notice(), to: path)
    }

    private func publish(_ arguments: String..., at moment: String) throws -> CommandRun {
        try Program.run(["publish", "--at", moment] + arguments, in: site.folder)
    }

    @Test("publishing tells the revision and the log, and a second time that nothing is new")
    func publishing() throws {
        let first = try publish(at: "2026-05-20T11:41:00Z")
        #expect(first.status == 0, "\(first.error)")
        #expect(
            first.output.hasPrefix(
                "EB-2026-0001 revision 1, 2026-05-20T11:41:00Z: first\nlog: 1 entry, root "))
        #expect(first.output.hasSuffix("log: not signed, no key was given\n"))
        let second = try publish(at: "2026-05-20T11:42:00Z")
        #expect(second.output.hasPrefix("nothing new to publish\n"))
        #expect(try site.run("history").output == "EB-2026-0001 revision 1, 2026-05-20T11:41:00Z: first\n")
    }

    @Test("what is dated later than the day of its publication is not published")
    func ahead() throws {
        let timeline = "timeline:\n  - {at: 2026-07-20T10:00:00Z, text: An alert.}\n"
        try site.write(SiteOfTests.notice() + timeline, to: path)
        let refused = try publish(at: "2026-05-20T11:41:00Z")
        #expect(refused.status == 1)
        #expect(
            refused.error.contains(
                "error[future-moment]: 2026-07-20T10:00:00Z lies in the future of 2026-05-21"))
        // It is tomorrow already where the day begins first, 14 hours ahead of UTC.
        #expect(try publish(at: "2026-07-19T09:59:59Z").status == 1)
        #expect(try publish(at: "2026-07-19T10:00:00Z").status == 0)
    }

    @Test("a silent edit is refused with both wordings, shown by diff, and published under a correction")
    func silentEdit() throws {
        _ = try publish(at: "2026-05-20T11:41:00Z")
        let edited = SiteOfTests.notice().replacing(
            "We see withdrawals that", with: "We saw withdrawals that")
        try site.write(edited, to: path)
        let refused = try publish(at: "2026-05-20T12:00:00Z")
        #expect(refused.status == 1)
        #expect(refused.error.contains("error[silent-edit]: summary is not what was published"))
        #expect(refused.error.contains("said: We [-see-] {+saw+} withdrawals that we did"))
        #expect(try site.run("check", "--allow", "silent-edit").status == 64)
        #expect(try site.run("check").status == 1)
        #expect(try site.run("build").status == 1)
        #expect(
            try site.run("diff", "EB-2026-0001").output
                == "  ~ summary: We [-see-] {+saw+} withdrawals that we did … not start.\n"
                || site.run("diff", "EB-2026-0001").output.contains("[-see-] {+saw+}"))
        try site.write(
            edited
                + "corrections: [{at: 2026-05-20, of: summary, kind: clarification, was: see, now: saw}]\n",
            to: path)
        let accepted = try publish(at: "2026-05-20T12:00:00Z")
        #expect(accepted.status == 0, "\(accepted.error)")
        #expect(
            accepted.output.hasPrefix(
                "EB-2026-0001 revision 2, 2026-05-20T12:00:00Z: addition, clarification\n"))
        let history = try site.run("history", "EB-2026-0001").output
        #expect(history.contains("revision 1") && history.contains("  ~ summary: We [-see-] {+saw+}"))
        #expect(try site.run("diff", "EB-2026-0001", "2").output.contains("  + corrections:"))
        #expect(try site.run("diff", "EB-2026-0001").output == "EB-2026-0001 says what was published\n")
    }

    @Test(
        "a signed site verifies, continues a kept checkpoint, and one changed letter is named with its meaning"
    )
    func verifying() throws {
        let key = site.scratch.path(of: "secret.key")
        let made = try site.run("key", "new", key)
        #expect(made.status == 0 && made.output.hasPrefix("example.org/incidents/log+"), "\(made.error)")
        #expect(
            try publish("--key", key, at: "2026-05-20T11:41:00Z").output.contains(
                "log: signed by example.org/incidents/log+"))
        #expect(try site.run("build").status == 0)
        try site.write(try site.text(of: "site/log/checkpoint"), to: "kept")
        try site.write(
            SiteOfTests.notice().replacing("severity:", with: "tags: [bridge]\nseverity:"), to: path)
        _ = try publish("--key", key, at: "2026-05-20T11:51:00Z")
        #expect(try site.run("build").status == 0)
        let verifierKey = String(made.output.dropLast())
        let good = try site.run("verify", "site", "--since", "kept", "--key", verifierKey)
        #expect(good.status == 0, "\(good.output)")
        #expect(
            good.output.contains(
                "holds: the log of size 2 continues the one of size 1 that was kept before\n"))
        let record = "site/incidents/a/record.json"
        try site.write(try site.text(of: record).replacing("We see", with: "We saw"), to: record)
        let bad = try site.run("verify")
        #expect(bad.status == 1)
        #expect(
            bad.output.hasPrefix(
                "fails: incidents/a/record.json is not what was logged as EB-2026-0001 revision 2\nmeans: "))
    }

    @Test("redacting leaves a notice, and the record must change too")
    func redacting() throws {
        _ = try publish(at: "2026-05-20T11:41:00Z")
        let run = try site.run(
            "redact", "EB-2026-0001", "1", "--reason", "a person's name", "--at", "2026-05-21T00:00:00Z")
        #expect(
            run.status == 0
                && run.output.hasPrefix("revision 1 of EB-2026-0001 is taken out: a person's name\n"))
        #expect(try !site.text(of: "history/EB-2026-0001/1.json").contains("withdrawals"))
        #expect(try site.run("check").output.contains("redacted-words"))
        #expect(
            try site.run("history", "EB-2026-0001").output.contains(
                "  taken out on 2026-05-21: a person's name"))
        #expect(try site.run("redact", "EB-2026-0001", "7", "--reason", "x").status == 1)
    }

    @Test("an unknown id, an unknown commit and a broken log are one line each with a way out")
    func refusals() throws {
        _ = try publish(at: "2026-05-20T11:41:00Z")
        let near = try site.run("history", "EB-2026-0002")
        #expect(near.status == 1)
        #expect(near.error == "error: EB-2026-0002 was never published\nhelp: did you mean EB-2026-0001?\n")
        #expect(try site.run("check", "--against", "nowhere").status == 1)
        try site.write(
            try site.text(of: "history/log.jsonl").replacing("first", with: "typo!"), to: "history/log.jsonl")
        let broken = try site.run("history")
        #expect(
            broken.status == 1
                && broken.error.hasPrefix("error: history/log.jsonl:1: this is no entry of the log"))
        #expect(try site.run("check").output.contains("broken-history"))
    }
}
