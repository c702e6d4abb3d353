import Syntax
import System
import TestKit
import Testing

@Suite struct DueCommandTests {
    let site: SiteOfTests

    init() throws {
        site = try SiteOfTests()
        try site.write(SiteOfTests.notice() + Self.measures, to: "incidents/notice.yml")
    }

    private static let measures = """
        mitigations:
          - id: keys
            action: Make new keys
            status: planned
            owner: operations
            due: 2026-05-28
            moved: [{at: 2026-05-24, from: 2026-05-25, to: 2026-05-28, why: The parts came late.}]
          - {id: audit, action: Ask for an audit, status: in_progress, due: 2026-08}
          - {id: pause, action: Pause the bridge, status: done, owner: operations, due: 2026-05-20, done: 2026-05-20}

        """

    @Test("what is overdue comes with its owner and sets the status; what is due later is not listed")
    func overdue() throws {
        let run = try site.run("due", "--as-of", "2026-05-27T00:00:00Z")
        #expect(run.status == 1)
        #expect(
            run.output == """
                overdue 2026-05-20T13:00:00Z  EB-2026-0001  next word: Withdrawals are paused
                    owner: Example Bridge
                    https://example.org/incidents/incidents/notice/#update-u1
                due 2026-05-28  EB-2026-0001  Make new keys
                    owner: operations
                    moved: once
                    https://example.org/incidents/incidents/notice/#measure-keys

                """)
        #expect(run.error == "1 overdue, 1 due as of 2026-05-27T00:00:00Z\n")
    }

    @Test("a day is kept until its end, and a month until its last day")
    func periods() throws {
        #expect(try site.run("due", "--as-of", "2026-05-20T12:59:59Z").status == 0)
        let kept = try site.run("due", "--as-of", "2026-08-31T23:59:59Z")
        #expect(
            kept.output.contains("due 2026-08  EB-2026-0001  Ask for an audit\n    owner: nobody is named"))
        #expect(kept.output.contains("overdue 2026-05-28 "))
        #expect(try site.run("due", "--as-of", "2026-09-01").output.contains("overdue 2026-08 "))
    }

    @Test("a longer time lists more, and nothing that was kept")
    func within() throws {
        let run = try site.run("due", "--as-of", "2026-05-20T12:00:00Z", "--within", "20w")
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("due ") } == 3)
        #expect(!run.output.contains("Pause the bridge"))
        #expect(try site.run("due", "--within", "soon").status == 64)
    }

    @Test("programs get the same as JSON")
    func json() throws {
        let run = try site.run("due", "--as-of", "2026-05-29", "--format", "json")
        #expect(run.status == 1)
        let promises = try #require(JSONReader.read(Array(run.output.utf8))["promises"]?.array)
        #expect(promises.map { $0["kind"]?.string } == ["next_word", "commitment"])
        #expect(promises[1]["owner"]?.string == "operations")
        #expect(promises[1]["state"]?.string == "overdue")
        #expect(promises[1]["moved"]?.integer == 1)
    }
}
