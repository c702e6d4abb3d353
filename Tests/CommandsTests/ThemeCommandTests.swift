import System
import TestKit
import Testing

@Suite struct ThemeCommandTests {
    let site: SiteOfTests

    init() throws { site = try SiteOfTests() }

    @Test("the whole theme is copied, and a site built from the copy is the same to the byte")
    func whole() throws {
        try site.write(SiteOfTests.notice(), to: "incidents/2026/pause.yml")
        #expect(try site.run("build").status == 0)
        let before = try site.text(of: "site/incidents/pause/index.html")
        let run = try site.run("theme", "eject")
        #expect(run.status == 0)
        for name in ["layout.mustache", "record/losses.mustache", "style.css", "strings/de.yml", "time.js"] {
            #expect(run.output.contains("wrote templates/\(name)\n"))
        }
        #expect(try site.run("build").status == 0)
        #expect(try site.text(of: "site/incidents/pause/index.html") == before)
    }

    @Test("some files are copied by their names, and what is there already is kept")
    func some() throws {
        try site.write("body { color: red }\n", to: "templates/style.css")
        let run = try site.run("theme", "eject", "style.css", "entry.mustache")
        #expect(run.status == 0)
        #expect(
            run.output == "wrote templates/entry.mustache\nkept templates/style.css, which was there before\n"
        )
        #expect(try site.text(of: "templates/style.css") == "body { color: red }\n")
    }

    @Test("a name that the theme does not have is guessed, and nothing is written")
    func unknown() throws {
        let run = try site.run("theme", "eject", "stile.css")
        #expect(run.status == 64)
        #expect(
            run.error == "error: stile.css is no file of the default theme\nhelp: did you mean style.css?\n")
        #expect(!site.scratch.has("site/templates"))
    }

    @Test(
        "an accent and a logo come from the configuration, and a broken template is a finding with its place")
    func configuration() throws {
        try site.write(SiteOfTests.notice(), to: "incidents/2026/pause.yml")
        try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n", to: "mark.svg")
        let plain = try site.text(of: "aboveboard.yml")
        try site.write(plain + "\ntheme: {accent: \"#7a1fa2\", logo: mark.svg}\n", to: "aboveboard.yml")
        let run = try site.run("build")
        #expect(run.status == 0, "\(run.error)\(run.output)")
        #expect(try site.text(of: "site/style.css").contains("--accent:#7a1fa2"))
        #expect(try site.text(of: "site/index.html").contains("<img src=\"./logo.svg\""))
        try site.write("{{#rows}}\n{{name}\n", to: "templates/tags.mustache")
        let broken = try site.run("build", "--format", "concise")
        #expect(broken.status == 1)
        #expect(broken.output.contains("templates/tags.mustache:"))
    }
}
