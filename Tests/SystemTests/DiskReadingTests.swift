import System
import TestKit
import Testing

@Suite struct DiskReadingTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func failure(_ body: () throws(FileFailure) -> some Any) -> FileFailure? {
        do {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a file comes back byte for byte, whatever its size",
        arguments: [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 300_001])
    func reading(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try scratch.write(bytes, to: "a.bin")
        #expect(try Disk.read(scratch.path(of: "a.bin")) == bytes)
    }

    @Test("a missing file, a folder and a part of the path that is a file each say so in one line")
    func causes() throws {
        try scratch.write("x", to: "file")
        let missing = scratch.path(of: "nothing.yml")
        #expect(failure { () throws(FileFailure) in try Disk.read(missing) }?.reason == .missing)
        #expect(
            failure { () throws(FileFailure) in try Disk.read(missing) }?.message
                == "cannot read \(missing): No such file or directory")
        #expect(
            failure { () throws(FileFailure) in try Disk.read(scratch.path) }?.message
                == "cannot read \(scratch.path): it is a folder")
        #expect(
            failure { () throws(FileFailure) in try Disk.read(scratch.path(of: "file/x")) }?.reason
                == .notFolder)
        #expect(try Disk.readIfPresent(missing) == nil)
    }

    @Test("a file past the limit is refused, one at the limit is read")
    func limits() throws {
        try scratch.write("12345", to: "five")
        #expect(try Disk.read(scratch.path(of: "five"), limit: 5).count == 5)
        let refused = failure { () throws(FileFailure) in try Disk.read(scratch.path(of: "five"), limit: 4) }
        #expect(refused?.reason == .tooLarge)
        #expect(refused?.cause == "it is larger than 4 bytes")
    }

    @Test("a special file that claims to be empty is still read to its end, and still limited")
    func unknownSize() throws {
        #expect(try !Disk.read("/proc/self/status").isEmpty)
        #expect(
            failure { () throws(FileFailure) in try Disk.read("/proc/self/status", limit: 3) }?.reason
                == .tooLarge)
        #expect(
            failure { () throws(FileFailure) in try Disk.read("/dev/zero") }?.cause
                == "it is not a plain file")
    }

    @Test("a link is followed unless the caller asks otherwise")
    func links() throws {
        try scratch.write("text", to: "real")
        try Disk.symbolicLink(at: scratch.path(of: "link"), to: "real")
        #expect(try Disk.read(scratch.path(of: "link")) == Array("text".utf8))
        let refused = failure { () throws(FileFailure) in
            try Disk.read(scratch.path(of: "link"), followingLinks: false)
        }
        #expect(refused?.reason == .link)
        #expect(try Disk.kind(of: scratch.path(of: "link")) == .link)
        #expect(Disk.isFile(scratch.path(of: "link")))
    }

    @Test("a path with a NUL in it never reaches another file")
    func nul() throws {
        try scratch.write("text", to: "real")
        #expect(failure { () throws(FileFailure) in try Disk.read(scratch.path(of: "real\0.yml")) } != nil)
    }

    @Test(
        "files are listed in the order of their bytes, without hidden ones and without entering linked folders"
    )
    func listing() throws {
        for name in [
            "b.yml", "B.yml", "a/z.yml", "a.yml", "a-b/x", "a/b/c", "a/b-c", "a0", "é.yml", "z.yml",
            ".hidden/x.yml",
            "a/.y.yml", "other/q",
        ] {
            try scratch.write("", to: "in/" + name)
        }
        try scratch.write("", to: "outside/secret.yml")
        try Disk.symbolicLink(at: scratch.path(of: "in/linked"), to: "../outside")
        try Disk.symbolicLink(at: scratch.path(of: "in/one.yml"), to: "../outside/secret.yml")
        try Disk.symbolicLink(at: scratch.path(of: "in/loop"), to: ".")
        try Disk.symbolicLink(at: scratch.path(of: "in/dangling"), to: "nowhere")
        #expect(
            try Disk.files(under: scratch.path(of: "in")) == [
                "B.yml", "a-b/x", "a.yml", "a/b-c", "a/b/c", "a/z.yml", "a0", "b.yml", "one.yml", "other/q",
                "z.yml", "é.yml",
            ])
    }

    @Test("paths split and join the way a shell's user expects")
    func paths() throws {
        #expect(Disk.split("a/b/c") == ("a/b", "c"))
        #expect(Disk.split("c") == (".", "c"))
        #expect(Disk.split("/c") == ("/", "c"))
        #expect(Disk.split("a/b/") == ("a", "b"))
        #expect(Disk.join(".", "x") == "x")
        #expect(Disk.join("/", "x") == "/x")
        #expect(Disk.join("a", "/x") == "/x")
        #expect(try Disk.absolutePath(of: "/a/./b/../c//d") == "/a/c/d")
        #expect(try Disk.absolutePath(of: "x") == Disk.currentFolder() + "/x")
    }
}
