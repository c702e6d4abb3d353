import Diagnostics
import Site
import System
import TestKit
import Testing

@testable import Publishing

@Suite("rounds in which a build works on its records")
struct BuildRoundsTests {
    private func record(_ number: Int, on day: String, naming other: Int? = nil) -> String {
        let related = other.map { "related: [ABC-2026-\($0)]\n" } ?? ""
        return """
            id: ABC-2026-\(number)
            kind: incident
            title: Withdrawals are paused
            summary: Halted while we look at them
            status: investigating
            severity: high
            disclosed: \(day)T09:00:00Z
            advice: none
            assets: [{asset: app, exposure: affected}]
            \(related)updates:
              - {id: u1, at: \(day)T10:00:00Z, status: investigating, next_update: unknown, body: "We look at it."}

            """
    }

    /// How many records each round of a clean build worked on, and what came of it.
    private func build(_ records: [String]) throws -> (rounds: [Int], outcome: Publisher.BuildOutcome) {
        let scratch = try ScratchFolder()
        try scratch.write(
            "title: Site\nurl: https://site.example/\nassets:\n  - {id: app, name: App, type: application}\n",
            to: "aboveboard.yml")
        for (number, text) in records.enumerated() {
            try scratch.write(text, to: "incidents/r\(number).yml")
        }
        var options = Publisher.Options()
        options.progress = BuildProgress()
        let outcome = try Publisher(Project(folder: scratch.path), options: options).build(
            into: scratch.path(of: "site"))
        return (options.progress.stages.filter { $0.name == "records" }.map(\.count), outcome)
    }

    @Test("one is enough where no record names another and the last one is the newest")
    func once() throws {
        let (rounds, outcome) = try build([
            record(1001, on: "2026-02-01"), record(1002, on: "2026-02-02"), record(1003, on: "2026-02-03"),
        ])
        #expect(rounds == [3])
        #expect(outcome.recordCount == 3)
    }

    @Test("records that name others are judged and made in the second")
    func named() throws {
        let (rounds, outcome) = try build([
            record(1001, on: "2026-02-01", naming: 1002), record(1002, on: "2026-02-02", naming: 1001),
            record(1003, on: "2026-02-03"),
        ])
        #expect(rounds == [3, 2])
        #expect(outcome.recordCount == 3)
        #expect(!outcome.report.hasErrors)
    }

    @Test("a name of no record of the site is found though nothing was known when the record was first read")
    func missing() throws {
        let (_, outcome) = try build([
            record(1001, on: "2026-02-01", naming: 1004), record(1002, on: "2026-02-02"),
        ])
        #expect(outcome.report.diagnostics.filter { $0.severity == .error }.map(\.code) == ["unknown-record"])
        #expect(outcome.summary == nil)
    }

    @Test("what lies ahead of a moment that was guessed too early is no mistake in the end")
    func guessedTooEarly() throws {
        let (rounds, outcome) = try build([
            record(1001, on: "2026-06-01"), record(1002, on: "2026-02-02"), record(1003, on: "2026-02-03"),
        ])
        #expect(rounds.count > 1)
        #expect(!outcome.report.hasErrors)
        #expect(outcome.recordCount == 3)
    }

    @Test("two records with one address are told of, each beside the other, and no site is made")
    func twins() throws {
        let twin = record(1002, on: "2026-02-02") + "slug: r0\n"
        let (_, outcome) = try build([record(1001, on: "2026-02-01"), twin])
        let finding = try #require(outcome.report.diagnostics.first { $0.code == "duplicate-slug" })
        #expect(finding.primary.span.file.path == "incidents/r1.yml")
        #expect(finding.secondary.map(\.span.file.path) == ["incidents/r0.yml"])
        #expect(outcome.summary == nil)
    }

    @Test(
        "a site that allows records to share an address is not built with one of them missing, nor over the other"
    )
    func allowedTwins() throws {
        let scratch = try ScratchFolder()
        try scratch.write(
            """
            title: Site
            url: https://site.example/
            check: {allow: [duplicate-slug]}
            assets:
              - {id: app, name: App, type: application}

            """, to: "aboveboard.yml")
        let other = record(1002, on: "2026-02-02")
        try scratch.write(record(1001, on: "2026-02-01"), to: "incidents/r0.yml")
        try scratch.write(other, to: "incidents/r1.yml")
        func build(isClean: Bool) throws -> Publisher.BuildOutcome {
            try Publisher(Project(folder: scratch.path)).build(
                into: scratch.path(of: "site"), isClean: isClean)
        }
        #expect(try build(isClean: true).recordCount == 2)
        let page = try scratch.text(of: "site/incidents/r0/index.html")
        try scratch.write(other + "slug: r0\n", to: "incidents/r1.yml")
        for isClean in [false, true] {
            #expect(throws: FileFailure.self) { try build(isClean: isClean) }
            #expect(try scratch.text(of: "site/incidents/r0/index.html") == page)
        }
    }
}
