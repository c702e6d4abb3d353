import System
import TestKit
import Testing

@Suite struct NewCommandTests {
    let site: SiteOfTests

    init() throws { site = try SiteOfTests() }

    @Test("a first notice from flags checks without a word")
    func complete() throws {
        let run = try site.run(
            "new", "incident", "--title", "Withdrawals are paused", "--summary",
            "We see withdrawals.\nWe look into it.",
            "--severity", "high", "--asset", "example-bridge", "--disclosed", "2026-05-20T11:40:00Z",
            "--next-update",
            "2026-05-20T13:00:00Z")
        #expect(run.status == 0)
        #expect(run.output == "wrote incidents/2026/withdrawals-are-paused.yml (EB-2026-0001)\n")
        let text = try site.text(of: "incidents/2026/withdrawals-are-paused.yml")
        #expect(
            text.hasPrefix(
                "# yaml-language-server: $schema=https://example.org/incidents/schema/record.schema.json\nid: EB-2026-0001\n"
            ))
        #expect(text.contains("\nsummary: |\n  We see withdrawals.\n  We look into it.\n"))
        #expect(text.contains("\n  - asset: example-bridge\n    exposure: affected\n"))
        let check = try site.run("check", "--strict", "--quiet")
        #expect(check.output == "")
        #expect(check.status == 0)
    }

    @Test(
        "what only the writer can say is left empty and named",
        arguments: ["incident", "statement", "advisory"])
    func empty(kind: String) throws {
        let run = try site.run("new", kind, "--disclosed", "2026-05-20T11:40:00Z")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0] == "wrote incidents/2026/eb-2026-0001.yml (EB-2026-0001)")
        #expect(lines[1] == "still to fill in:")
        #expect(lines.dropFirst(2).allSatisfy { $0.contains("error[missing-value]: ") })
        #expect(lines.contains { $0.hasSuffix("error[missing-value]: `title` has no value") })
    }

    @Test("a statement and an advisory from flags check clean")
    func otherKinds() throws {
        let statement = try site.run(
            "new", "statement", "--title", "We are looking into the npm attack", "--summary", "We look.",
            "--event",
            "npm attack", "--event-url", "https://example.org/npm", "--disclosed", "2026-05-20T11:40:00Z")
        #expect(
            statement.output == "wrote incidents/2026/we-are-looking-into-the-npm-attack.yml (EB-2026-0001)\n"
        )
        let advisory = try site.run(
            "new", "advisory", "--title", "Update the wallet", "--summary", "Please update.", "--severity",
            "low",
            "--asset", "example-bridge", "--disclosed", "2026-05-20T11:40:00Z", "--slug", "wallet")
        #expect(advisory.output == "wrote incidents/2026/wallet.yml (EB-2026-0002)\n")
        #expect(try site.run("check", "--quiet").output == "")
    }

    @Test("ids go on behind the highest of the year, whatever the files are called")
    func numbering() throws {
        try site.write(SiteOfTests.notice(id: "EB-2026-0041"), to: "incidents/old/a.yml")
        try site.write(SiteOfTests.notice(id: "EB-2025-0077"), to: "incidents/old/b.yml")
        try site.write("id: [broken\n", to: "incidents/old/c.yml")
        #expect(
            try site.run("new", "incident", "--disclosed", "2026-06-01T00:00:00Z").output.contains(
                "(EB-2026-0042)"))
        #expect(
            try site.run("new", "incident", "--disclosed", "2027-06-01T00:00:00Z").output.contains(
                "(EB-2027-0001)"))
        // Told in 2026 where the writer stands, although it is 2027 in UTC.
        #expect(
            try site.run("new", "advisory", "--disclosed", "2026-12-31T23:30:00-05:00").output.contains(
                "(EB-2026-0043)"))
    }

    @Test("a record that is there is never overwritten")
    func existing() throws {
        try site.write("mine", to: "incidents/2026/x.yml")
        let run = try site.run("new", "incident", "--slug", "x", "--disclosed", "2026-05-20")
        #expect(run.status == 64)
        #expect(
            run.error
                == "error: incidents/2026/x.yml is there already\nhelp: choose another name with --slug\n"
        )
        #expect(try site.text(of: "incidents/2026/x.yml") == "mine")
    }

    @Test("flags that do not fit the kind, or name what is not there, are refused with a way out")
    func refusing() throws {
        let asset = try site.run("new", "incident", "--asset", "example-brigde")
        #expect(asset.status == 64)
        #expect(
            asset.error
                == "error: example-brigde is not in the asset register of aboveboard.yml\nhelp: did you mean example-bridge?\n"
        )
        #expect(try site.run("new", "incident", "--status", "fixed").status == 64)
        #expect(try site.run("new", "statement", "--severity", "low").status == 64)
        #expect(try site.run("new", "advisory", "--event", "x").status == 64)
        #expect(try site.run("new", "incident", "--slug", "../x").status == 64)
        #expect(try site.run("new", "incident", "--title", "a\nb").status == 64)
        #expect(try Disk.files(under: site.folder + "/incidents") == [])
    }

    @Test("hostile texts stay texts")
    func hostile() throws {
        let title = "x: \"y\" # z \\ {a: [b]}"
        let run = try site.run(
            "new", "incident", "--title", title, "--summary",
            "  indented: yes\n- list\n\n# no comment\n---\n", "--slug",
            "odd", "--disclosed", "2026-05-20T11:40:00Z")
        #expect(run.output == "wrote incidents/2026/odd.yml (EB-2026-0001)\n")
        #expect(
            try site.text(of: "incidents/2026/odd.yml").contains(
                "\ntitle: \"x: \\\"y\\\" # z \\\\ {a: [b]}\"\n"))
    }
}
