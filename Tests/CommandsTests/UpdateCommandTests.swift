import System
import TestKit
import Testing

@Suite struct UpdateCommandTests {
    let site: SiteOfTests

    init() throws { site = try SiteOfTests() }

    private let path = "incidents/2026/notice.yml"

    private func update(_ arguments: String..., input: String = "") throws -> CommandRun {
        try Program.run(["update"] + arguments, in: site.folder, input: input)
    }

    @Test("an update goes behind the last one, the status follows, and every other byte stays")
    func appending() throws {
        try site.write(SiteOfTests.notice(), to: path)
        let run = try update(
            "EB-2026-0001", "--status", "identified", "--at", "2026-05-20T12:50:00Z", "--next-update", "none",
            "--author",
            "The team", "--body", "We know.\n\nMore: *later*.")
        #expect(run.status == 0)
        let before = SiteOfTests.notice()
        let after = try site.text(of: path)
        let expected = before.replacing(
            "status: investigating\nseverity", with: "status: identified\nseverity"
        )
        .replacing(
            "    # written in a hurry\n",
            with: """
                    # written in a hurry
                  - id: u2
                    at: 2026-05-20T12:50:00Z
                    status: identified
                    author: The team
                    body: |
                      We know.

                      More: *later*.
                    next_update: none

                """)
        #expect(after == expected)
        #expect(
            run.output.hasPrefix(
                """
                added update u2 (identified) to incidents/2026/notice.yml
                 5 - status: investigating
                 5 + status: identified
                23 +   - id: u2

                """))
    }

    @Test("each layout of the list is continued in its own way")
    func layouts() throws {
        let head = SiteOfTests.notice().prefix { _ in true }.split(separator: "updates:")[0]
        let flags = ["--at", "2026-05-20T12:50:00Z", "--next-update", "none", "--body", "Text"]
        let row =
            "id: u2\n AT at: 2026-05-20T12:50:00Z\n AT status: investigating\n AT body: |\n AT   Text\n AT next_update: none\n"
        func rows(_ dash: Int, _ id: String = "u2") -> String {
            let margin = String(repeating: " ", count: dash)
            return margin + "- "
                + row.replacing("id: u2", with: "id: \(id)").replacing(" AT ", with: margin + "  ")
        }
        let first =
            "id: u1\n  at: 2026-05-20T11:40:00Z\n  status: investigating\n  body: x\n  next_update: none\n"
        let cases: [(String, String)] = [
            ("updates:\n- " + first, "updates:\n- " + first + rows(0)),
            ("updates:\n- " + first + "x-last: 1\n", "updates:\n- " + first + rows(0) + "x-last: 1\n"),
            ("updates:\n", "updates:\n" + rows(2, "u1")),
            ("updates: # none yet\nx-last: 1\n", "updates: # none yet\n" + rows(2, "u1") + "x-last: 1\n"),
            ("x-last: 1", "x-last: 1\n\nupdates:\n" + rows(2, "u1")),
            (
                "updates: [{id: u1, at: 2026-05-20T11:40:00Z, status: investigating, body: x, next_update: none}]\n",
                "updates: [{id: u1, at: 2026-05-20T11:40:00Z, status: investigating, body: x, next_update: none}, "
                    + "{id: u2, at: \"2026-05-20T12:50:00Z\", status: investigating, body: \"Text\", next_update: none}]\n"
            ),
        ]
        for (before, after) in cases {
            try site.write(head + before, to: path)
            let run = try Program.run(["update", "notice"] + flags, in: site.folder)
            #expect(run.status == 0, "\(run.error)")
            #expect(try site.text(of: path) == head + after)
        }
    }

    @Test("line ends and a byte-order mark stay what they are")
    func lineEnds() throws {
        let text = "\u{FEFF}" + SiteOfTests.notice().replacing("\n", with: "\r\n")
        try site.write(text, to: path)
        #expect(
            try update(
                "EB-2026-0001", "--at", "2026-05-20T12:50:00Z", "--next-update", "none", "--body", "Text"
            ).status == 0)
        let after = try Disk.read(site.folder + "/" + path)
        #expect(after.starts(with: [0xEF, 0xBB, 0xBF]))
        let ends = after.indices.filter { after[$0] == 0x0A }
        #expect(ends.allSatisfy { after[$0 - 1] == 0x0D })
    }

    @Test("the text comes from standard input where no flag gives it")
    func standardInput() throws {
        try site.write(SiteOfTests.notice(), to: path)
        let run = try update(
            path, "--at", "2026-05-20T12:50:00Z", "--next-update", "none", input: "From a pipe.\n")
        #expect(run.status == 0)
        #expect(try site.text(of: path).contains("    body: |\n      From a pipe.\n"))
    }

    @Test("a duration promises a time from now, and the id may be typed in small letters")
    func promises() throws {
        try site.write(SiteOfTests.notice(), to: path)
        #expect(try update("eb-2026-0001", "--next-update", "90m", "--body", "Text").status == 0)
        let lines = try site.text(of: path).split(separator: "\n").suffix(8)
        #expect(lines.contains { $0.hasPrefix("    next_update: 20") && $0.hasSuffix("Z") })
    }

    @Test("what cannot be an update is refused and leaves the record as it is")
    func refusing() throws {
        try site.write(SiteOfTests.notice(), to: path)
        let refused: [([String], String)] = [
            (["EB-2026-0002", "--body", "x"], "did you mean EB-2026-0001?"),
            (["notice", "--body", "x"], "say when readers hear more"),
            (["notice", "--body", " ", "--next-update", "none"], "an update has a text"),
            (["notice", "--body", "x\u{1B}[2J", "--next-update", "none"], "control character"),
            (["notice", "--status", "fixed", "--body", "x"], "is one of investigating"),
            (["notice", "--at", "2026-05-20", "--body", "x", "--next-update", "none"], "updates ascend"),
        ]
        for (arguments, words) in refused {
            let run = try Program.run(["update"] + arguments, in: site.folder)
            #expect(run.status == 64)
            #expect(run.error.contains(words), "\(run.error)")
        }
        #expect(try site.text(of: path) == SiteOfTests.notice())
    }

    @Test(
        "a layout that cannot take an update is said so and left alone",
        arguments: [
            "{id: EB-2026-0001, kind: incident, status: investigating}\n",
            "id: EB-2026-0001\nkind: incident\nstatus: investigating\nupdates: none at all\n",
        ])
    func shapes(text: String) throws {
        try site.write(text, to: path)
        let run = try update("notice", "--body", "x", "--next-update", "none")
        #expect(run.status == 1)
        #expect(run.error.contains("cannot take an update by itself"))
        #expect(try site.text(of: path) == text)
    }
}
