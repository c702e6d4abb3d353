import Diagnostics
import Site
import Syntax
import System
import TestKit
import Testing

@testable import Publishing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("a build that remembers the last one")
struct RememberedBuildTests {
    /// How many changes are tried: `CHANGES=1000` for all that the figures speak of.
    private static let changes = Environment.value(of: "CHANGES").flatMap { Int($0) } ?? 40

    @Test("leaves the site that a clean build makes, whatever was changed", arguments: [1, 2] as [UInt64])
    func sameAsClean(seed: UInt64) throws {
        var site = try ChangingSite(seed: seed)
        var kept = 0
        var told = 0
        var refusals: [String] = []
        // As a preview has it; the clean builds compile theirs anew.
        let keptTheme = KeptTheme()
        for round in 0..<Self.changes / 2 {
            if round > 0 { try site.change() }
            var fresh = site.options
            fresh.keptTheme = KeptTheme()
            let publisher = Publisher(site.project, options: fresh)
            var counted = site.options
            counted.progress = BuildProgress()
            counted.keptTheme = keptTheme
            let built = try Publisher(site.project, options: counted).build(
                into: site.scratch.path(of: "site"))
            let clean = try publisher.build(into: site.scratch.path(of: "clean"), isClean: true)
            let deeds = "seed \(seed), round \(round): \(site.deeds.joined(separator: "; "))"
            #expect(Self.text(built.report) == Self.text(clean.report), "\(deeds)")
            #expect((built.summary == nil) == (clean.summary == nil), "\(deeds)")
            #expect(built.recordCount == clean.recordCount, "\(deeds)")
            guard built.summary != nil else {
                refusals += built.report.diagnostics.filter { $0.severity == .error }.map(\.message)
                try site.mend()
                continue
            }
            told += 1
            if !counted.progress.stages.contains(where: {
                $0.name == "records" && $0.count == clean.recordCount
            }) {
                kept += 1
            }
            try compare(site, deeds)
        }
        #expect(site.revisionCount > 0)
        // Not a single round would mean anything if all of them had begun anew.
        #expect(
            kept * 4 > told,
            "only \(kept) of \(told) builds took something from the last; refused: \(refusals)")
    }

    private func compare(_ site: ChangingSite, _ deeds: String) throws {
        let (built, clean) = (site.scratch.path(of: "site"), site.scratch.path(of: "clean"))
        let files = try Disk.files(under: clean)
        #expect(try Disk.files(under: built) == files, "\(deeds)")
        for file in files + [".aboveboard-files"] {
            let isSame = try Disk.readIfPresent(Disk.join(built, file)) == Disk.read(Disk.join(clean, file))
            if !isSame { Issue.record("\(file) differs after \(deeds)") }
        }
    }

    private static func text(_ report: Report) -> [String] {
        let options = RenderingOptions(usesColor: false, width: 100)
        return [DiagnosticFormat.framed, .json].map { $0.rendered(report.sorted, options) }
    }

    @Test("with nothing to do tells again what it found, makes no page and writes nothing")
    func nothingToDo() throws {
        let site = try ChangingSite(seed: 3)
        let output = site.scratch.path(of: "site")
        func build() throws -> (Publisher.BuildOutcome, [String]) {
            var options = site.options
            options.progress = BuildProgress()
            let outcome = try Publisher(site.project, options: options).build(into: output)
            return (outcome, options.progress.stages.map(\.name))
        }
        _ = try build()
        // What was written at the very moment of the first build is read once more by the next.
        usleep(80_000)
        _ = try build()
        let before = try Disk.stamp(of: output + "/index.html")
        let (outcome, stages) = try build()
        #expect(stages == ["theme", "recall", "compare", "list", "look"])
        #expect(outcome.report.count(of: .note) > 0)
        #expect(outcome.summary?.written == 0)
        #expect(outcome.summary?.removed == 0)
        #expect(outcome.recordCount == 5)
        #expect(try Disk.stamp(of: output + "/index.html") == before)
    }

    @Test(
        "a file that somebody touched is made anew, beside a record that changed and without",
        arguments: [false, true])
    func touchedFile(changesRecord: Bool) throws {
        let site = try ChangingSite(seed: 4)
        let output = site.scratch.path(of: "site")
        func build() throws -> [String] {
            var options = site.options
            options.progress = BuildProgress()
            let outcome = try Publisher(site.project, options: options).build(into: output)
            #expect(outcome.summary != nil)
            return options.progress.stages.map(\.name)
        }
        _ = try build()
        usleep(80_000)
        _ = try build()
        let record = try #require(try Disk.files(under: site.scratch.path(of: "incidents")).last)
        for name in [
            "index.html", "sitemap.xml",
            try #require(try Disk.files(under: output).first { $0.hasSuffix("record.json") }),
        ] {
            try site.scratch.write("somebody else's words", to: "site/" + name)
            if changesRecord {
                let bytes = try Disk.read(site.scratch.path(of: "incidents/" + record))
                try site.scratch.write(bytes + Array("# a word more\n".utf8), to: "incidents/" + record)
            }
            #expect(try build().count { $0 == "compare" } == 2, "\(name)")
            _ = try Publisher(site.project, options: site.options).build(
                into: site.scratch.path(of: "clean"), isClean: true)
            try compare(site, name)
        }
    }

    @Test("with errors not even the folders above the site are made")
    func nothingWritten() throws {
        let scratch = try ScratchFolder()
        try scratch.write("title: Site\nurl: https://site.example/\n", to: "aboveboard.yml")
        try scratch.write("id: ABC-2026-0001\nkind: incident\n", to: "incidents/a.yml")
        let before = try scratch.files()
        let outcome = try Publisher(Project(folder: scratch.path)).build(into: scratch.path(of: "a/b/site"))
        #expect(outcome.report.hasErrors)
        #expect(outcome.summary == nil)
        #expect(try scratch.files() == before)
        #expect(!scratch.has("a"))
    }

    @Test("a card that another program packed is no card, and nothing worse")
    func foreignCard() throws {
        var writer = PackedWriter()
        writer.write([0xFF, 0x00, 0x41] as [UInt8])
        var reader = PackedReader(writer.bytes)
        #expect(try KeptCard(from: &reader).unpacked() == nil)
    }

    @Test("a project whose folder takes no cache is built all the same")
    func noCache() throws {
        let site = try ChangingSite(seed: 4)
        try site.scratch.write("in the way", to: ".aboveboard")
        let output = try ScratchFolder()
        let outcome = try Publisher(site.project, options: site.options).build(into: output.path(of: "site"))
        #expect(outcome.summary?.written ?? 0 > 0)
        #expect(output.has("site/index.html"))
    }
}
