import Digests
import Incidents
import Site
import System

/// Verifies a published site as a reader would who trusts nothing but his own arithmetic: signature, tree, records, and
/// a checkpoint that he kept before.
package struct LogVerifier: Sendable {
    package struct Options: Sendable {
        /// The verifier key's text, from a source that the site's host does not control; else the site's own.
        package var key: String?
        /// The bytes of a signed checkpoint kept before.
        package var since: [UInt8]?

        package init(key: String? = nil, since: [UInt8]? = nil) {
            self.key = key
            self.since = since
        }
    }

    /// What was verified, told in lines, and what readers should keep.
    package struct Outcome: Sendable {
        package let size: Int
        /// In base 64.
        package let root: String
        /// A line for each thing that holds.
        package let lines: [String]
        /// Revisions whose content was taken out, with the reason.
        package let redactions: [Redaction]
    }

    private let site: PublishedSite
    private let options: Options

    package init(_ site: PublishedSite, options: Options = Options()) {
        self.site = site
        self.options = options
    }

    /// Throws a `VerificationFailure` for the first thing that does not hold, a `FileFailure` where the site cannot be
    /// read.
    package func verify() throws -> Outcome {
        let head = try site.read([
            LogAddress.verifierKey, LogAddress.checkpoint, LogAddress.root, LogAddress.sizes,
        ])
        let (checkpoint, key) = try self.checkpoint(in: head)
        var lines = [
            key.map { "signed by \($0.name)+\($0.idText)" }
                ?? "not signed: the site has no key, so only its own word stands for the root"
        ]
        let entries = try self.entries(ofSize: checkpoint.size)
        let tree = MerkleTree(entries: entries)
        guard tree.root == checkpoint.root else {
            throw VerificationFailure(
                .tree,
                "the \(checkpoint.size) entries do not hash to the root \(Base64.encode(checkpoint.root.bytes))",
                meaning:
                    "an entry was changed after the root was published: do not rely on what the site shows")
        }
        lines.append(
            "the log's entries hash to its root: size \(checkpoint.size), \(Base64.encode(checkpoint.root.bytes))"
        )
        try verifyRoot(head[LogAddress.root], is: checkpoint)
        let history = try self.history(of: entries)
        let kept = try verifyKept(head[LogAddress.sizes], key: key, tree)
        if !kept.isEmpty {
            lines.append("every checkpoint that the site keeps is a beginning of this log: \(kept.count)")
        }
        try verifyTiles(of: LogTiles(entries: entries, publishedSizes: kept))
        if let since = options.since { lines.append(try verifySince(since, key: key, tree, checkpoint)) }
        let records = try RecordVerifier(site: site, history: history).verify()
        lines += records
        let redactions = history.entries.compactMap(\.redaction)
        return Outcome(
            size: checkpoint.size, root: Base64.encode(checkpoint.root.bytes), lines: lines,
            redactions: redactions)
    }

    // MARK: Signature

    private func checkpoint(in head: [String: [UInt8]]) throws(VerificationFailure) -> (Checkpoint, NoteKey?)
    {
        func text(_ path: String) -> String? { head[path].map { String(decoding: $0, as: UTF8.self) } }
        guard let note = head[LogAddress.checkpoint] else {
            guard head[LogAddress.verifierKey] == nil else { throw malformed(LogAddress.checkpoint) }
            guard let root = text(LogAddress.root) else {
                throw VerificationFailure(
                    .incomplete, "there is no \(LogAddress.checkpoint) and no \(LogAddress.root)",
                    meaning: "this site keeps no public log, or hides it")
            }
            guard let checkpoint = Checkpoint(text: root) else { throw malformed(LogAddress.root) }
            if options.key != nil || options.since != nil {
                throw VerificationFailure(
                    .signature, "the log is not signed",
                    meaning: "a key was expected: the site no longer vouches for its log")
            }
            return (checkpoint, nil)
        }
        let keyText = options.key ?? text(LogAddress.verifierKey).map { String($0.prefix { $0 != "\n" }) }
        guard let keyText, let key = NoteKey(text: keyText) else {
            throw options.key == nil
                ? malformed(LogAddress.verifierKey)
                : VerificationFailure(
                    .signature, "the key given is no verifier key",
                    meaning: "it reads name+hash+key, in one line")
        }
        return (try signed(note, by: key, LogAddress.checkpoint), key)
    }

    private func signed(
        _ bytes: [UInt8], by key: NoteKey, _ name: String
    ) throws(VerificationFailure) -> Checkpoint {
        guard let note = SignedNote(parsing: bytes), let checkpoint = Checkpoint(text: note.text) else {
            throw malformed(name)
        }
        guard note.verify(with: [key]) == .verified(by: [key]) else {
            throw VerificationFailure(
                .signature, "\(name) is not signed by \(key.name)+\(key.idText)",
                meaning: "somebody without the key wrote this checkpoint, or it was changed on its way")
        }
        guard checkpoint.origin == key.name else {
            throw VerificationFailure(
                .signature, "\(name) is of the log \(checkpoint.origin), and the key of \(key.name)",
                meaning: "a checkpoint of another log stands here")
        }
        return checkpoint
    }

    private func malformed(_ path: String) -> VerificationFailure {
        VerificationFailure(
            .incomplete, "\(path) is missing or not of its form",
            meaning: "the log cannot be verified as long as that is so")
    }

    // MARK: Tree

    private func entries(ofSize size: Int) throws -> [[UInt8]] {
        // What a checkpoint claims is not believed beyond what anybody could have published.
        guard size <= 10_000_000 else {
            throw VerificationFailure(
                .tree, "a log of \(size) entries is not read", meaning: "no site of this kind has so many")
        }
        let bundles = TileLayout.tiles(ofSize: size).filter { $0.level == .entries }
        let paths = bundles.map { LogAddress.tile($0.text) }
        let files = try site.read(paths)
        var entries: [[UInt8]] = []
        for (bundle, path) in zip(bundles, paths) {
            guard let bytes = files[path], let part = EntryBundle.decode(bytes), part.count == bundle.width
            else {
                throw malformed(path)
            }
            entries += part
        }
        return entries
    }

    private func verifyTiles(of log: LogTiles) throws {
        let tiles = log.files.map { (path: LogAddress.tile($0.path), bytes: $0.bytes) }
        let files = try site.read(tiles.map(\.path))
        for tile in tiles {
            guard let bytes = files[tile.path] else { throw malformed(tile.path) }
            guard bytes == tile.bytes else {
                throw VerificationFailure(
                    .tree, "\(tile.path) does not hold the entries of this log, or not their hashes",
                    meaning: "whoever verifies by proofs from this tile is shown another log")
            }
        }
    }

    private func verifyRoot(_ bytes: [UInt8]?, is checkpoint: Checkpoint) throws(VerificationFailure) {
        guard let bytes else { throw malformed(LogAddress.root) }
        guard String(decoding: bytes, as: UTF8.self) == checkpoint.text else {
            throw VerificationFailure(
                .tree, "\(LogAddress.root) is not the checkpoint's size and root",
                meaning: "readers who keep what the pages show keep something else than what is signed")
        }
    }

    private func history(of entries: [[UInt8]]) throws(VerificationFailure) -> RevisionHistory {
        do throws(HistoryFailure) {
            guard case .entries(let read) = try LogFile.read(entries.flatMap { $0 + [0x0A] }) else {
                throw HistoryFailure(LogFile.path, "two revisions of a record have the same number", help: "")
            }
            return RevisionHistory(entries: read)
        } catch {
            throw VerificationFailure(
                .tree, "entry \(error.line.map { String($0 - 1) } ?? "?") of the log: \(error.cause)",
                meaning: "the log was not written by a publisher that keeps its own rules")
        }
    }

    // MARK: Consistency

    private func verifyKept(_ sizes: [UInt8]?, key: NoteKey?, _ tree: MerkleTree) throws -> [Int] {
        guard let key else { return [] }
        guard let sizes else { throw malformed(LogAddress.sizes) }
        let lines = String(decoding: sizes, as: UTF8.self).split(separator: "\n").map(String.init)
        let kept = lines.compactMap { Int($0) }
        guard kept.map(String.init) == lines, sizes == Array(kept.map { "\($0)\n" }.joined().utf8) else {
            throw malformed(LogAddress.sizes)
        }
        let paths = kept.map(LogAddress.checkpoint(ofSize:))
        let files = try site.read(paths)
        for (size, path) in zip(kept, paths) {
            guard let bytes = files[path] else { throw malformed(path) }
            let checkpoint = try signed(bytes, by: key, path)
            guard checkpoint.size == size else { throw malformed(path) }
            try require(checkpoint, isBeginningOf: tree, path)
        }
        return kept
    }

    private func verifySince(
        _ since: [UInt8], key: NoteKey?, _ tree: MerkleTree, _ now: Checkpoint
    ) throws(VerificationFailure) -> String {
        guard let key else { throw malformed(LogAddress.verifierKey) }
        let kept = try signed(since, by: key, "the checkpoint kept before")
        try require(kept, isBeginningOf: tree, "the checkpoint kept before")
        return "the log of size \(now.size) continues the one of size \(kept.size) that was kept before"
    }

    private func require(
        _ kept: Checkpoint, isBeginningOf tree: MerkleTree, _ name: String
    ) throws(VerificationFailure) {
        guard kept.size <= tree.size else {
            throw VerificationFailure(
                .consistency, "\(name) counts \(kept.size) entries, and the log has \(tree.size)",
                meaning: "entries were taken out of the log since then")
        }
        guard kept.root == tree.root(ofFirst: kept.size) else {
            throw VerificationFailure(
                .consistency, "\(name) has another root for the first \(kept.size) entries",
                meaning: "what was published then was rewritten since: the log is not the one that was kept")
        }
    }
}
