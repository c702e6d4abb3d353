import System
import TestKit
import Testing

@Suite struct ReadmeTests {
    @Test("a writer's first five minutes work as the README writes them")
    func fiveMinutes() throws {
        var root = Disk.split(#filePath).folder
        while root != "/", !Disk.isFile(root + "/Package.swift") { root = Disk.split(root).folder }
        let readme = String(decoding: try Disk.read(root + "/README.md"), as: UTF8.self)
        let chapter = try #require(
            readme.split(separator: "## ").first { $0.hasPrefix("A writer's first five minutes") })

        // Each block in its turn: commands are run, the record takes the place of the one that `new` wrote.
        var script = "set -e\n"
        for (number, part) in chapter.split(separator: "```").enumerated() where number % 2 == 1 {
            if part.hasPrefix("sh\n") { script += part.dropFirst(3) }
            if part.hasPrefix("yaml\n") {
                script +=
                    "cat > \"$(ls incidents/*/withdrawals-from-the-bridge-are-paused.yml)\" <<'RECORD'\n"
                script += part.dropFirst(5) + "RECORD\n"
            }
        }
        let scratch = try ScratchFolder()
        let run = try CommandRun(
            "/bin/sh", ["-c", script], in: scratch.path,
            environment: [("PATH", Disk.split(Program.path).folder + ":/usr/bin:/bin")])
        #expect(run.status == 0, "\(run.output)\(run.error)")
        #expect(run.output.contains("added update u2 (investigating) to incidents/"))
        for path in ["index.html", "feed.xml", "incidents/withdrawals-from-the-bridge-are-paused/index.html"]
        {
            #expect(scratch.has("my-site/site/" + path), "\(path)")
        }
    }
}
