import System
import TestKit
import Testing

@Suite struct BuildCommandTests {
    let site: SiteOfTests

    init() throws {
        site = try SiteOfTests()
        try site.write(SiteOfTests.notice(), to: "incidents/2026/pause.yml")
    }

    @Test("a site is built from any folder below it, and a second build has nothing to do")
    func building() throws {
        let run = try Program.run(["build"], in: site.folder + "/incidents")
        #expect(run.status == 0, "\(run.error)\(run.output)")
        #expect(run.error.contains("built \(site.folder)/site from 1 record: "))
        #expect(run.error.hasSuffix(" written, 0 unchanged, 0 removed\n"))
        for path in ["index.html", "incidents/pause/index.html", "incidents/pause/record.json", "feed.xml"] {
            #expect(Disk.isFile(site.folder + "/site/" + path), "\(path)")
        }
        let again = try site.run("build")
        #expect(again.error.contains("built site from 1 record: 0 written, "))
    }

    @Test("errors leave the last site as it is")
    func errors() throws {
        #expect(try site.run("build").status == 0)
        let before = try Disk.read(site.folder + "/site/index.html")
        try site.write(
            SiteOfTests.notice().replacing("kind: incident", with: "kind: accident"),
            to: "incidents/2026/pause.yml")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.output.contains("accident"))
        #expect(run.error.hasSuffix("error: nothing was written, since errors were found\n"))
        #expect(try Disk.read(site.folder + "/site/index.html") == before)
    }

    @Test("another folder may be named, but not one with somebody else's files")
    func output() throws {
        #expect(try site.run("build", "--output", "../public/html", "--quiet").error == "")
        #expect(Disk.isFile(site.scratch.path(of: "public/html/index.html")))
        let refused = try site.run("build", "--output", ".")
        #expect(refused.status == 74)
        #expect(
            refused.error.hasSuffix(
                ": it holds files that aboveboard did not write; empty it, name another folder or use --force\n"
            ))
        #expect(try site.text(of: "incidents/2026/pause.yml") == SiteOfTests.notice())
    }

    @Test("a folder that cannot be made is one line with its path and cause, and status 74")
    func failing() throws {
        try site.write("", to: "file")
        let run = try site.run("build", "--output", "file/site", "--quiet")
        #expect(run.status == 74)
        #expect(run.error.hasPrefix("error: cannot "))
        #expect(run.error.contains("file"))
        #expect(run.error.split(separator: "\n").count == 1)
    }

    @Test("drafts are published only when asked for")
    func drafts() throws {
        try site.write(
            SiteOfTests.notice().replacing("kind:", with: "draft: true\nkind:"),
            to: "incidents/2026/pause.yml")
        #expect(try site.run("build").error.contains("from 0 records"))
        #expect(!Disk.exists(site.folder + "/site/incidents/pause"))
        #expect(try site.run("build", "--drafts", "--output", "preview").error.contains("from 1 record"))
    }

    @Test("a build that is killed at any moment leaves a whole site, and the next one finishes it")
    func killed() throws {
        for number in 0..<40 {
            try site.write(
                SiteOfTests.notice(id: "EB-2026-\(1000 + number)"), to: "incidents/2026/notice-\(number).yml")
        }
        try Disk.remove(site.folder + "/incidents/2026/pause.yml")
        #expect(try site.run("build").status == 0)
        // Each round changes every page, and is killed a little later than the one before.
        for round in 0..<12 {
            for number in 0..<40 {
                try site.write(
                    SiteOfTests.notice(id: "EB-2026-\(1000 + number)").replacing(
                        "Withdrawals", with: "Round \(round) withdrawals"),
                    to: "incidents/2026/notice-\(number).yml")
            }
            let child = try ChildProcess(
                Program.path, ["build"], environment: [], folder: site.folder,
                output: site.scratch.path(of: "out"),
                error: site.scratch.path(of: "err"))
            var spins = 0
            let commitStarts = round % 3 == 2
            // Killed either after a number of turns of this loop, or as soon as the journal shows that it commits.
            while spins < (commitStarts ? 2_000_000 : round * 40),
                !Disk.exists(site.folder + "/.aboveboard/site.journal")
            {
                spins += 1
            }
            child.kill()
            _ = child.wait()
            let files = try Disk.files(under: site.folder + "/site")
            #expect(files.contains("index.html"))
            for number in 0..<40 {
                let page = try site.text(of: "site/incidents/notice-\(number)/index.html")
                #expect(
                    page.hasSuffix("</html>\n") || page.hasSuffix("</html>"),
                    "page \(number) of round \(round)")
            }
        }
        #expect(try site.run("build").status == 0)
        let clean = try site.run("build", "--output", "clean")
        #expect(clean.status == 0)
        let files = try Disk.files(under: site.folder + "/clean")
        #expect(try Disk.files(under: site.folder + "/site") == files)
        for file in files {
            #expect(try site.text(of: "site/" + file) == site.text(of: "clean/" + file), "\(file)")
        }
        // Nothing is left but what the next build may be spared.
        let left = try Disk.names(in: site.folder + "/.aboveboard")
        #expect(left.allSatisfy { $0.hasPrefix("build-") }, "\(left)")
    }

    @Test("two builds at once take turns and leave one whole site")
    func together() throws {
        let children = try (0..<3).map { number in
            try ChildProcess(
                Program.path, ["build"], environment: [], folder: site.folder,
                output: site.scratch.path(of: "out\(number)"), error: site.scratch.path(of: "err\(number)"))
        }
        for child in children { #expect(child.wait() == .exited(0)) }
        #expect(try site.run("build").error.contains(": 0 written, "))
    }
}
