import Incidents
import Publishing
import System
import Testing

@Suite("against git's past")
struct GitTests {
    private static func record(
        _ id: String, title: String = "Bridge paused", body: String = "We look into it."
    ) -> String {
        """
        id: \(id)
        kind: incident
        title: \(title)
        status: investigating
        severity: high
        disclosed: 2026-02-21
        summary: Somebody moved tokens out of the bridge.
        advice: none
        assets: [{asset: bridge, exposure: affected}]
        updates:
          - id: u1
            at: 2026-02-21T12:00:00Z
            status: investigating
            body: \(body)
            next_update: none

        """
    }

    private func git(_ scratch: ScratchProject, _ arguments: [String], day: Int = 1) throws {
        let date = "2026-03-0\(day)T12:00:00Z"
        let settings = [
            "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main",
            "-c", "commit.gpgsign=false",
        ]
        let child = try ChildProcess(
            "git", settings + arguments,
            environment: [
                ("PATH", Environment.value(of: "PATH") ?? "/usr/bin:/bin"), ("GIT_COMMITTER_DATE", date),
                ("GIT_AUTHOR_DATE", date), ("HOME", scratch.project.folder),
            ], folder: scratch.project.folder, output: "/dev/null", error: "/dev/null")
        try #require(child.wait() == .exited(0), "git \(arguments)")
    }

    private func commit(_ scratch: ScratchProject, day: Int) throws {
        try git(scratch, ["add", "-A"])
        try git(scratch, ["commit", "-q", "-m", "day \(day)"], day: day)
    }

    /// Two records over three days; the second came on the second day.
    private func repository() throws -> ScratchProject {
        let scratch = try ScratchProject()
        try scratch.write(
            "title: Example\nurl: https://example.org/\nassets: [{id: bridge, name: Bridge, type: contract}]\n",
            at: "aboveboard.yml")
        try git(scratch, ["init", "-q"])
        try scratch.write(Self.record("ABC-2026-0001"), at: "incidents/one.yml")
        try commit(scratch, day: 1)
        try scratch.write(Self.record("ABC-2026-0001", title: "Bridge halted"), at: "incidents/one.yml")
        try scratch.write(Self.record("ABC-2026-0002"), at: "incidents/zwei ü.yml")
        try commit(scratch, day: 2)
        try scratch.write(
            "# a comment\n" + Self.record("ABC-2026-0001", title: "Bridge halted"), at: "incidents/one.yml")
        try commit(scratch, day: 3)
        return scratch
    }

    @Test("a silent edit and a record that vanished are found against a commit, and nothing else is")
    func against() throws {
        let scratch = try repository()
        let publisher = Publisher(scratch.project)
        func codes(_ reference: String) throws -> [String] {
            try publisher.check(against: reference).report.sorted.filter { $0.severity == .error }.map(\.code)
        }
        #expect(try codes("HEAD") == [])
        #expect(try codes("HEAD~2") == ["silent-edit"])
        try scratch.write(
            Self.record("ABC-2026-0001", title: "Bridge halted", body: "All is well."),
            at: "incidents/one.yml")
        try Disk.remove(scratch.project.path("incidents/zwei ü.yml"))
        #expect(try codes("HEAD") == ["vanished-record", "silent-edit"])
        #expect(throws: PublicationFailure.self) { try codes("no-such-branch") }
        #expect(throws: PublicationFailure.self) { try codes("--all") }
    }

    @Test("adopting begins the log with each state that git remembers, at its commit's time")
    func adopting() throws {
        let scratch = try repository()
        let publication = Publication(
            Publisher(scratch.project), at: try Moment(parsing: "2026-03-09T00:00:00Z"))
        let outcome = try publication.adopt()
        #expect(outcome.report.sorted.filter { $0.severity == .error }.isEmpty)
        #expect(
            outcome.added.map { "\($0.id) \($0.number) \($0.at.date.text) \($0.changes.map(\.rawValue))" }
                == [
                    "ABC-2026-0001 1 2026-03-01 [\"first\", \"adopted\"]",
                    "ABC-2026-0001 2 2026-03-02 [\"adopted\"]",
                    "ABC-2026-0002 1 2026-03-02 [\"first\", \"adopted\"]",
                ])
        let history = try scratch.whole()
        #expect(history.size == 3)
        let first = try #require(history.revisions(of: "ABC-2026-0001").first).revision
        #expect(try scratch.history.content(of: first, in: history) != nil)
        #expect(throws: PublicationFailure.self) { try publication.adopt() }
    }

    @Test("outside of a repository the words of git are passed on")
    func noRepository() throws {
        let scratch = try ScratchProject()
        try scratch.write("title: Example\nurl: https://example.org/\n", at: "aboveboard.yml")
        #expect(throws: PublicationFailure.self) { try Publisher(scratch.project).check(against: "HEAD") }
    }
}
