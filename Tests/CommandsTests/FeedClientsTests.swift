import System
import TestKit
import Testing

@Suite("Feeds in real readers")
struct FeedClientsTests {
    private static let script =
        #filePath.dropLast("/CommandsTests/FeedClientsTests.swift".count) + "/Clients/three_builds.py"
    private static let python = Environment.value(of: "PYTHON") ?? "/usr/bin/python3"

    @Test(
        "each of three builds shows exactly its new items as unread; readers that are not installed are skipped",
        .enabled(if: Disk.isFile(python), "there is no Python; PYTHON names one"))
    func threeBuilds() throws {
        let scratch = try ScratchFolder()
        let run = try CommandRun(Self.python, [String(Self.script), Program.path], in: scratch.path)
        #expect(run.status == 0, "\(run.output)\(run.error)")
        print(run.output)
    }
}
