import System
import TestKit
import Testing

/// Hundreds of records that the benchmark's generator invents: complete at their stages, in every combination.
@Suite("Generated records")
struct GeneratedRecordsTests {
    private static let script =
        #filePath.dropLast("Tests/CommandsTests/GeneratedRecordsTests.swift".count) + "Benchmarks/generate.py"
    private static let python = Environment.value(of: "PYTHON") ?? "/usr/bin/python3"

    @Test(
        "three hundred invented records are checked without an error",
        .enabled(if: Disk.isFile(python), "there is no Python; PYTHON names one"))
    func records() throws {
        let scratch = try ScratchFolder()
        let arguments = ["--records", "300", "--for", "aboveboard", "--out", "site"]
        let made = try CommandRun(Self.python, [String(Self.script)] + arguments, in: scratch.path)
        #expect(made.status == 0, "\(made.error)")
        let run = try Program.run(["check", "--format", "concise"], in: scratch.path(of: "site"))
        let errors = run.output.split(separator: "\n").filter { $0.contains(": error[") }
        #expect(run.status == 0 && errors.isEmpty, "\(errors.prefix(5)) \(run.error)")
        #expect(run.error.hasPrefix("checked 300 records: "), "\(run.error)")
    }
}
