import Digests
import Incidents
import Publishing
import Site
import Syntax
import System
import TestKit
import Testing

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
        var random = SeededRandom(seed: 99)
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
