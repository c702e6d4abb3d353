import Digests
import Incidents
import Publishing
import Site
import Syntax
import System
import Testing

/// A site with nothing but its log and its records, as a reader finds it after each publication.
private struct LoggedSite {
    let scratch: ScratchProject
    let signer: NoteSigner?
    var records: [RevisionPlan.Candidate] = []

    init(signed: Bool = true) throws {
        scratch = try ScratchProject()
        signer = signed ? NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 5, count: 32)) : nil
    }

    var folder: String { scratch.project.path("site") }
    private var configuration: SiteConfiguration {
        var site = SiteConfiguration()
        site.url = "https://example.org/"
        return site
    }

    mutating func publish(_ records: [RevisionPlan.Candidate], at seconds: Int64) throws {
        self.records = records
        let history = try scratch.publish(records, at: seconds)
        if let signer {
            let root = MerkleTree(entries: history.entries.map(\.bytes)).root
            let checkpoint = Checkpoint(origin: "example.org/log", size: history.size, root: root)
            let note = try #require(SignedNote(text: checkpoint.text)?.signed(by: signer))
            try scratch.history.keep(KeptCheckpoint(size: history.size, bytes: note.bytes), key: signer.key)
        }
        try build()
    }

    func build() throws {
        let history = try scratch.whole()
        for artifact in PublicLog(history, site: configuration).artifacts {
            try write(artifact.bytes, at: artifact.path.text)
        }
        for record in records {
            try write(record.canonical, at: "incidents/\(record.slug)/record.json")
            for (_, revision) in history.revisions(of: record.id) {
                let path = HistoryFolder.contentPath(record.id, revision.number)
                try write(
                    try Disk.read(scratch.project.path(path)),
                    at: LogAddress.revision(revision.number, slug: record.slug))
            }
        }
    }

    func write(_ bytes: [UInt8], at path: String) throws {
        let full = Disk.join(folder, path)
        try Disk.makeFolder(Disk.split(full).folder)
        try Disk.write(bytes, to: full)
    }

    func verify(key: String? = nil, since: [UInt8]? = nil) throws -> LogVerifier.Outcome {
        try LogVerifier(.folder(folder), options: LogVerifier.Options(key: key, since: since)).verify()
    }

    func failure(key: String? = nil, since: [UInt8]? = nil) -> VerificationFailure.Kind? {
        do {
            _ = try verify(key: key, since: since)
            return nil
        } catch let failure as VerificationFailure {
            return failure.kind
        } catch {
            return nil
        }
    }

    static func threeTimes(signed: Bool = true) throws -> LoggedSite {
        var site = try LoggedSite(signed: signed)
        try site.publish([candidate("A-2026-0001")], at: 1000)
        try site.publish([candidate("A-2026-0001", updates: 1), candidate("B-2026-0002")], at: 2000)
        try site.publish([candidate("A-2026-0001", updates: 2), candidate("B-2026-0002")], at: 3000)
        return site
    }
}

@Suite("verifying a published site")
struct LogVerifierTests {
    @Test("an honest site holds, with every checkpoint that was kept and the key from elsewhere")
    func honest() throws {
        let site = try LoggedSite.threeTimes()
        for size in [1, 3, 4] {
            let kept = try Disk.read(Disk.join(site.folder, "log/checkpoints/\(size)"))
            let outcome = try site.verify(key: site.signer?.key.text, since: kept)
            #expect(outcome.size == 4 && outcome.redactions.isEmpty)
            #expect(
                outcome.lines.contains(
                    "the log of size 4 continues the one of size \(size) that was kept before"))
        }
    }

    @Test("one flipped bit in any file of the site is found")
    func flippedBits() throws {
        let site = try LoggedSite.threeTimes()
        var random = SeededBits(state: 99)
        for path in try Disk.files(under: site.folder) {
            let full = Disk.join(site.folder, path)
            let bytes = try Disk.read(full)
            for _ in 0..<6 {
                var wrong = bytes
                let bit = Int.random(in: 0..<(bytes.count * 8), using: &random)
                wrong[bit / 8] ^= 1 << UInt8(bit % 8)
                try Disk.write(wrong, to: full)
                #expect(site.failure() != nil, "bit \(bit) of \(path)")
            }
            try Disk.write(bytes, to: full)
        }
        #expect(site.failure() == nil)
    }

    @Test("any file that is missing is missed")
    func missingFiles() throws {
        let site = try LoggedSite.threeTimes()
        for path in try Disk.files(under: site.folder) {
            let full = Disk.join(site.folder, path)
            let bytes = try Disk.read(full)
            try Disk.remove(full)
            #expect(site.failure() != nil, "\(path)")
            try Disk.write(bytes, to: full)
        }
    }

    @Test("a rewritten entry under a fresh signature is refused against an older checkpoint")
    func rewritten() throws {
        let honest = try LoggedSite.threeTimes()
        var forged = try LoggedSite()
        try forged.publish([candidate("A-2026-0001", title: "Another title")], at: 1000)
        try forged.publish(
            [candidate("A-2026-0001", updates: 1, title: "Another title"), candidate("B-2026-0002")], at: 2000
        )
        try forged.publish(
            [candidate("A-2026-0001", updates: 2, title: "Another title"), candidate("B-2026-0002")], at: 3000
        )
        #expect(forged.failure() == nil)
        for size in [1, 3, 4] {
            let kept = try Disk.read(Disk.join(honest.folder, "log/checkpoints/\(size)"))
            #expect(forged.failure(since: kept) == .consistency)
        }
    }

    @Test("an entry that was removed is refused against an older checkpoint")
    func removed() throws {
        let honest = try LoggedSite.threeTimes()
        var shorter = try LoggedSite()
        try shorter.publish([candidate("A-2026-0001")], at: 1000)
        try shorter.publish([candidate("A-2026-0001", updates: 1), candidate("B-2026-0002")], at: 2000)
        let kept = try Disk.read(Disk.join(honest.folder, "log/checkpoint"))
        #expect(shorter.failure(since: kept) == .consistency)
    }

    @Test("another's signature, and a log that is no longer signed, are refused")
    func otherKey() throws {
        let site = try LoggedSite.threeTimes()
        let other = try #require(NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 6, count: 32)))
        #expect(site.failure(key: other.key.text) == .signature)
        let unsigned = try LoggedSite.threeTimes(signed: false)
        #expect(unsigned.failure() == nil)
        #expect(unsigned.failure(key: other.key.text) == .signature)
    }

    @Test("a record that was changed after it was logged, and one that never was, are found")
    func records() throws {
        let site = try LoggedSite.threeTimes()
        try site.write(
            candidate("A-2026-0001", updates: 3).canonical, at: "incidents/a-2026-0001/record.json")
        #expect(site.failure() == .record)
        try site.build()
        try site.write([0x7B, 0x7D], at: "incidents/x/record.json")
        #expect(site.failure() == .record)
    }

    @Test("a redacted revision verifies as redacted, with its reason")
    func redacted() throws {
        let site = try LoggedSite.threeTimes()
        var history = try site.scratch.whole()
        let first = try #require(history.revisions(of: "A-2026-0001").first).revision
        let notice = Redaction(
            id: first.id, revision: 1, at: Moment(secondsSince1970: 5000), reason: "a leaked key")
        try site.scratch.history.replace(notice, digest: first.digest)
        history = try site.scratch.history.append([(LogLine.entry(.redaction(notice)), nil)], to: history)
        try Disk.removeTree(site.scratch.project.path("history/checkpoints"))
        try Disk.removeTree(site.folder)
        try site.build()
        let outcome = try site.verify()
        #expect(outcome.redactions == [notice])
        // A notice without an entry in the log hides something.
        let second = LogAddress.revision(2, slug: "a-2026-0001")
        try site.write(
            try Disk.read(Disk.join(site.folder, LogAddress.revision(1, slug: "a-2026-0001"))), at: second)
        #expect(site.failure() == .record)
    }
}

/// Bits that are the same in every run (SplitMix64).
private struct SeededBits: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
