import System
import TestKit
import Testing

@Suite struct DiskWritingTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("writing leaves one file of the new bytes and no temporary name behind")
    func writing() throws {
        let path = scratch.path(of: "a.txt")
        try Disk.write(Array("one".utf8), to: path)
        try Disk.write(Array("two".utf8), to: path)
        #expect(try scratch.text(of: "a.txt") == "two")
        #expect(try scratch.files() == ["a.txt"])
    }

    @Test("the rights of a file survive its being written anew")
    func rights() throws {
        let script = scratch.path(of: "run.sh")
        try Disk.write(Array("#!/bin/sh\nexit 3\n".utf8), to: script)
        try Disk.setRights(of: script, to: 0o755)
        try Disk.write(Array("#!/bin/sh\nexit 4\n".utf8), to: script)
        let run = try CommandRun(script, [], in: scratch.path)
        #expect(run.ending == .exited(4))
    }

    @Test("a write that cannot be finished names the path that was asked for and leaves the old bytes")
    func failing() throws {
        try Disk.makeFolder(scratch.path(of: "folder/inside"))
        let target = scratch.path(of: "folder")
        let failure = #expect(throws: FileFailure.self) { try Disk.write([1], to: target) }
        #expect(failure?.message == "cannot write \(target): it is a folder")
        #expect(try scratch.files() == [])
        let missing = #expect(throws: FileFailure.self) {
            try Disk.write([1], to: scratch.path(of: "no/where"))
        }
        #expect(missing?.reason == .missing)
        #expect(missing?.operation == "write")
    }

    @Test("equal bytes are not written again, so that the file keeps its inode")
    func comparing() throws {
        let path = scratch.path(of: "a.txt")
        #expect(try Disk.writeIfChanged([1, 2], to: path))
        let before = try Disk.stamp(of: path)
        #expect(try !Disk.writeIfChanged([1, 2], to: path))
        #expect(try Disk.stamp(of: path) == before)
        #expect(try Disk.writeIfChanged([1, 3], to: path))
        #expect(try Disk.stamp(of: path)?.inode != before?.inode)
    }

    @Test("creating never touches what stands there")
    func creating() throws {
        try scratch.write("kept", to: "a.txt")
        let failure = #expect(throws: FileFailure.self) {
            try Disk.create([1], at: scratch.path(of: "a.txt"))
        }
        #expect(failure?.reason == .exists)
        #expect(try scratch.text(of: "a.txt") == "kept")
    }

    @Test("a write replaces a link instead of following it")
    func replacingLinks() throws {
        try scratch.write("outside", to: "outside")
        try Disk.symbolicLink(at: scratch.path(of: "link"), to: "outside")
        try Disk.write(Array("inside".utf8), to: scratch.path(of: "link"))
        #expect(try scratch.text(of: "outside") == "outside")
        #expect(try Disk.kind(of: scratch.path(of: "link")) == .file)
    }

    @Test("folders are made with those above them, and a file in the way is named")
    func folders() throws {
        try Disk.makeFolder(scratch.path(of: "a/b/c"))
        try Disk.makeFolder(scratch.path(of: "a/b/c"))
        #expect(Disk.isFolder(scratch.path(of: "a/b/c")))
        try scratch.write("", to: "file")
        #expect(throws: FileFailure.self) { try Disk.makeFolder(scratch.path(of: "file")) }
        #expect(throws: FileFailure.self) { try Disk.makeFolder(scratch.path(of: "file/below")) }
    }

    @Test("removing a tree takes its links away and leaves what they point to")
    func removingTrees() throws {
        try scratch.write("kept", to: "outside/a.txt")
        try scratch.write("", to: "tree/deep/b.txt")
        try Disk.symbolicLink(at: scratch.path(of: "tree/deep/link"), to: "../../outside")
        try Disk.removeTree(scratch.path(of: "tree"))
        try Disk.removeTree(scratch.path(of: "tree"))
        #expect(try scratch.files() == ["outside/a.txt"])
    }

    @Test("nothing done through an open folder follows a link out of it")
    func containment() throws {
        try scratch.write("kept", to: "outside/a.txt")
        try Disk.makeFolder(scratch.path(of: "in"))
        try Disk.symbolicLink(at: scratch.path(of: "in/out"), to: "../outside")
        try Disk.symbolicLink(at: scratch.path(of: "in/a.txt"), to: "../outside/a.txt")
        let folder = try Folder(scratch.path(of: "in"))
        var failure: FileFailure?
        do { _ = try folder.folder(named: "out") } catch { failure = error }
        #expect(failure?.reason == .link)
        do { _ = try folder.makingFolder(named: "out") } catch { failure = error }
        #expect(
            failure?.message
                == "cannot open the folder \(scratch.path(of: "in/out")): a symbolic link stands in the way")
        #expect(throws: FileFailure.self) { try folder.create("a.txt", [1]) }
        #expect(throws: FileFailure.self) { try folder.read("a.txt") }
        #expect(folder.holds(Array("kept".utf8), at: "a.txt") == false)
        #expect(try scratch.text(of: "outside/a.txt") == "kept")
    }

    @Test(
        "a file that is made part by part is what stands there only with the same parts and nothing behind them"
    )
    func parts() throws {
        let scratch = try ScratchFolder()
        try scratch.write("abcdef", to: "a.txt")
        let folder = try Folder(scratch.path)
        func holds(_ parts: [String], byteCount: Int? = nil) -> (same: Bool, made: Int) {
            var made = 0
            let same = folder.holds(parts: parts.count, byteCount: byteCount, at: "a.txt") { number in
                made += 1
                return Array(parts[number].utf8)
            }
            return (same, made)
        }
        #expect(holds(["ab", "", "cdef"]) == (true, 3))
        #expect(holds(["ab", "", "cdef"], byteCount: 6) == (true, 3))
        #expect(holds(["ab", "cdefg"], byteCount: 7) == (false, 0))
        #expect(holds(["ab", "cd"]) == (false, 2))
        #expect(holds(["abcdef", "g"]) == (false, 2))
        #expect(holds(["abc", "DEF", "ghi"]) == (false, 2))
        #expect(!folder.holds(parts: 1, at: "b.txt") { _ in [] })
    }

    @Test("what many threads add is read back whole")
    func writingOut() throws {
        let path = scratch.path(of: "long")
        let file = try AppendedFile(path)
        let places = WorkerThreads.map(400, jobs: 4) { number in
            try? file.append([UInt8](repeating: UInt8(number % 251), count: 1000 + number))
        }
        for (number, place) in places.enumerated() {
            let start = try #require(place)
            var bytes: [UInt8] = []
            try file.read(start..<start + 1000 + number, into: &bytes)
            #expect(bytes == [UInt8](repeating: UInt8(number % 251), count: 1000 + number))
        }
        let length = file.count
        let later = try AppendedFile(path, goingOnFrom: length)
        #expect(try later.append(Array("behind".utf8)) == length)
        #expect(try Disk.read(path).count == length + 6)
    }
}
