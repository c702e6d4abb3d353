import Incidents
import Site
import System
import TestKit
import Testing

@testable import Publishing

@Suite("a build whose only feeds are the newest words")
struct NewestWordsTests {
    private static let outputs: SiteOutputs = [.pages, .lists, .feeds]

    /// Twelve records of eleven words each; every sixth has a tag that no other has.
    private func site() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write(
            """
            title: Site
            url: https://site.example/
            assets:
              - {id: app, name: App, type: application}

            """, to: "aboveboard.yml")
        for number in 1...12 { try scratch.write(record(number), to: path(number)) }
        return scratch
    }

    private func path(_ number: Int) -> String { "incidents/r\(number + 10).yml" }

    private func record(_ number: Int, title: String = "Withdrawals are paused") -> String {
        let day = "2026-02-\(number + 10)"
        let updates = (10...19).map {
            "  - {id: u\($0), at: \(day)T\($0):00:00Z, status: investigating, next_update: unknown, body: \"Word \($0) of it.\"}\n"
        }
        return """
            id: ABC-2026-\(1000 + number)
            kind: incident
            title: \(title)
            summary: Halted while we look at them
            status: investigating
            severity: high
            disclosed: \(day)T09:00:00Z
            \(number % 6 == 0 ? "tags: [sixth]" : "voice: own")
            advice: none
            assets: [{asset: app, exposure: affected}]
            updates:
            \(updates.joined())
            """
    }

    /// How many records each round worked on.
    private func build(
        _ scratch: ScratchFolder, _ outputs: SiteOutputs, into folder: String, isClean: Bool = false
    )
        throws -> [Int]
    {
        var options = Publisher.Options()
        options.outputs = outputs
        options.progress = BuildProgress()
        options.jobs = 1
        let outcome = try Publisher(Project(folder: scratch.path), options: options).build(
            into: scratch.path(of: folder), isClean: isClean)
        #expect(outcome.summary != nil)
        return options.progress.stages.filter { $0.name == "records" }.map(\.count)
    }

    private func expectSame(_ scratch: ScratchFolder, _ folder: String, as other: String) throws {
        for file in try Disk.files(under: scratch.path(of: folder)) {
            let isSame = try scratch.text(of: "\(folder)/\(file)") == scratch.text(of: "\(other)/\(file)")
            #expect(isSame, "\(file)")
        }
    }

    /// How many bytes of items a build made.
    private func told(_ scratch: ScratchFolder) throws -> Int {
        let folder = scratch.path(of: ".aboveboard")
        return try Disk.names(in: folder).filter { $0.hasSuffix(".words") }
            .reduce(0) { try $0 + Disk.read(Disk.join(folder, $1)).count }
    }

    @Test("shows the words that a build of everything shows, and tells no others")
    func tellsNewest() throws {
        let (few, all) = (try site(), try site())
        #expect(try build(few, Self.outputs, into: "site") == [12])
        #expect(try build(all, [Self.outputs, .archives], into: "site") == [12])
        for name in ["feed.xml", "atom.xml", "feed.json", "tags/sixth/atom.xml", "tags/sixth/feed.json"] {
            #expect(try few.text(of: "site/" + name) == all.text(of: "site/" + name), "\(name)")
        }
        #expect(try told(few) < told(all) * 3 / 4)
    }

    @Test("tells what becomes one of the newest words when a newer record goes")
    func tellsLater() throws {
        let scratch = try site()
        #expect(try build(scratch, Self.outputs, into: "site") == [12])
        for number in [8, 9, 10, 11, 12] { try Disk.remove(scratch.path(of: path(number))) }
        let rounds = try build(scratch, Self.outputs, into: "site")
        // Records that were written just before the first build are read again before others are told.
        #expect((1...2).contains(rounds.count))
        #expect(rounds.allSatisfy { $0 <= 7 })
        _ = try build(scratch, Self.outputs, into: "clean", isClean: true)
        try expectSame(scratch, "clean", as: "site")
    }

    @Test("is the same where the newest record's path comes first")
    func otherOrder() throws {
        let (scratch, other) = (try site(), try site())
        for number in 1...12 {
            try Disk.remove(other.path(of: path(number)))
            try other.write(
                "slug: r\(number + 10)\n" + record(number), to: "incidents/x\(40 - number).yml")
        }
        _ = try build(scratch, Self.outputs, into: "site")
        _ = try build(other, Self.outputs, into: "site")
        for name in ["feed.xml", "atom.xml", "feed.json", "tags/sixth/feed.xml"] {
            #expect(try scratch.text(of: "site/" + name) == other.text(of: "site/" + name), "\(name)")
        }
    }
}
