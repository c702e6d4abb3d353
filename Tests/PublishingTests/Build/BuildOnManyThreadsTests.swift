import Site
import System
import TestKit
import Testing

@testable import Publishing

@Suite("a build on many threads")
struct BuildOnManyThreadsTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write(
            "title: Site\nurl: https://site.example/\nassets:\n  - {id: app, name: App, type: application}\n",
            to: "aboveboard.yml")
        for number in 1...120 { try scratch.write(Self.record(number), to: "incidents/r\(number).yml") }
    }

    /// Its words ask for every extension of Markdown, which the system's parser keeps global tables for.
    private static func record(_ number: Int) -> String {
        let digits = String(1000 + number)
        return """
            id: ABC-2026-\(digits)
            kind: incident
            title: Withdrawal number \(number) is paused
            summary: "Paused *while* we look at ~~one~~ \(number) of them: https://a.example/\(number)"
            status: investigating
            severity: high
            disclosed: 2026-02-21T09:00:00Z
            tags: [pause, "n\(number % 7)"]
            advice: none
            assets: [{asset: app, exposure: affected}]
            updates:
              - id: u1
                at: 2026-02-21T09:00:00Z
                status: investigating
                next_update: 2026-02-21T12:00:00Z
                body: |
                  We **look** at `\(number)` ~~not yet~~ and https://b.example/\(number)_x, [here](https://c.example/\(number)).

                  | a | b |
                  | - | -: |
                  | ~~\(number)~~ | www.example.org |

                  - [x] done \(number)
                  - [ ] *open*[^1]

                  [^1]: A note of \(number).

            """
    }

    private func build(_ name: String, jobs: Int) throws -> [String: [UInt8]] {
        var options = Publisher.Options()
        options.jobs = jobs
        let project = Project(folder: scratch.path)
        let outcome = try Publisher(project, options: options).build(into: scratch.path(of: name))
        #expect(!outcome.report.hasErrors)
        #expect(outcome.recordCount == 120)
        var files: [String: [UInt8]] = [:]
        for file in try scratch.files() where file.hasPrefix(name + "/") {
            files[String(file.dropFirst(name.count + 1))] = try Disk.read(scratch.path(of: file))
        }
        return files
    }

    @Test("gives the same bytes as one on one thread")
    func sameBytes() throws {
        let alone = try build("one", jobs: 1)
        let together = try build("many", jobs: 8)
        #expect(alone.count > 600)
        #expect(alone.keys.sorted() == together.keys.sorted())
        for (path, bytes) in alone where together[path] != bytes { Issue.record("\(path) differs") }
        let page = String(decoding: alone["incidents/r7/index.html"] ?? [], as: UTF8.self)
        #expect(page.contains("<del>not yet</del>"))
        #expect(page.contains("<table>"))
    }

    @Test("tells each stage once, in the order in which they came")
    func stages() throws {
        let options = Publisher.Options()
        _ = try Publisher(Project(folder: scratch.path), options: options).build(
            into: scratch.path(of: "out"))
        let names = options.progress.stages.map(\.name)
        #expect(
            names == [
                "theme", "recall", "list", "records", "unpack", "order", "feeds and lists", "map",
                "put in place",
                "remember",
            ])
        #expect(options.progress.parts.map(\.name).sorted() == ["check", "make", "read", "write"])
        #expect(options.progress.stages.first { $0.name == "records" }?.count == 120)
        #expect(options.progress.present == nil)
    }

    @Test("makes just the kinds of files that were asked for, with the bytes that they always have")
    func chosenKinds() throws {
        let whole = try build("whole", jobs: 2)
        var options = Publisher.Options()
        options.outputs = [.pages, .feeds]
        _ = try Publisher(Project(folder: scratch.path), options: options).build(
            into: scratch.path(of: "part"))
        let part = try scratch.files().filter { $0.hasPrefix("part/") && !$0.hasSuffix("/.aboveboard-files") }
        #expect(part.contains("part/incidents/r1/index.html"))
        #expect(part.contains("part/tags/pause/atom.xml"))
        #expect(!part.contains { $0.hasSuffix("record.json") || $0.contains("feed-archive") })
        #expect(!part.contains("part/index.html"))
        for file in part {
            let bytes = try Disk.read(scratch.path(of: file))
            if whole[String(file.dropFirst(5))] != bytes { Issue.record("\(file) differs") }
        }
    }
}
