import Diagnostics
import Incidents
import System
import Testing

@testable import Site

@Suite("The built-in theme")
struct ThemeTests {
    @Test("the program's own theme compiles without a finding")
    func builtIn() throws {
        var report = Report()
        _ = try #require(Theme(.builtIn, into: &report))
        #expect(report.diagnostics.map(\.message) == [])
    }

    @Test("the program carries the very bytes of templates/")
    func embedded() throws {
        let folder = SampleSite.repository + "/templates"
        let names = try Disk.files(under: folder)
        #expect(names.count > 40)
        #expect(ThemeFiles.builtIn.files.map(\.name) == names)
        for file in ThemeFiles.builtIn.files {
            let bytes = try Disk.read(Disk.join(folder, file.name))
            if file.source.bytes != bytes { Issue.record("\(file.name) differs") }
        }
    }

    @Test(
        "a brace is a place only around a name, and what stands between places is one text",
        arguments: [
            ("due {when}", ["when"], "due <b>x</b>"), ("{a}{b}", ["a", "b"], "<b>x</b><b>x</b>"),
            ("{", [], "{"), ("{}", [], "{}"), ("{a", [], "{a"), ("a}", [], "a}"),
            ("{{a}}", ["a"], "{<b>x</b>}"),
            ("{a b} & {c_D}", ["c_D"], "{a b} &amp; <b>x</b>"), ("{é}{a1}", [], "{é}{a1}"), ("", [], ""),
        ])
    func phrases(text: String, slots: [String], html: String) {
        let phrase = Phrase(text)
        #expect(phrase.slots == slots)
        var bytes: [UInt8] = []
        for part in phrase.parts {
            switch part {
            case .text(let words, let escaped):
                bytes += phrase.html[escaped]
                #expect(!words.isEmpty)
            case .slot: bytes += Array("<b>x</b>".utf8)
            }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == html)
        for (left, right) in zip(phrase.parts, phrase.parts.dropFirst()) {
            if case .text = left, case .text = right { Issue.record("two texts beside each other") }
        }
    }
}
