import System
import TestKit
import Testing

/// The files that the fuzzer begins with or has found, and a bounded number of their like, through the fuzzer's own door.
@Suite("Hostile files")
struct CorpusReplayTests {
    private static let folder = Disk.join(CleanRecordsTests.root, "Fuzz/Corpus")
    private static let names = ((try? Disk.names(in: folder)) ?? []).sorted()

    private static let otherFolder = Environment.value(of: "ABOVEBOARD_INPUTS")

    private static func bytes(_ name: String) throws -> [UInt8] { try Disk.read(Disk.join(folder, name)) }

    @Test("each file of the fuzzer's corpus keeps every promise", arguments: names)
    func corpus(name: String) throws {
        let file = HostileFile(try Self.bytes(name))
        #expect(file.violations.isEmpty, "\(file.violations)")
    }

    @Test(
        "each file of a folder that ABOVEBOARD_INPUTS names keeps every promise",
        .enabled(if: otherFolder != nil, "ABOVEBOARD_INPUTS names no folder"))
    func inputs() throws {
        let folder = try #require(Self.otherFolder)
        for name in try Disk.names(in: folder).sorted() {
            let file = HostileFile(try Disk.read(Disk.join(folder, name)))
            #expect(file.violations.isEmpty, "\(name)")
        }
    }

    @Test("files with a few things changed in them keep every promise", arguments: 0..<8)
    func mutations(seed: Int) throws {
        #expect(Self.names.count > 70)
        // What the fuzzer made up is past reading already: it lends its pieces to files that are sound.
        let whole = try Self.names.filter { !$0.hasPrefix("made-up-") }.map(Self.bytes).filter {
            $0.count <= 8_000
        }
        let corpus = try Self.names.map(Self.bytes)
        var mutated = MutatedBytes(seed: UInt64(7_000 + seed))
        var counts = (sound: 0, read: 0, all: 0)
        for round in 0..<250 {
            let bytes = mutated.mutated(
                whole[(round + seed) % whole.count], with: corpus[(round * 7 + seed) % corpus.count])
            let file = HostileFile(bytes)
            if !file.violations.isEmpty {
                Issue.record(
                    "seed \(seed), round \(round): \(file.violations)\n\(String(decoding: bytes, as: UTF8.self))"
                )
            }
            counts.all += 1
            counts.read += file.isRead ? 1 : 0
            counts.sound += file.isSound ? 1 : 0
        }
        // Changes that always or never hurt would try nothing.
        #expect(counts.sound > 0 && counts.read > counts.all / 4 && counts.read < counts.all, "\(counts)")
    }
}
