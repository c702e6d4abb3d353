import Digests
import Incidents
import Publishing
import Syntax
import System
import Testing

/// A project in a folder of its own, removed at the end.
final class ScratchProject {
    let project: Project

    init() throws {
        let folder = try Disk.makeScratchFolder(
            in: Environment.value(of: "TMPDIR") ?? "/tmp", prefix: "history-")
        project = Project(folder: try Disk.realPath(of: folder))
    }

    deinit { try? Disk.removeTree(project.folder) }

    var history: HistoryFolder { HistoryFolder(of: project) }

    func whole() throws -> RevisionHistory {
        guard case .whole(let history) = try history.read() else {
            throw HistoryFailure(LogFile.path, "two branches", help: "")
        }
        return history
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Disk.read(project.path(path)), as: UTF8.self)
    }

    func write(_ text: String, at path: String) throws {
        try Disk.makeFolder(Disk.split(project.path(path)).folder)
        try Disk.write(Array(text.utf8), to: project.path(path))
    }

    /// Publishes some records as they are, and fails where an edit is silent.
    @discardableResult
    func publish(_ records: [RevisionPlan.Candidate], at seconds: Int64) throws -> RevisionHistory {
        let history = try whole()
        let folder = self.history
        let plan = try RevisionPlan(of: records, after: history, at: Moment(secondsSince1970: seconds)) {
            try folder.content(of: $0, in: history)
        }
        try #require(plan.silent.isEmpty)
        return try folder.append(
            plan.additions.map { (LogLine.entry(.revision($0.revision)), $0.content) }, to: history)
    }
}

func candidate(_ id: String, slug: String? = nil, updates: Int = 0, title: String = "A title")
    -> RevisionPlan.Candidate
{
    let rows = (0..<updates).map { index -> JSONValue in
        [
            "id": .string("u\(index + 1)"), "at": "2026-02-21T12:00:00Z", "status": "investigating",
            "body": "Words.",
        ]
    }
    return RevisionPlan.Candidate(
        id: id, slug: slug ?? id.lowercased(),
        record: ["kind": "incident", "id": .string(id), "title": .string(title), "updates": .array(rows)])
}

@Suite("the log of what was published")
struct HistoryTests {
    @Test("a revision is a line that people can read, and is read back")
    func line() throws {
        let revision = Revision(
            id: "ABC-2026-0001", number: 2, slug: "safe", at: try Moment(parsing: "2026-02-21T18:00:00Z"),
            digest: SHA256Digest(of: []).text,
            updates: [Revision.UpdateDigest(id: "u1", digest: SHA256Digest(of: [1]).text)],
            changes: [.update, .factual])
        let entry = LogLine.entry(.revision(revision))
        #expect(
            String(decoding: entry.bytes, as: UTF8.self)
                == #"{"at":"2026-02-21T18:00:00Z","changes":["update","factual"],"entry":"revision","id":"ABC-2026-0001","#
                + #""record":"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","revision":2,"slug":"safe","#
                + #""updates":{"u1":"sha256:4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"}}"#
        )
        #expect(LogLine.read(entry.bytes) == entry)
        let redaction = LogLine.entry(
            .redaction(
                Redaction(id: "ABC-2026-0001", revision: 1, at: revision.at, reason: "a key \"leaked\"")))
        #expect(LogLine.read(redaction.bytes) == redaction)
    }

    @Test("a line in any other spelling is refused, and so is one with a changed bit of structure")
    func otherSpellings() {
        let entry = LogLine.entry(
            .redaction(
                Redaction(id: "A-2026-0001", revision: 1, at: Moment(secondsSince1970: 0), reason: "x")))
        let text = String(decoding: entry.bytes, as: UTF8.self)
        for wrong in [
            text + " ", " " + text, text.split(separator: ",").joined(separator: ", "),
            text.split(separator: "redaction").joined(separator: "other"), "{}", "", "null",
            "{\"x\":1," + text.dropFirst(),
        ] {
            #expect(LogLine.read(Array(wrong.utf8)) == nil, "\(wrong)")
        }
    }

    @Test("publishing adds what changed, once, and names the change")
    func publishing() throws {
        let scratch = try ScratchProject()
        try scratch.publish([candidate("B-2026-0002"), candidate("A-2026-0001", updates: 1)], at: 1000)
        try scratch.publish([candidate("B-2026-0002"), candidate("A-2026-0001", updates: 1)], at: 2000)
        try scratch.publish(
            [candidate("B-2026-0002", slug: "other"), candidate("A-2026-0001", updates: 2)], at: 3000)
        let history = try scratch.whole()
        #expect(
            history.entries.compactMap(\.revision).map {
                "\($0.id) \($0.number) \($0.changes.map(\.rawValue))"
            } == [
                "A-2026-0001 1 [\"first\"]", "B-2026-0002 1 [\"first\"]", "A-2026-0001 2 [\"update\"]",
                "B-2026-0002 2 [\"rename\"]",
            ])
        #expect(history.latest(of: "A-2026-0001")?.revision.updates.map(\.id) == ["u1", "u2"])
        #expect(history.latest(of: "A-2026-0001")?.place == 2)
        let latest = try #require(history.latest(of: "B-2026-0002")).revision
        #expect(try scratch.history.content(of: latest, in: history) == candidate("B-2026-0002").canonical)
        #expect(
            history.formerSlugs(currentSlugs: ["A-2026-0001": "a-2026-0001", "B-2026-0002": "other"]).map(
                \.slug) == ["b-2026-0002"])
        #expect(
            history.formerSlugs(currentSlugs: ["A-2026-0001": "b-2026-0002", "B-2026-0002": "other"]).map(
                \.slug) == ["a-2026-0001"])
    }

    @Test("a record that vanished and an edit that nothing owns up to are told")
    func refusals() throws {
        let scratch = try ScratchProject()
        let history = try scratch.publish([candidate("A-2026-0001"), candidate("B-2026-0002")], at: 1000)
        let plan = try RevisionPlan(
            of: [candidate("A-2026-0001", title: "Another title")], after: history,
            at: Moment(secondsSince1970: 2000)
        ) { try scratch.history.content(of: $0, in: history) }
        #expect(plan.missing == ["B-2026-0002"])
        #expect(plan.silent.map(\.id) == ["A-2026-0001"])
        #expect(plan.silent.first?.findings.map(\.change.path.text) == ["title"])
    }

    @Test("content that is not what the log hashed is refused by its path")
    func tamperedContent() throws {
        let scratch = try ScratchProject()
        let history = try scratch.publish([candidate("A-2026-0001")], at: 1000)
        try scratch.write("{}", at: "history/A-2026-0001/1.json")
        let revision = try #require(history.latest(of: "A-2026-0001")).revision
        #expect(throws: HistoryFailure.self) { try scratch.history.content(of: revision, in: history) }
    }

    @Test("a redacted revision keeps its entry and its hash, and the record goes on from there")
    func redaction() throws {
        let scratch = try ScratchProject()
        var history = try scratch.publish([candidate("A-2026-0001", title: "A name")], at: 1000)
        let revision = try #require(history.latest(of: "A-2026-0001")).revision
        let notice = Redaction(
            id: revision.id, revision: 1, at: Moment(secondsSince1970: 2000), reason: "a person's name")
        try scratch.history.replace(notice, digest: revision.digest)
        history = try scratch.history.append([(LogLine.entry(.redaction(notice)), nil)], to: history)
        #expect(try scratch.history.content(of: revision, in: history) == nil)
        #expect(try scratch.whole().redaction(of: "A-2026-0001", revision: 1) == notice)
        #expect(try !scratch.text("history/A-2026-0001/1.json").contains("A name"))
        try scratch.publish([candidate("A-2026-0001", title: "Nobody")], at: 3000)
        let next = try #require(try scratch.whole().latest(of: "A-2026-0001")).revision
        #expect(next.number == 2 && next.changes == [.afterRedaction])
    }

    @Test("a log that lost, changed or repeated a line is refused with the line's number")
    func tamperedLog() throws {
        let scratch = try ScratchProject()
        try scratch.publish([candidate("A-2026-0001")], at: 1000)
        try scratch.publish([candidate("A-2026-0001", updates: 1)], at: 2000)
        try scratch.publish([candidate("A-2026-0001", updates: 2)], at: 3000)
        let lines = try scratch.text(LogFile.path).split(separator: "\n").map(String.init)
        func line(of lines: [String], end: String = "\n") -> Int? {
            do throws(HistoryFailure) {
                _ = try LogFile.read(Array((lines.joined(separator: "\n") + end).utf8))
                return nil
            } catch {
                return error.line
            }
        }
        #expect(line(of: lines) == nil)
        #expect(line(of: [lines[0], lines[2]]) == 2)
        #expect(line(of: [lines[1], lines[2]]) == 1)
        #expect(line(of: [lines[0], lines[1] + "x", lines[2]]) == 2)
        #expect(line(of: lines, end: "") == 3)
        #expect(line(of: lines + [""]) == 4)
    }
}

@Suite("two branches that both published")
struct MergedHistoryTests {
    /// What git leaves behind when both branches added lines behind the same one.
    private func conflict(_ base: [String], _ ours: [String], _ theirs: [String]) -> String {
        (base + ["<<<<<<< HEAD"] + ours + ["======="] + theirs + [">>>>>>> topic", ""]).joined(
            separator: "\n")
    }

    private func lines(_ scratch: ScratchProject) throws -> [String] {
        try scratch.text(LogFile.path).split(separator: "\n").map(String.init)
    }

    @Test(
        "this branch's entries come first, the other's follow under new numbers, and contents move with them")
    func resolved() throws {
        let signer = try #require(NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 3, count: 32)))
        func sign(_ scratch: ScratchProject) throws {
            let history = try scratch.whole()
            let root = MerkleTree(entries: history.entries.map(\.bytes)).root
            let checkpoint = Checkpoint(origin: "example.org/log", size: history.size, root: root)
            let note = try #require(SignedNote(text: checkpoint.text)?.signed(by: signer))
            try scratch.history.keep(KeptCheckpoint(size: history.size, bytes: note.bytes), key: signer.key)
        }
        let ours = try ScratchProject(), theirs = try ScratchProject()
        for scratch in [ours, theirs] {
            try scratch.publish([candidate("A-2026-0001")], at: 1000)
            try sign(scratch)
        }
        let base = try lines(ours)
        try ours.publish([candidate("A-2026-0001", updates: 1)], at: 2000)
        try sign(ours)
        try theirs.publish([candidate("A-2026-0001", updates: 2), candidate("T-2026-0001")], at: 2500)
        try theirs.publish([candidate("A-2026-0001", updates: 3), candidate("T-2026-0001")], at: 2600)
        try sign(theirs)
        // The merge, as git leaves it.
        try ours.write(
            conflict(base, Array(try lines(ours).dropFirst()), Array(try lines(theirs).dropFirst())),
            at: LogFile.path)
        try ours.write(
            conflict(
                [], [try ours.text("history/A-2026-0001/2.json")],
                [try theirs.text("history/A-2026-0001/2.json")]),
            at: "history/A-2026-0001/2.json")
        try ours.write(try theirs.text("history/A-2026-0001/3.json"), at: "history/A-2026-0001/3.json")
        try ours.write(try theirs.text("history/T-2026-0001/1.json"), at: "history/T-2026-0001/1.json")
        try ours.write(try theirs.text("history/checkpoints/4"), at: "history/checkpoints/4")

        guard case .branches(let merged) = try ours.history.read() else {
            Issue.record("no branches seen")
            return
        }
        let told = try ours.history.resolve(merged)
        #expect(told.count == 3)
        #expect(told[0] == "revision 2 of A-2026-0001 on the other branch is revision 3 now")
        #expect(told[2].hasPrefix("the checkpoint of size 4 was of the other branch's log"))
        let history = try ours.whole()
        #expect(
            history.entries.compactMap(\.revision).map { "\($0.id) \($0.number)" } == [
                "A-2026-0001 1", "A-2026-0001 2", "A-2026-0001 3", "T-2026-0001 1", "A-2026-0001 4",
            ])
        #expect(
            history.entries.compactMap(\.revision).map { $0.changes.contains(.merged) } == [
                false, false, true, false, true,
            ])
        #expect(history.checkpoints.map(\.size) == [1, 2])
        for (_, revision) in history.ids.flatMap({ history.revisions(of: $0) }) {
            #expect(
                try ours.history.content(of: revision, in: history) != nil,
                "\(revision.id) \(revision.number)")
        }
        try ours.publish([candidate("A-2026-0001", updates: 4), candidate("T-2026-0001")], at: 4000)
        #expect(try ours.whole().latest(of: "A-2026-0001")?.revision.number == 5)
    }

    @Test("lines that git put one behind the other without a mark are seen as two branches too")
    func union() throws {
        let ours = try ScratchProject(), theirs = try ScratchProject()
        for scratch in [ours, theirs] { try scratch.publish([candidate("A-2026-0001")], at: 1000) }
        try ours.publish([candidate("A-2026-0001", updates: 1)], at: 2000)
        try theirs.publish([candidate("A-2026-0001", updates: 2)], at: 2500)
        try ours.write(try ours.text(LogFile.path) + lines(theirs)[1] + "\n", at: LogFile.path)
        guard case .branches(let merged) = try ours.history.read() else {
            Issue.record("no branches seen")
            return
        }
        // The other branch's content went lost in such a merge: it is named, and nothing is written.
        let before = try ours.text(LogFile.path)
        #expect(throws: HistoryFailure.self) { try ours.history.resolve(merged) }
        #expect(try ours.text(LogFile.path) == before)
    }

    @Test("the same entry on both branches stays one")
    func sameEntry() throws {
        let ours = try ScratchProject()
        try ours.publish([candidate("A-2026-0001")], at: 1000)
        let line = try lines(ours)
        try ours.write(conflict([], line, line), at: LogFile.path)
        guard case .branches(let merged) = try ours.history.read() else {
            Issue.record("no branches seen")
            return
        }
        #expect(try ours.history.resolve(merged) == [])
        #expect(try ours.whole().size == 1)
    }
}
