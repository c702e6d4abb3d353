import Digests
import Incidents
import Publishing
import System
import Testing

@Suite("from a record to a verified site")
struct FullCircleTests {
    private static let record = """
        id: ABC-2026-0001
        kind: incident
        title: Bridge paused after transfers that we did not make
        status: investigating
        severity: high
        disclosed: 2026-02-21
        summary: Somebody moved tokens out of the bridge, and we look into it.
        advice: none
        assets: [{asset: bridge, exposure: affected}]
        updates:
          - id: u1
            at: 2026-02-21T12:00:00Z
            status: investigating
            body: We are looking into transfers from the bridge.
            next_update: none

        """

    private struct Site {
        let scratch = try? ScratchProject()

        func publish(_ record: String, as name: String = "bridge", at moment: String, redacting: Int? = nil)
            throws
        {
            let scratch = try #require(scratch)
            try scratch.write(
                "title: Example disclosures\nurl: https://example.org/\nassets: [{id: bridge, name: Bridge, type: contract}]\n",
                at: "aboveboard.yml")
            let signer = try #require(
                NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 4, count: 32)))
            try scratch.write(signer.secretText, at: "secret.key")
            try Disk.removeTree(scratch.project.path("incidents"))
            try scratch.write(record, at: "incidents/\(name).yml")
            let publisher = Publisher(scratch.project)
            let publication = Publication(
                publisher, keyFile: scratch.project.path("secret.key"), at: try Moment(parsing: moment))
            if let redacting {
                _ = try publication.redact("ABC-2026-0001", revision: redacting, reason: "a person's name")
            }
            let outcome = try publication.publish()
            try #require(!outcome.report.hasErrors, "\(outcome.report.diagnostics.map(\.message))")
            let built = try publisher.build(into: scratch.project.outputFolder)
            try #require(built.summary != nil, "\(built.report.diagnostics.map(\.message))")
        }

        func verify(since: [UInt8]? = nil) throws -> LogVerifier.Outcome {
            try LogVerifier(
                .folder(try #require(scratch).project.outputFolder),
                options: LogVerifier.Options(since: since)
            ).verify()
        }

        func text(_ path: String) throws -> String { try #require(scratch).text("site/" + path) }
    }

    private func replacing(_ old: String, _ new: String) -> String {
        Self.record.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(
            separator: new)
    }

    @Test("each publication verifies, continues the one before, and its page names the entry")
    func growing() throws {
        let site = Site()
        try site.publish(Self.record, at: "2026-02-21T12:00:10Z")
        let first = try site.verify()
        let kept = Array(try site.text("log/checkpoint").utf8)
        try site.publish(
            replacing("title: Bridge", "tags: [bridge]\ntitle: Bridge"), at: "2026-02-22T12:00:10Z")
        let second = try site.verify(since: kept)
        #expect(first.size == 1 && second.size == 2)
        let page = try site.text("incidents/bridge/index.html")
        let entries = try #require(site.scratch).whole().entries
        #expect(page.contains(MerkleTree.leaf(entries[1].bytes).hex))
        #expect(
            page.contains(second.root) && page.contains("href=\"../../incidents/bridge/revisions/1.json\""))
        #expect(try site.text("log/index.html").contains(second.root))
        #expect(try site.text("index.html").contains(second.root))
        for feed in ["feed.xml", "atom.xml", "feed.json"] {
            #expect(try site.text(feed).contains("2 entries, root " + second.root), "\(feed)")
        }
    }

    @Test("a record that moved leaves a page behind that leads to it, and the site still verifies")
    func moved() throws {
        let site = Site()
        try site.publish(Self.record, at: "2026-02-21T12:00:10Z")
        try site.publish(Self.record, as: "ethereum-bridge", at: "2026-02-22T12:00:10Z")
        let old = try site.text("incidents/bridge/index.html")
        #expect(
            old.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../incidents/ethereum-bridge/\">"))
        #expect(old.contains("rel=\"canonical\" href=\"https://example.org/incidents/ethereum-bridge/\""))
        #expect(try !site.text("sitemap.xml").contains("/incidents/bridge/"))
        #expect(try site.verify().size == 2)
    }

    @Test("what was redacted is gone from the site, which says so and still verifies")
    func redacted() throws {
        let site = Site()
        try site.publish(replacing("Somebody moved", "John Doe moved"), at: "2026-02-21T12:00:10Z")
        let kept = Array(try site.text("log/checkpoint").utf8)
        try site.publish(
            replacing("Somebody moved", "Somebody took"), at: "2026-02-22T12:00:10Z", redacting: 1)
        let outcome = try site.verify(since: kept)
        #expect(outcome.size == 3 && outcome.redactions.map(\.reason) == ["a person's name"])
        for path in try Disk.files(under: try #require(site.scratch).project.outputFolder) {
            #expect(try !site.text(path).contains("John Doe"), "\(path)")
        }
        #expect(
            try site.text("incidents/bridge/index.html").contains("a person&#39;s name")
                || site.text("incidents/bridge/index.html").contains("a person's name"))
        #expect(try site.text("log/index.html").contains("ABC-2026-0001"))
    }
}
