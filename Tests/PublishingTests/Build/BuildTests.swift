import Publishing
import System
import Testing

@Suite("Building a site")
struct BuildTests {
    /// A small site in a scratch folder, which is removed afterwards.
    private func withSite(_ files: [(String, String)], _ body: (Project) throws -> Void) throws {
        let folder = try Disk.makeScratchFolder(in: "/tmp", prefix: "aboveboard-build")
        defer { try? Disk.removeTree(folder) }
        for (name, text) in files {
            let path = Disk.join(folder, name)
            try Disk.makeFolder(Disk.split(path).folder)
            try Disk.write(Array(text.utf8), to: path)
        }
        try body(Project(folder: folder))
    }

    private let configuration = """
        title: Example disclosures
        url: https://disclosures.example.org/
        assets: [{id: bridge, name: The bridge, type: service}]
        """

    private func notice(_ title: String, slug: String = "bridge") -> String {
        """
        id: EXA-2026-0001
        kind: incident
        title: \(title)
        slug: \(slug)
        status: investigating
        severity: high
        disclosed: 2026-03-01T09:40:00Z
        summary: Since 09:12 UTC transfers leave the bridge that we did not make.
        advice: [{dont: Deposit to the bridge, urgency: now}]
        assets: [{asset: bridge, exposure: affected, status: major_outage}]
        updates:
          - id: u1
            at: 2026-03-01T09:40:00Z
            status: investigating
            body: We are looking into it.
            next_update: 2026-03-01T11:00:00Z
        """
    }

    @Test("a record becomes a page with its canonical JSON beside it")
    func buildsAPage() throws {
        try withSite([("aboveboard.yml", configuration), ("incidents/bridge.yml", notice("Bridge paused"))]) {
            project in
            let outcome = try Publisher(project).build(into: project.outputFolder)
            #expect(outcome.report.sorted.filter { $0.severity != .note }.map(\.message) == [])
            #expect(outcome.recordCount == 1)
            let page = String(
                decoding: try Disk.read(project.path("site/incidents/bridge/index.html")), as: UTF8.self)
            #expect(page.contains("Bridge paused"))
            let json = String(
                decoding: try Disk.read(project.path("site/incidents/bridge/record.json")), as: UTF8.self)
            #expect(
                json.hasPrefix(#"{"advice":[{"dont":"Deposit to the bridge","urgency":"now"}],"assets":"#))
        }
    }

    @Test("one thread and many write the same bytes")
    func threadsAgree() throws {
        let records = (1...40).map { number in
            (
                "incidents/r\(number).yml",
                notice("Bridge ~~paused~~ number \(number) https://example.org/\(number)", slug: "r\(number)")
                    .replacing("EXA-2026-0001", with: "EXA-2026-\(1000 + number)")
            )
        }
        try withSite([("aboveboard.yml", configuration)] + records) { project in
            var options = Publisher.Options()
            options.jobs = 1
            _ = try Publisher(project, options: options).build(into: project.path("one"))
            options.jobs = 8
            _ = try Publisher(project, options: options).build(into: project.path("many"))
            let names = try Disk.files(under: project.path("one"))
            #expect(names == (try Disk.files(under: project.path("many"))))
            for name in names {
                #expect(try Disk.read(project.path("one/" + name)) == Disk.read(project.path("many/" + name)))
            }
        }
    }

    @Test("a record with an error leaves the last good site as it was")
    func errorsLeaveTheSite() throws {
        try withSite([("aboveboard.yml", configuration), ("incidents/bridge.yml", notice("Bridge paused"))]) {
            project in
            _ = try Publisher(project).build(into: project.outputFolder)
            let before = try Disk.read(project.path("site/incidents/bridge/index.html"))
            try Disk.write(
                Array((notice("Bridge open") + "\nlosess: none\n").utf8),
                to: project.path("incidents/bridge.yml"))
            let outcome = try Publisher(project).build(into: project.outputFolder)
            #expect(outcome.report.hasErrors)
            #expect(outcome.summary == nil)
            #expect(try Disk.read(project.path("site/incidents/bridge/index.html")) == before)
        }
    }

    @Test("drafts and records under embargo are published only when asked for")
    func embargo() throws {
        let draft = notice("Draft", slug: "draft").replacing(
            "kind: incident", with: "kind: incident\ndraft: true")
        let later = notice("Later", slug: "later").replacing("0001", with: "0002")
            .replacing("kind: incident", with: "kind: incident\nembargo: 2026-04-01")
        try withSite([
            ("aboveboard.yml", configuration), ("incidents/draft.yml", draft), ("incidents/later.yml", later),
        ]) { project in
            var options = Publisher.Options()
            #expect(
                try Publisher(project, options: options).build(into: project.outputFolder).recordCount == 0)
            options.asOf = try #require(AsOf("2026-04-01T00:00:00Z"))
            #expect(
                try Publisher(project, options: options).build(into: project.outputFolder).recordCount == 1)
            options.includesUnpublished = true
            #expect(
                try Publisher(project, options: options).build(into: project.outputFolder).recordCount == 2)
        }
    }
}
