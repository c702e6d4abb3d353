import System
import TestKit
import Testing

@Suite struct CheckCommandTests {
    let site: SiteOfTests

    init() throws { site = try SiteOfTests() }

    private let broken = SiteOfTests.notice().replacing("severity:", with: "sevrity:")

    @Test("errors are framed on standard output and counted on standard error, with status 1")
    func framed() throws {
        try site.write(broken, to: "incidents/2026/a.yml")
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(
            run.output.contains("\n --> incidents/2026/a.yml:6:1\n  |\n6 | sevrity: unknown\n  | ^^^^^^^"))
        #expect(run.error.hasPrefix("checked 1 record: "))
        #expect(!run.output.contains("\u{1B}"))
        #expect(try site.run("check", "--color", "always").output.contains("\u{1B}[1;31m"))
    }

    @Test("a document format has standard output for itself", arguments: ["json", "sarif", "rdjson"])
    func documents(format: String) throws {
        try site.write(broken, to: "incidents/2026/a.yml")
        let run = try site.run("check", "--format", format)
        #expect(run.status == 1)
        #expect(run.error == "")
        let first = run.output.first
        #expect(first == "[" || first == "{")
    }

    @Test("named records alone are told, from any folder of the site")
    func paths() throws {
        try site.write(broken, to: "incidents/2026/a.yml")
        try site.write(SiteOfTests.notice(id: "EB-2026-0002"), to: "incidents/2026/b.yml")
        let run = try Program.run(["check", "b.yml"], in: site.folder + "/incidents/2026")
        #expect(run.status == 0)
        #expect(run.error.hasPrefix("checked 1 record: "))
        #expect(try Program.run(["check", "a.yml"], in: site.folder + "/incidents/2026").status == 1)
    }

    @Test("warnings set the status under --strict alone, and quiet leaves out notes and the summary")
    func weights() throws {
        try site.write(
            SiteOfTests.notice().replacing("advice:", with: "tags: [bridge, bridge]\nadvice:"),
            to: "incidents/2026/a.yml")
        let plain = try site.run("check", "--format", "concise")
        #expect(plain.status == 0)
        #expect(plain.output.contains(" warning["), "\(plain.output)")
        #expect(try site.run("check", "--strict").status == 1)
        let quiet = try site.run("check", "--quiet", "--format", "concise")
        #expect(!quiet.output.contains(" note["))
        #expect(quiet.error == "")
    }

    @Test("safe fixes are applied, told on standard error, and leave comments and layout as they are")
    func fixing() throws {
        let text = SiteOfTests.notice().replacing(
            "advice: unknown",
            with: """
                losses:   # counted by hand
                  - {token: ETH, amount: 1234567890.123456789, class: stolen}
                advice: unknown
                """)
        try site.write(text, to: "incidents/2026/a.yml")
        try site.write(
            try site.text(of: "aboveboard.yml") + "tokens:\n  - id: ETH\n", to: "aboveboard.yml")
        let run = try site.run("check", "--fix", "--format", "json")
        #expect(run.error.hasPrefix("fixed incidents/2026/a.yml:10: "), "\(run.error)\(run.output)")
        #expect(
            try site.text(of: "incidents/2026/a.yml")
                == text.replacing("1234567890.123456789", with: "\"1234567890.123456789\""))
        #expect(try site.run("check", "--fix", "--format", "json").error == "")
    }

    @Test("what a draft tells is no future although nothing that new is published")
    func drafts() throws {
        try site.write(SiteOfTests.notice(), to: "incidents/2026/a.yml")
        let draft = SiteOfTests.notice(id: "EB-2026-0002").replacing("2026-05-20", with: "2026-07-01")
            .replacing(
                "advice: unknown",
                with:
                    "draft: true\ntimeline:\n  - {at: 2026-07-01T10:00:00Z, text: An alert.}\nadvice: unknown"
            )
        try site.write(draft, to: "incidents/2026/b.yml")
        let run = try site.run("check", "--quiet", "--format", "concise")
        #expect(run.status == 0)
        #expect(!run.output.contains("future-moment"))
        #expect(try site.run("check", "--quiet", "--as-of", "2026-06-01").status == 1)
    }

    @Test("a year that is typed far ahead is no \"now\" of its own, by the clock or by what fixes it")
    func farAhead() throws {
        let timeline = "timeline:\n  - {at: 2999-05-20T10:00:00Z, text: An alert.}\n"
        try site.write(SiteOfTests.notice() + timeline, to: "incidents/2026/a.yml")
        func check(_ arguments: String..., since epoch: String? = nil) throws -> CommandRun {
            try Program.run(
                ["check", "--quiet", "--format", "concise"] + arguments, in: site.folder,
                environment: epoch.map { [("SOURCE_DATE_EPOCH", $0)] } ?? [])
        }
        let run = try check()
        #expect(run.status == 1)
        #expect(run.output.contains("error[future-moment]: 2999-05-20T10:00:00Z lies in the future of 2"))
        #expect(try check("--as-of", "2999-12-31").status == 0)
        #expect(try check(since: "32503680000").status == 0)
        // What is published asks no clock: to a build it is the newest moment.
        #expect(try site.run("build", "--quiet").status == 0)
    }

    @Test("a file that cannot be read is one line with its path and cause, and status 74")
    func unreadable() throws {
        try Disk.makeFolder(site.folder + "/incidents/2026")
        let run = try site.run("check", "nothing.yml")
        #expect(run.status == 74)
        #expect(run.error == "error: cannot find nothing.yml: No such file or directory\n")
        try Disk.remove(site.folder + "/aboveboard.yml")
        try Disk.makeFolder(site.folder + "/aboveboard.yml")
        #expect(try site.run("check").status == 64)
    }
}
