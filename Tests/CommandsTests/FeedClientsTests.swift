import System
import TestKit
import Testing

@Suite("Feeds in real readers")
struct FeedClientsTests {
    private static let tests = String(#filePath.dropLast("/CommandsTests/FeedClientsTests.swift".count))
    /// PYTHON, else what `.ci/readers` installed, else the system's, which may have no reader.
    private static let python =
        Environment.value(of: "PYTHON")
        ?? [
            tests.dropLast("Tests".count) + ".build/readers/bin/python", "/usr/bin/python3",
            "/usr/local/bin/python3",
        ]
        .first(where: Disk.isFile) ?? "python3"

    @Test(
        "each of three builds shows exactly its new items as unread; readers that are not installed are skipped",
        .enabled(if: Disk.isFile(python), "there is no Python; PYTHON names one"))
    func threeBuilds() throws {
        try follow("three_builds.py")
    }

    @Test(
        "any text comes out of every form as it went in, read by other people's parsers; those not installed are skipped",
        .enabled(if: Disk.isFile(python), "there is no Python; PYTHON names one"))
    func readBack() throws {
        try follow("read_back.py")
    }

    @Test(
        "letters of any text have no defect for a mail program, and say what announce prints",
        .enabled(if: Disk.isFile(python), "there is no Python; PYTHON names one"))
    func letters() throws {
        try follow("letters.py")
    }

    private func follow(_ script: String) throws {
        let scratch = try ScratchFolder()
        let run = try CommandRun(
            Self.python, [Self.tests + "/Clients/" + script, Program.path], in: scratch.path)
        #expect(run.status == 0, "\(run.output)\(run.error)")
        print(run.output)
    }
}
