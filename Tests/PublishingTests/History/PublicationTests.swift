import Digests
import Incidents
import Publishing
import System
import Testing

@Suite("publishing")
struct PublicationTests {
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
    private static let site = """
        title: Example disclosures
        url: https://example.org/security/
        id_prefix: ABC
        assets: [{id: bridge, name: Bridge, type: contract}]

        """

    private func project() throws -> ScratchProject {
        let scratch = try ScratchProject()
        try scratch.write(Self.site, at: "aboveboard.yml")
        try scratch.write(Self.record, at: "incidents/2026/bridge.yml")
        return scratch
    }

    private func publication(_ scratch: ScratchProject, key: String? = nil, at moment: String) throws
        -> Publication
    {
        Publication(Publisher(scratch.project), keyFile: key, at: try Moment(parsing: moment))
    }

    private func key(_ scratch: ScratchProject, name: String = "example.org/security/log") throws -> String {
        let signer = try #require(NoteSigner(name: name, seed: [UInt8](repeating: 8, count: 32)))
        try scratch.write(signer.secretText + "\n", at: "secret.key")
        return scratch.project.path("secret.key")
    }

    private func replacing(_ old: String, _ new: String, in text: String = record) -> String {
        text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
    }

    private func errors(_ outcome: Publication.Outcome) -> [String] {
        outcome.report.sorted.filter { $0.severity == .error }.map(\.code)
    }

    @Test("a first notice, an update and nothing new: two revisions, signed, checkpoints kept")
    func life() throws {
        let scratch = try project()
        let key = try key(scratch)
        let first = try publication(scratch, key: key, at: "2026-02-21T12:00:10Z").publish()
        #expect(errors(first) == [])
        #expect(first.added.map(\.changes) == [[.first]] && first.size == 1)
        #expect(first.signedBy?.name == "example.org/security/log")
        try scratch.write(
            Self.record
                + "  - id: u2\n    at: 2026-02-21T15:00:00Z\n    status: investigating\n    body: More.\n    next_update: none\n",
            at: "incidents/2026/bridge.yml")
        let second = try publication(scratch, key: key, at: "2026-02-21T15:00:10Z").publish()
        #expect(errors(second) == [])
        #expect(second.added.map(\.changes) == [[.update]] && second.size == 2)
        let third = try publication(scratch, key: key, at: "2026-02-22T15:00:10Z").publish()
        #expect(third.added.isEmpty && third.size == 2 && third.root == second.root)
        let history = try scratch.whole()
        #expect(history.checkpoints.map(\.size) == [1, 2])
        let signer = try #require(history.verifierKey.flatMap { NoteKey(text: $0) })
        let note = try #require(history.checkpoints.last.flatMap { SignedNote(parsing: $0.bytes) })
        #expect(note.verify(with: [signer]) == .verified(by: [signer]))
        #expect(try !scratch.text("history/vkey.txt").contains("PRIVATE"))
    }

    @Test("a silent edit is not published, and one that is owned up to is")
    func silentEdit() throws {
        let scratch = try project()
        _ = try publication(scratch, at: "2026-02-21T12:00:10Z").publish()
        let edited = replacing("transfers from the bridge.", "withdrawals from the bridge.")
        try scratch.write(edited, at: "incidents/2026/bridge.yml")
        let refused = try publication(scratch, at: "2026-02-22T12:00:00Z").publish()
        #expect(errors(refused) == ["silent-edit"] && refused.added.isEmpty)
        #expect(try scratch.whole().size == 1)
        try scratch.write(
            edited
                + "corrections: [{at: 2026-02-22, of: \"update:u1\", kind: clarification, was: transfers, now: withdrawals}]\n",
            at: "incidents/2026/bridge.yml")
        let accepted = try publication(scratch, at: "2026-02-22T12:00:00Z").publish()
        #expect(errors(accepted) == [])
        #expect(accepted.added.map(\.changes) == [[.addition, .clarification]])
    }

    @Test("a record that vanished stops the build; one that moved leaves its old address behind")
    func vanished() throws {
        let scratch = try project()
        _ = try publication(scratch, at: "2026-02-21T12:00:10Z").publish()
        try Disk.remove(scratch.project.path("incidents/2026/bridge.yml"))
        #expect(errors(try publication(scratch, at: "2026-02-22T12:00:00Z").publish()) == ["vanished-record"])
        try scratch.write(Self.record, at: "incidents/2026/ethereum-bridge.yml")
        let moved = try publication(scratch, at: "2026-02-22T12:00:00Z").publish()
        #expect(moved.added.map(\.changes) == [[.rename]])
        #expect(
            try scratch.whole().formerSlugs(currentSlugs: ["ABC-2026-0001": "ethereum-bridge"]).map(\.slug)
                == ["bridge"])
    }

    @Test(
        "drafts and what is under embargo are not published, and a published record does not become a draft")
    func unpublished() throws {
        let scratch = try project()
        try scratch.write(
            replacing("kind: incident", "kind: incident\ndraft: true"), at: "incidents/2026/bridge.yml")
        #expect(try publication(scratch, at: "2026-02-21T12:00:10Z").publish().size == 0)
        try scratch.write(Self.record, at: "incidents/2026/bridge.yml")
        #expect(try publication(scratch, at: "2026-02-21T12:00:10Z").publish().size == 1)
        try scratch.write(
            replacing("kind: incident", "kind: incident\ndraft: true"), at: "incidents/2026/bridge.yml")
        #expect(
            errors(try publication(scratch, at: "2026-02-22T12:00:10Z").publish()).contains("silent-edit"))
    }

    @Test("another log's key, another key than before and a clock that went back are refused")
    func refusals() throws {
        let scratch = try project()
        let foreign = try key(scratch, name: "example.com/log")
        #expect(throws: PublicationFailure.self) {
            try publication(scratch, key: foreign, at: "2026-02-21T12:00:10Z").publish()
        }
        #expect(try scratch.whole().size == 0)
        let own = try key(scratch)
        _ = try publication(scratch, key: own, at: "2026-02-21T12:00:10Z").publish()
        #expect(throws: PublicationFailure.self) {
            try publication(scratch, key: own, at: "2026-02-20T12:00:10Z").publish()
        }
        let other = try #require(
            NoteSigner(name: "example.org/security/log", seed: [UInt8](repeating: 9, count: 32)))
        try scratch.write(other.secretText, at: "secret.key")
        #expect(throws: PublicationFailure.self) {
            try publication(scratch, key: own, at: "2026-02-21T12:00:10Z").publish()
        }
        try scratch.write("nothing", at: "secret.key")
        #expect(throws: PublicationFailure.self) {
            try publication(scratch, key: own, at: "2026-02-21T12:00:10Z").publish()
        }
    }

    @Test("what is redacted goes from the history, and the record must not say it again")
    func redaction() throws {
        let scratch = try project()
        let key = try key(scratch)
        _ = try publication(scratch, key: key, at: "2026-02-21T12:00:10Z").publish()
        let done = try publication(scratch, key: key, at: "2026-02-22T12:00:10Z")
            .redact("ABC-2026-0001", revision: 1, reason: "a person's name")
        #expect(done.size == 2 && done.signedBy != nil)
        #expect(try !scratch.text("history/ABC-2026-0001/1.json").contains("Somebody"))
        #expect(
            errors(try publication(scratch, key: key, at: "2026-02-22T12:01:00Z").publish()) == [
                "redacted-words"
            ])
        try scratch.write(replacing("Somebody moved", "Tokens were moved"), at: "incidents/2026/bridge.yml")
        let next = try publication(scratch, key: key, at: "2026-02-22T12:01:00Z").publish()
        #expect(errors(next) == [] && next.added.map(\.changes) == [[.afterRedaction]])
        for (id, number, reason) in [
            ("ABC-2026-0001", 1, "again"), ("ABC-2026-0001", 9, "x"), ("ABC-2026-0002", 1, "x"),
            ("ABC-2026-0001", 2, ""),
        ] {
            #expect(throws: PublicationFailure.self) {
                try publication(scratch, key: key, at: "2026-02-23T12:01:00Z").redact(
                    id, revision: number, reason: reason)
            }
        }
    }

    @Test("a new key is written outside of repositories alone, for its owner alone")
    func newKey() throws {
        let scratch = try project()
        var site = SiteConfiguration()
        site.url = "https://example.org/"
        let path = scratch.project.path("new.key")
        let verifier = try LogKey.create(at: path, for: site)
        let signer = try #require(NoteSigner(secretText: try scratch.text("new.key").filter { $0 != "\n" }))
        #expect(signer.key.text == verifier && signer.key.name == "example.org/log")
        #expect(throws: FileFailure.self) { try LogKey.create(at: path, for: site) }
        try Disk.makeFolder(scratch.project.path("repository/.git"))
        try Disk.makeFolder(scratch.project.path("repository/deep"))
        #expect(throws: PublicationFailure.self) {
            try LogKey.create(at: scratch.project.path("repository/deep/new.key"), for: site)
        }
    }
}
