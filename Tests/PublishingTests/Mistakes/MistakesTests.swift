import Diagnostics
import Publishing
import System
import Testing

/// The real records, each with one mistake that somebody makes at three in the morning.
@Suite("Mistakes in the real records")
struct MistakesTests {
    /// The real site in a scratch folder, with one file of it changed, as `check` sees it.
    private func findings(in source: Mistake.Source, after edit: (String) throws -> String) throws
        -> [Diagnostic]
    {
        let here = Disk.split(#filePath).folder
        let original = try #require(try Project.find(from: here))
        let folder = try Disk.makeScratchFolder(in: "/tmp", prefix: "aboveboard-mistakes")
        defer { try? Disk.removeTree(folder) }
        let beside = source == .site ? Mistake.Source.tokenSafe : source
        let year = Disk.split(beside.rawValue).folder
        let names = try Disk.files(under: original.path(year)).map { Disk.join(year, $0) }
        for name in names + ["aboveboard.yml"] {
            var bytes = try Disk.read(original.path(name))
            if name == source.rawValue {
                bytes = Array(try edit(String(decoding: bytes, as: UTF8.self)).utf8)
            }
            try Disk.makeFolder(Disk.split(Disk.join(folder, name)).folder)
            try Disk.write(bytes, to: Disk.join(folder, name))
        }
        var options = Publisher.Options()
        options.asOf = try #require(AsOf("2026-11-21T12:00:00Z"))
        return try Publisher(Project(folder: folder), options: options).check().report.sorted.filter {
            $0.severity != .note
        }
    }

    @Test(
        "a mistake has one finding, at its place and with a way out",
        arguments: Mistake.ofForm + Mistake.ofValues + Mistake.ofFacts + Mistake.ofNights)
    func oneFinding(_ mistake: Mistake) throws {
        let found = try findings(in: mistake.source) { text in
            #expect(text.contains(mistake.words), "the record has changed")
            return text.replacing(mistake.words, with: mistake.slip, maxReplacements: 1)
        }
        #expect(found.map(\.code) == [mistake.code], "\(found.map(\.message))")
        #expect(found.first?.primary.span.text == mistake.place)
        #expect(found.first?.help?.isEmpty == false)
    }

    @Test("a byte-order mark and the line ends of Windows are no mistake")
    func windows() throws {
        let found = try findings(in: .tokenSafe) { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        #expect(found.map(\.message) == [])
    }
}
