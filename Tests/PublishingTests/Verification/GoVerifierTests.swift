import Digests
import Incidents
import Publishing
import Site
import System
import TestKit
import Testing

/// The verifier written with Go's checksum database, built once; nil where Go or its packages are not installed.
private enum GoVerifier {
    static let folder =
        String(
            #filePath.dropLast("PublishingTests/Verification/GoVerifierTests.swift".count))
        + "Fixtures/GoVerifier"
    /// Where Debian's golang-golang-x-mod-dev puts its source.
    static let packages = "/usr/share/gocode"
    static let isInstalled = Disk.isFolder(packages + "/src/golang.org/x/mod/sumdb/tlog") && program != nil

    static let program: String? = try? build()

    private static func build() throws -> String {
        let scratch = try Disk.makeScratchFolder(in: Environment.value(of: "TMPDIR") ?? "/tmp", prefix: "go-")
        let program = Disk.join(scratch, "verify")
        let child = try ChildProcess(
            "go", ["build", "-o", program, "."],
            environment: [
                ("PATH", Environment.value(of: "PATH") ?? "/usr/bin:/bin"), ("GO111MODULE", "off"),
                ("GOPATH", packages),
                ("GOCACHE", Disk.join(scratch, "cache")), ("HOME", scratch), ("CGO_ENABLED", "0"),
            ], folder: folder, output: "/dev/null", error: "/dev/null")
        guard child.wait() == .exited(0) else {
            throw FileFailure("build", folder, .other, cause: "go build failed")
        }
        try? Disk.removeTree(Disk.join(scratch, "cache"))
        return program
    }

    /// Whether the verifier accepts a site, and its last words.
    static func run(_ site: LoggedSite, older: [String] = []) throws -> (accepts: Bool, words: String) {
        let output = site.scratch.project.path("go-output")
        let child = try ChildProcess(
            try #require(program), [site.folder, try #require(site.signer).key.text] + older, environment: [],
            folder: site.scratch.project.folder, output: output, error: "/dev/null")
        let accepts = child.wait() == .exited(0)
        return (accepts, String(decoding: try Disk.read(output), as: UTF8.self))
    }
}

@Suite(
    "Go's checksum database reads our log",
    .enabled(if: GoVerifier.isInstalled, "needs Go: apt-get install golang-go golang-golang-x-mod-dev"))
struct GoVerifierTests {
    private func checkpoints(_ site: LoggedSite, _ sizes: [Int]) -> [String] {
        sizes.map { Disk.join(site.folder, LogAddress.checkpoint(ofSize: $0)) }
    }

    @Test("it accepts the checkpoint, every inclusion, and the consistency of three successive logs")
    func accepts() throws {
        let site = try LoggedSite.threeTimes()
        let run = try GoVerifier.run(site, older: checkpoints(site, [1, 3, 4]))
        #expect(run.accepts && run.words == "holds: 4 entries, 3 older checkpoints\n", "\(run.words)")
    }

    @Test("it accepts a log of several tiles on two levels, from an older log's partial tiles on")
    func severalTiles() throws {
        var site = try LoggedSite()
        try site.publish((1...250).map { candidate("A-2026-\(1000 + $0)") }, at: 1000)
        try site.publish((1...520).map { candidate("A-2026-\(1000 + $0)") }, at: 2000)
        let run = try GoVerifier.run(site, older: checkpoints(site, [250, 520]))
        #expect(run.accepts && run.words.hasPrefix("holds: 520 entries"), "\(run.words)")
        #expect(try site.verify().size == 520)
    }

    @Test("it refuses one flipped bit in any file that it reads, where our own verifier does")
    func flippedBits() throws {
        let site = try LoggedSite.threeTimes()
        let older = checkpoints(site, [1, 3])
        var random = SeededRandom(seed: 2026)
        let read = try Disk.files(under: site.folder).filter { path in
            path == "log/checkpoint" || path == "log/checkpoints/1" || path == "log/checkpoints/3"
                || path.hasSuffix("/000.p/4") || path.hasSuffix("record.json")
        }
        #expect(read.count == 7)
        for path in read {
            let full = Disk.join(site.folder, path)
            let bytes = try Disk.read(full)
            for _ in 0..<8 {
                var wrong = bytes
                let bit = Int.random(in: 0..<(bytes.count * 8), using: &random)
                wrong[bit / 8] ^= 1 << UInt8(bit % 8)
                try Disk.write(wrong, to: full)
                #expect(try !GoVerifier.run(site, older: older).accepts, "bit \(bit) of \(path)")
                #expect(site.failure() != nil, "bit \(bit) of \(path)")
            }
            try Disk.write(bytes, to: full)
        }
        #expect(try GoVerifier.run(site, older: older).accepts)
    }

    @Test("it refuses a rewritten and a removed entry under a fresh signature against an older checkpoint")
    func forgeries() throws {
        let honest = try LoggedSite.threeTimes()
        var rewritten = try LoggedSite()
        try rewritten.publish([candidate("A-2026-0001", title: "Another title")], at: 1000)
        try rewritten.publish(
            [candidate("A-2026-0001", updates: 1, title: "Another title"), candidate("B-2026-0002")], at: 2000
        )
        try rewritten.publish(
            [candidate("A-2026-0001", updates: 2, title: "Another title"), candidate("B-2026-0002")], at: 3000
        )
        var removed = try LoggedSite()
        try removed.publish([candidate("A-2026-0001")], at: 1000)
        try removed.publish([candidate("A-2026-0001", updates: 1), candidate("B-2026-0002")], at: 2000)
        for forged in [rewritten, removed] {
            #expect(try GoVerifier.run(forged).accepts)
            let run = try GoVerifier.run(forged, older: checkpoints(honest, [4]))
            #expect(!run.accepts, "\(run.words)")
        }
    }
}
