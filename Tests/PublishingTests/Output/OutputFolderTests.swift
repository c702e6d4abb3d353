import Publishing
import Site
import System
import TestKit
import Testing

@Suite struct OutputFolderTests: OutputWriting {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("a new site stands with all its files and its list, and nothing is left beside it")
    func newSite() throws {
        #expect(try build(first) == OutputSummary(written: 3, unchanged: 0, removed: 0))
        #expect(try standing() == first)
        #expect(
            try scratch.files() == [
                "site/.aboveboard-files", "site/feed.xml", "site/incidents/a/index.html", "site/index.html",
            ])
        #expect(
            try scratch.text(of: "site/.aboveboard-files")
                == "# Written by aboveboard: the files of this site, so that a build can remove its own.\n"
                + "feed.xml\nincidents/a/index.html\nindex.html\n")
        #expect(!scratch.has(".aboveboard"))
    }

    @Test(
        "the next build writes what changed, leaves what did not and removes what is gone with its empty folders"
    )
    func nextBuild() throws {
        try build(first)
        let untouched = try Disk.stamp(of: site + "/incidents/a/index.html")
        let summary = try build([
            "index.html": "list 2", "incidents/a/index.html": "page a", "incidents/b/index.html": "page b",
        ])
        #expect(summary == OutputSummary(written: 2, unchanged: 1, removed: 1))
        #expect(try Disk.stamp(of: site + "/incidents/a/index.html") == untouched)
        try build(second)
        #expect(try standing() == second)
        #expect(!scratch.has("site/incidents/a"))
        #expect(!scratch.has(".aboveboard"))
    }

    @Test("a build with nothing to do touches nothing, not even the list")
    func nothingToDo() throws {
        try build(first)
        let before = try ["index.html", ".aboveboard-files"].map { try Disk.stamp(of: site + "/" + $0) }
        #expect(try build(first) == OutputSummary(written: 0, unchanged: 3, removed: 0))
        #expect(
            try ["index.html", ".aboveboard-files"].map { try Disk.stamp(of: site + "/" + $0) } == before)
    }

    @Test("a folder with somebody else's files is refused, and with force its files stay")
    func foreignFolder() throws {
        try scratch.write("precious", to: "site/thesis.txt")
        try scratch.write("old", to: "site/index.html")
        let refused = failure { try build(first) }
        #expect(
            refused?.message
                == "cannot write to \(site): it holds files that aboveboard did not write; empty it, name another folder or use --force"
        )
        #expect(!scratch.has(".aboveboard"))
        try build(first, isForced: true)
        try build(second)
        #expect(try standing() == second.merging(["thesis.txt": "precious"]) { $1 })
    }

    @Test("a folder with hidden files alone counts as empty, as a branch of git's does")
    func hiddenFiles() throws {
        try scratch.write("gitdir: elsewhere", to: "site/.git")
        try build(first)
        #expect(try scratch.text(of: "site/.git") == "gitdir: elsewhere")
    }

    @Test(
        "a file of somebody else's among ours is never overwritten and stops the build before it changes anything"
    )
    func foreignFile() throws {
        try build(first)
        try scratch.write("mine", to: "site/incidents/b/index.html")
        let refused = failure { try build(second) }
        #expect(refused?.reason == .foreign)
        #expect(refused?.path == site + "/incidents/b/index.html")
        #expect(try standing() == first.merging(["incidents/b/index.html": "mine"]) { $1 })
    }

    @Test("a link anywhere in the way is refused and what it leads to is not touched")
    func links() throws {
        try scratch.write("precious", to: "outside/index.html")
        try build(first)
        try Disk.symbolicLink(at: site + "/incidents/b", to: "../../outside")
        let folder = failure { try build(second) }
        #expect(folder?.message == "cannot write \(site)/incidents/b: a symbolic link stands in the way")
        try Disk.remove(site + "/incidents/b")
        try Disk.remove(site + "/index.html")
        try Disk.symbolicLink(at: site + "/index.html", to: "../outside/index.html")
        let file = failure { try build(second) }
        #expect(file?.message == "cannot write \(site)/index.html: a symbolic link stands there")
        try Disk.removeTree(site)
        try Disk.symbolicLink(at: site, to: "outside")
        let whole = failure { try build(second, isForced: true) }
        #expect(
            whole?.message
                == "cannot write to \(site): it is a symbolic link; name the folder that it leads to")
        #expect(try scratch.text(of: "outside/index.html") == "precious")
        #expect(try Disk.names(in: scratch.path(of: "outside")) == ["index.html"])
    }

    @Test("a link in the place of the work folder is refused too")
    func linkedWorkFolder() throws {
        try Disk.makeFolder(scratch.path(of: "outside"))
        try Disk.symbolicLink(at: scratch.path(of: ".aboveboard"), to: "outside")
        #expect(failure { try build(first) }?.reason == .link)
        #expect(try Disk.names(in: scratch.path(of: "outside")) == [])
    }

    @Test("a page may become a folder and a folder a page")
    func shapes() throws {
        try build(["a": "file", "b/c/d": "deep", "b/e": "shallow", "index.html": "1"])
        let turned = ["a/x": "deeper", "b": "file", "index.html": "2"]
        try build(turned)
        #expect(try standing() == turned)
        try scratch.write("mine", to: "site/a/mine.txt")
        #expect(failure { try build(["a": "file", "b": "file", "index.html": "2"]) }?.reason == .foreign)
        #expect(try scratch.text(of: "site/a/x") == "deeper")
    }

    @Test(
        "two files of one path, a file below another and the list's own name are refused before anything changes"
    )
    func clashes() throws {
        try build(first)
        let folder = try OutputFolder(site)
        try folder.stage(artifact("p", "1"))
        #expect(
            failure { try folder.stage(artifact("p", "1")) }?.cause
                == "two files of this build have the same path")
        #expect(failure { try folder.stage(artifact(".aboveboard-files", "x")) } != nil)
        try folder.stage(artifact("p/q", "1"))
        #expect(failure { try folder.commit() }?.path == site + "/p/q")
        #expect(try standing() == first)
    }

    @Test("what a cache keeps stays, as long as the last build wrote it")
    func keeping() throws {
        try build(first)
        let folder = try OutputFolder(site)
        let page = try #require(OutputPath("incidents/a/index.html"))
        let nothing = try #require(OutputPath("nothing"))
        #expect(folder.stamp(of: page)?.size == 6)
        #expect(folder.stamp(of: nothing) == nil)
        folder.keep(page)
        try folder.stage(artifact("index.html", "list 2"))
        #expect(try folder.commit() == OutputSummary(written: 1, unchanged: 1, removed: 1))
        #expect(try standing() == ["index.html": "list 2", "incidents/a/index.html": "page a"])
    }

    @Test("a build that names only what changes keeps the rest, and drops what it does not make again")
    func partial() throws {
        try build(first)
        let page = try #require(OutputPath("incidents/a/index.html"))
        let list = try #require(OutputPath("index.html"))
        func rebuild(_ replaced: OutputPath, _ path: String, _ text: String) throws -> OutputSummary {
            let folder = try OutputFolder(site)
            folder.goOn(from: first.count)
            folder.replace([replaced])
            try folder.stage(artifact(path, text))
            return try folder.commit()
        }
        var expected = first
        expected["index.html"] = "list 2"
        let changed = try rebuild(list, "index.html", "list 2")
        #expect(changed == OutputSummary(written: 1, unchanged: first.count - 1, removed: 0))
        #expect(try standing() == expected)
        expected["incidents/a/index.html"] = nil
        expected["incidents/b/index.html"] = "page b"
        let moved = try rebuild(page, "incidents/b/index.html", "page b")
        #expect(moved == OutputSummary(written: 1, unchanged: first.count - 1, removed: 1))
        #expect(try standing() == expected)
    }

    @Test("files that were staged and taken back leave no trace")
    func withdrawn() throws {
        for round in 0..<2 {
            let folder = try OutputFolder(site)
            try folder.stage(artifact("incidents/a/index.html", "draft \(round)"))
            try folder.stage(artifact("incidents/a/feed.xml", "feed"))
            try folder.withdraw(
                ["incidents/a/index.html", "incidents/a/feed.xml"].compactMap(OutputPath.init))
            try folder.stage(artifact("incidents/a/index.html", "page \(round)"))
            #expect(try folder.commit().written == 1)
            #expect(try standing() == ["incidents/a/index.html": "page \(round)"])
        }
    }

    @Test("many threads stage into one folder")
    func threads() throws {
        for round in 0..<2 {
            let folder = try OutputFolder(site)
            let artifacts = try (0..<200).map {
                try artifact("incidents/\($0 % 20)/\($0).html", "\(round) \($0)")
            }
            let failures = WorkerThreads.map(200, jobs: 4) { number -> FileFailure? in
                do throws(FileFailure) {
                    try folder.stage(artifacts[number])
                    return nil
                } catch {
                    return error
                }
            }
            #expect(failures.allSatisfy { $0 == nil })
            #expect(try folder.commit().written == 200)
            #expect(try scratch.text(of: "site/incidents/7/147.html") == "\(round) 147")
        }
    }

    @Test("two builds at once take turns, and the second is told that it waits")
    func turns() throws {
        let texts = (0..<8).map { number in
            ["index.html": "list \(number)", "feed.xml": "feed \(number)", "p\(number)/index.html": "page"]
        }
        let site = site
        let artifacts = try texts.map {
            try $0.sorted(by: { $0.key < $1.key }).map { try artifact($0.key, $0.value) }
        }
        let failures = WorkerThreads.map(8, jobs: 4) { number -> FileFailure? in
            do throws(FileFailure) {
                let folder = try OutputFolder(site)
                for artifact in artifacts[number] { try folder.stage(artifact) }
                try folder.commit()
                return nil
            } catch {
                return error
            }
        }
        #expect(failures.allSatisfy { $0 == nil })
        let found = try standing()
        #expect(texts.contains(found))
        #expect(!scratch.has(".aboveboard"))
    }

    @Test("a folder that cannot be written to is named in one line with its cause")
    func failures() throws {
        try scratch.write("", to: "site")
        #expect(
            failure { try build(first) }?.message
                == "cannot write to \(site): a file of that name stands there")
        try scratch.write("", to: "file")
        let below = failure { try OutputFolder(scratch.path(of: "file/site")) }
        #expect(below?.path.hasPrefix(scratch.path(of: "file")) ?? false)
    }

    @Test(
        "a path that could leave the folder is none",
        arguments: [
            "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a/.", "a\\b", "a\nb", "a\0b", "...",
            String(repeating: "a", count: 300),
        ])
    func paths(text: String) {
        #expect(OutputPath(text) == nil)
    }
}
