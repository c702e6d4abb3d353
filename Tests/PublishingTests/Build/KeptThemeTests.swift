import Diagnostics
import Testing

@testable import Publishing
@testable import Site

@Suite("the theme that a preview keeps")
struct KeptThemeTests {
    private let kept = KeptTheme()

    private func files(_ text: String?, name: String = "templates/parts/badge.mustache") -> ThemeFiles {
        ThemeFiles.builtIn.overridden(by: text.map { [SourceFile(path: name, text: $0)] } ?? [])
    }

    /// Whether the theme of some files is the very one that was compiled before.
    private func isSame(_ files: ThemeFiles, as theme: Theme?) -> Bool {
        kept.theme(of: files).theme?.phrases("en") === theme?.phrases("en")
    }

    @Test("files of the same bytes are not compiled again")
    func same() throws {
        let (theme, found) = kept.theme(of: files("<b>{{label}}</b>"))
        #expect(found.isEmpty)
        #expect(theme != nil)
        #expect(isSame(files("<b>{{label}}</b>"), as: theme))
    }

    @Test(
        "a file that came, went or has other bytes is seen",
        arguments: [nil, "<i>{{label}}</i>", "<b>{{label}}</b>\n"])
    func other(_ text: String?) throws {
        let theme = kept.theme(of: files("<b>{{label}}</b>")).theme
        #expect(!isSame(files(text), as: theme))
    }

    @Test("a logo that came and the same words under another name are seen")
    func logo() {
        let theme = kept.theme(of: files("<b>{{label}}</b>")).theme
        var marked = files("<b>{{label}}</b>")
        marked.logo = SourceFile(path: "logo.svg", text: "<svg/>")
        #expect(!isSame(marked, as: theme))
        #expect(!isSame(files("<b>{{label}}</b>", name: "templates/parts/pager.mustache"), as: theme))
    }

    @Test(
        "a build tells at once what is wrong with a site's own files, and compiles the program's own theme when asked"
    )
    func buildTheme() throws {
        var report = Report()
        #expect(BuildTheme(files("{{#open}}"), kept, into: &report) == nil)
        #expect(report.hasErrors)
        report = Report()
        let warned = BuildTheme(
            files("nobody:\n  asks: for it\n", name: "templates/strings/en.yml"), kept, into: &report)
        #expect(warned != nil)
        #expect(report.diagnostics.map(\.severity) == [.warning])
        report = Report()
        let own = try #require(BuildTheme(ThemeFiles.builtIn, kept, into: &report))
        #expect(report.isEmpty)
        #expect(isSame(ThemeFiles.builtIn, as: own.theme))
        #expect(own.theme.phrases("en") === own.theme.phrases("en"))
    }

    @Test("what is wrong with a theme is told each time")
    func findings() {
        let wrong = files("{{#open}}")
        let first = kept.theme(of: wrong).found.diagnostics.map(\.message)
        #expect(!first.isEmpty)
        #expect(kept.theme(of: wrong).found.diagnostics.map(\.message) == first)
        #expect(kept.theme(of: files(nil)).found.isEmpty)
    }
}
