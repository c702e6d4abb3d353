import Digests
import Incidents

/// What a record's page says about its place in the log, so that a reader can check it.
package struct LogStanding: Sendable {
    /// The last published revision.
    package let revision: Revision
    /// The entry's place, counted from 0.
    package let place: Int
    /// The leaf's hash in hex digits.
    package let entryHash: String
    /// The entry itself, as one line.
    package let entryText: String
    /// Every revision with the notice in place of its content, if it was taken out.
    package let revisions: [(revision: Revision, redaction: Redaction?)]
}

/// The log as pages, feeds and files show it: derived from the history alone, the same on every machine.
package struct PublicLog: Sendable {
    package let history: RevisionHistory
    package let origin: String
    private let tiles: LogTiles

    package init(_ history: RevisionHistory, site: SiteConfiguration) {
        self.history = history
        origin = LogAddress.origin(of: site)
        tiles = LogTiles(
            entries: history.entries.map(\.bytes), publishedSizes: history.checkpoints.map(\.size))
    }

    package var size: Int { history.size }

    /// The root of the whole log in base 64, as a checkpoint writes it.
    package var root: String { Base64.encode(tiles.tree.root.bytes) }

    /// Whether a checkpoint was ever signed.
    package var isSigned: Bool {
        history.verifierKey != nil && history.checkpoints.contains { $0.size <= size }
    }

    /// Nil for a record that was never published.
    package func standing(of id: String) -> LogStanding? {
        guard let latest = history.latest(of: id) else { return nil }
        return LogStanding(
            revision: latest.revision, place: latest.place,
            entryHash: tiles.tree.levels[0][latest.place].hex,
            entryText: String(decoding: history.entries[latest.place].bytes, as: UTF8.self),
            revisions: history.revisions(of: id).map {
                ($0.revision, history.redaction(of: id, revision: $0.revision.number))
            })
    }

    /// The log's files below the site: tiles, checkpoints and the key first, the newest checkpoint last.
    ///
    /// A checkpoint is there only where one was signed; size and root stand in `log/root.txt` either way. An empty log
    /// has no files.
    package var artifacts: [Artifact] {
        guard size > 0 else { return [] }
        var artifacts: [Artifact] = []
        func add(_ path: String, _ bytes: [UInt8], _ order: Artifact.Order = .leaf) {
            if let path = OutputPath(path) { artifacts.append(Artifact(path, bytes, order: order)) }
        }
        for file in tiles.files { add(LogAddress.tile(file.path), file.bytes) }
        let checkpoints = history.checkpoints.filter { $0.size <= size }
        for kept in checkpoints { add(LogAddress.checkpoint(ofSize: kept.size), kept.bytes) }
        if let key = history.verifierKey, let newest = checkpoints.last {
            add(LogAddress.verifierKey, Array((key + "\n").utf8))
            add(LogAddress.sizes, Array(checkpoints.map { "\($0.size)\n" }.joined().utf8))
            add(LogAddress.checkpoint, newest.bytes, .index)
        }
        let unsigned = Checkpoint(origin: origin, size: size, root: tiles.tree.root)
        add(LogAddress.root, Array(unsigned.text.utf8), .index)
        return artifacts
    }
}
