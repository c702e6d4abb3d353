import System
import TestKit
import Testing

@Suite struct InitCommandTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("a site comes from nothing and checks clean")
    func fresh() throws {
        let run = try Program.run(
            [
                "init", "site", "--title", "Example Bridge", "--url", "https://example.org/incidents",
                "--contact", "security@example.org",
            ],
            in: scratch.path)
        #expect(run.status == 0)
        #expect(run.error == "")
        let files = try scratch.files()
        let example = try #require(files.first { $0.hasSuffix("/example.yml") })
        #expect(
            files == [
                "site/.github/workflows/publish.yml", "site/.gitignore", "site/aboveboard.yml", example,
            ])
        #expect(
            run.output == """
                wrote site/aboveboard.yml
                wrote \(example)
                wrote site/.gitignore
                wrote site/.github/workflows/publish.yml
                next:
                  cd site
                  aboveboard new incident
                  aboveboard check
                  aboveboard build

                """)
        let year = example.split(separator: "/")[2]
        let configuration = try scratch.text(of: "site/aboveboard.yml")
        #expect(
            configuration.hasPrefix(
                "# yaml-language-server: $schema=https://example.org/incidents/schema/site.schema.json\n"))
        #expect(configuration.contains("\n  authority: \"example.org,\(year)\"\n"))
        #expect(configuration.contains("\nid_prefix: EB\n"))
        #expect(try scratch.text(of: example).contains("\ndraft: true\n"))
        #expect(try scratch.text(of: "site/.gitignore").contains(".aboveboard/\n"))
        let check = try Program.run(["check", "--strict", "--quiet"], in: scratch.path(of: "site"))
        #expect(check.output == "")
        #expect(check.error == "")
        #expect(check.status == 0)
    }

    @Test("what is there already is kept, and said so")
    func keeping() throws {
        try scratch.write("title: Mine\nurl: https://mine.example.org/\n", to: "aboveboard.yml")
        try scratch.write("*.o\n", to: ".gitignore")
        let run = try Program.run(["init"], in: scratch.path)
        #expect(run.status == 0)
        #expect(
            run.output == """
                kept aboveboard.yml, which was there before
                kept .gitignore, which was there before
                wrote .github/workflows/publish.yml

                """)
        #expect(try scratch.text(of: "aboveboard.yml") == "title: Mine\nurl: https://mine.example.org/\n")
        #expect(try scratch.text(of: ".gitignore") == "*.o\n")
    }

    @Test("without an address it says which lines to set")
    func placeholder() throws {
        let run = try Program.run(["init"], in: scratch.path)
        #expect(
            run.output.contains("  set `url` and `feeds.authority` in aboveboard.yml to your own address\n"))
    }

    @Test(
        "a name that YAML would misread is quoted",
        arguments: ["yes", "A: b", "# one", "\"quoted\" \\ name", "[x]", "漢字 é"])
    func quoting(title: String) throws {
        #expect(
            try Program.run(["init", "--title", title, "--url", "https://example.org/"], in: scratch.path)
                .status == 0)
        let check = try Program.run(["check", "--quiet", "--format", "concise"], in: scratch.path)
        #expect(check.output == "")
        #expect(check.status == 0)
    }

    @Test(
        "an address or a prefix of the wrong form is refused before anything is written",
        arguments: [["--url", "example.org"], ["--id-prefix", "abc"]])
    func refusing(flags: [String]) throws {
        #expect(try Program.run(["init"] + flags, in: scratch.path).status == 64)
        #expect(try scratch.files() == [])
    }
}
