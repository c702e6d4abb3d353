import System
import TestKit
import Testing

@Suite struct AnnounceCommandTests {
    let site: SiteOfTests

    init() throws {
        site = try SiteOfTests()
        try site.write(SiteOfTests.notice(), to: "incidents/notice.yml")
    }

    @Test("the newest word is printed whole, and is what the site publishes beside the page")
    func text() throws {
        let run = try site.run("announce", "EB-2026-0001")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "Investigating: Withdrawals are paused (EB-2026-0001)\n20 May 2026, 11:40 UTC · Example Bridge\n"
            ))
        #expect(run.output.contains("\n\nWe see withdrawals.\n"))
        #expect(run.output.hasSuffix("\n\nhttps://example.org/incidents/incidents/notice/#update-u1\n"))
        #expect(try site.run("build").status == 0)
        #expect(try site.text(of: "site/incidents/notice/announcement.txt") == run.output)
    }

    @Test("a record or a word that does not exist is told with the way out")
    func unknown() throws {
        let record = try site.run("announce", "EB-2026-0002")
        #expect(record.status == 64)
        #expect(record.error.hasPrefix("error: no published record has the id EB-2026-0002\nhelp: "))
        let word = try site.run("announce", "EB-2026-0001", "u9")
        #expect(word.status == 64)
        #expect(
            word.error
                == "error: EB-2026-0001 has no word u9\nhelp: did you mean u1? its words are update/u1\n")
        #expect(record.error.contains("help: did you mean EB-2026-0001?"))
        let other = try site.run("announce", "XYZ-1999-1")
        #expect(
            other.error.contains(
                "help: drafts and records under embargo are announced when they are published"))
        let channel = try site.run("announce", "EB-2026-0001", "--for", "twitter")
        #expect(channel.status == 64 && channel.error.contains("mastodon"))
    }

    @Test("a letter needs a sender, and goes to whom it is told to")
    func letter() throws {
        let without = try site.run("announce", "EB-2026-0001", "--for", "email")
        #expect(without.status == 64)
        let run = try site.run(
            "announce", "EB-2026-0001", "--for", "email", "--from", "security@example.org", "--to",
            "list@example.org")
        #expect(run.status == 0)
        #expect(
            run.output.contains("From: \"Example Bridge\" <security@example.org>\r\nTo: list@example.org\r\n")
        )
        #expect(run.output.contains("\r\nDate: Wed, 20 May 2026 11:40:00 +0000\r\n"))
        #expect(
            try site.run("announce", "EB-2026-0001", "--for", "email", "--to", "a@b\r\nBcc: c@d.e").status
                == 64)
        let stray = try site.run("announce", "EB-2026-0001", "--to", "list@example.org")
        #expect(stray.status == 64 && stray.error.contains("add --for email"))
    }

    @Test("every channel gets what fits it", arguments: ["x", "mastodon", "telegram", "discord", "slack"])
    func channels(_ channel: String) throws {
        let run = try site.run("announce", "EB-2026-0001", "u1", "--for", channel)
        #expect(run.status == 0)
        #expect(run.output.contains("https://example.org/incidents/incidents/notice/#update-u1"))
    }
}
