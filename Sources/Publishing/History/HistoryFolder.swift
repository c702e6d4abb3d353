import Digests
import Incidents
import Syntax
import System

/// `history/` on disk: the log, each revision's canonical JSON, the signed checkpoints and the key that verifies them.
package struct HistoryFolder: Sendable {
    private let project: Project

    package init(of project: Project) {
        self.project = project
    }

    package static let keyPath = "history/vkey.txt"
    package static let checkpointsPath = "history/checkpoints"

    /// Where a revision's canonical JSON lies, from the project's folder.
    package static func contentPath(_ id: String, _ number: Int) -> String { "history/\(id)/\(number).json" }

    /// What the folder holds; an empty history where there is none.
    package enum State: Sendable {
        case whole(RevisionHistory)
        case branches(MergedLog)
    }

    package func read() throws -> State {
        guard let bytes = try Disk.readIfPresent(project.path(LogFile.path)) else {
            return .whole(RevisionHistory())
        }
        switch try LogFile.read(bytes) {
        case .branches(let merged): return .branches(merged)
        case .entries(let entries):
            return .whole(
                RevisionHistory(
                    entries: entries, checkpoints: try checkpoints(), verifierKey: try verifierKey()))
        }
    }

    private func verifierKey() throws(FileFailure) -> String? {
        try Disk.readIfPresent(project.path(Self.keyPath)).map {
            String(String(decoding: $0, as: UTF8.self).prefix { $0 != "\n" })
        }
    }

    private func checkpoints() throws(FileFailure) -> [KeptCheckpoint] {
        let folder = project.path(Self.checkpointsPath)
        guard Disk.isFolder(folder) else { return [] }
        var kept: [KeptCheckpoint] = []
        for name in try Disk.names(in: folder) {
            guard let size = Int(name), String(size) == name else { continue }
            kept.append(KeptCheckpoint(size: size, bytes: try Disk.read(Disk.join(folder, name))))
        }
        return kept
    }

    /// A revision's canonical JSON, held against the hash in its entry; nil where it was redacted.
    package func content(of revision: Revision, in history: RevisionHistory) throws -> [UInt8]? {
        if history.redaction(of: revision.id, revision: revision.number) != nil { return nil }
        let path = Self.contentPath(revision.id, revision.number)
        let bytes = try Disk.read(project.path(path))
        guard SHA256Digest(of: bytes).text == revision.digest else {
            throw HistoryFailure(
                path, "this is not the revision whose hash the log holds",
                help:
                    "take the file back as it was committed; what must go is taken out with `aboveboard redact`"
            )
        }
        return bytes
    }

    // MARK: Writing

    /// Adds entries with their revisions' contents; the log's line comes last, so that it never names what is not there.
    package func append(
        _ additions: [(entry: LogEntry, content: [UInt8]?)], to history: RevisionHistory
    ) throws(FileFailure) -> RevisionHistory {
        var history = history
        for (entry, content) in additions {
            if let revision = entry.revision, let content {
                try write(content, at: Self.contentPath(revision.id, revision.number))
            }
            history.append(entry)
        }
        try write(LogFile.bytes(of: history.entries), at: LogFile.path)
        return history
    }

    /// Keeps a signed checkpoint and the key that verifies it.
    package func keep(_ checkpoint: KeptCheckpoint, key: NoteKey) throws(FileFailure) {
        try write(checkpoint.bytes, at: Self.checkpointsPath + "/\(checkpoint.size)")
        try write(Array((key.text + "\n").utf8), at: Self.keyPath)
    }

    /// Puts a notice in place of a revision's content.
    package func replace(_ redaction: Redaction, digest: String) throws(FileFailure) {
        let notice: JSONValue = [
            "redacted": [
                "id": .string(redaction.id), "revision": .integer(redaction.revision),
                "at": .string(redaction.at.rfc3339), "reason": .string(redaction.reason),
                "sha256": .string(digest),
            ]
        ]
        try write(
            JSONWriter.bytes(of: notice, .indented), at: Self.contentPath(redaction.id, redaction.revision))
    }

    /// Writes what a merge came to: the log in one order, each revision's content under its new number, and only those
    /// checkpoints that the log still agrees with. Returns what was done, a line each.
    package func resolve(_ merged: MergedLog) throws -> [String] {
        var contents: [(path: String, bytes: [UInt8])] = []
        let redacted = Set(
            merged.entries.compactMap { $0.redaction.map { Self.contentPath($0.id, $0.revision) } })
        for placed in merged.placed {
            guard let revision = placed.entry.revision, let former = placed.formerNumber else { continue }
            let path = Self.contentPath(revision.id, revision.number)
            if redacted.contains(path) { continue }
            let source = Self.contentPath(revision.id, former)
            let found = try Disk.readIfPresent(project.path(source)).map(ConflictText.variants) ?? []
            guard let bytes = found.first(where: { SHA256Digest(of: $0).text == revision.digest }) else {
                throw HistoryFailure(
                    source, "neither branch's revision \(former) has the hash \(revision.digest)",
                    help: "keep both branches' lines in this file, between git's marks, and publish again")
            }
            contents.append((path, bytes))
        }
        for content in contents { try write(content.bytes, at: content.path) }
        try write(LogFile.bytes(of: merged.entries), at: LogFile.path)
        return merged.explanation
            + (try dropForeignCheckpoints(MerkleTree(entries: merged.entries.map(\.bytes))))
    }

    private func dropForeignCheckpoints(_ tree: MerkleTree) throws(FileFailure) -> [String] {
        var told: [String] = []
        for kept in try checkpoints() {
            let path = Self.checkpointsPath + "/\(kept.size)"
            let lines = kept.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
            let text = ConflictText(lines: lines)
            let ours = [text.ours, text.theirs].map { Array($0.joined(separator: [0x0A])) }.first { bytes in
                guard let note = SignedNote(parsing: bytes), let checkpoint = Checkpoint(text: note.text)
                else { return false }
                return checkpoint.size == kept.size && kept.size <= tree.size
                    && checkpoint.root == tree.root(ofFirst: kept.size)
            }
            if let ours {
                if ours != kept.bytes { try write(ours, at: path) }
            } else {
                try Disk.remove(project.path(path))
                told.append(
                    "the checkpoint of size \(kept.size) was of the other branch's log and is gone: "
                        + "whoever kept it will find that this log does not continue that one")
            }
        }
        return told
    }

    private func write(_ bytes: [UInt8], at path: String) throws(FileFailure) {
        try Disk.makeFolder(Disk.split(project.path(path)).folder)
        _ = try Disk.writeIfChanged(bytes, to: project.path(path))
    }
}
