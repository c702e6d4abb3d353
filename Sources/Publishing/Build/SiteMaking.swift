import Digests
import Incidents
import Records
import Site
import Syntax
import System

/// Makes the files of a site that depend on many records, puts everything in place, and remembers it.
struct SiteMaking {
    private let build: SiteBuild
    private let rounds: BuildRounds
    private let environment: SHA256Digest

    init(_ build: SiteBuild, _ rounds: BuildRounds, _ environment: SHA256Digest) {
        self.build = build
        self.rounds = rounds
        self.environment = environment
    }

    private var options: Publisher.Options { build.options }
    private var folder: OutputFolder { build.folder }

    func run(_ records: BuiltRecords, _ standing: StandingSite?) throws(FileFailure) -> OutputSummary {
        if standing != nil { folder.replace(records.gone) }
        let plan = rounds.plan
        let jobs = options.jobs
        let (cards, ordered) = options.progress.follow("order") {
            let cards = records.cards.sorted(by: RecordCard.precedes)
            let kinds = [plan.feedPieces, plan.listPieces]
            return (cards, WorkerThreads.map(kinds.count, jobs: jobs) { kinds[$0](cards) })
        }
        var pieces = try make("feeds", ordered[0], standing)
        let lists = try make("lists", ordered[1], standing)
        pieces += lists
        let files = lists.flatMap { $0.outputs.map(\.path) }
        pieces += try make("map", plan.mapPieces(cards, files: files) + schema, standing)
        if let standing {
            let kept = pieces.lazy.filter(\.isKept).flatMap { $0.outputs.map(\.path) }
            folder.replace(Set(standing.paths).subtracting(kept))
        }
        try rounds.words?.check()
        // What is remembered must not outlive a build that is killed on the way.
        try? Disk.remove(build.place.memory)
        let summary = try options.progress.follow("put in place") { () throws(FileFailure) in
            try folder.commit()
        }
        let live = cards.reduce(0) { $0 + $1.byteCount }
        options.progress.follow("remember") { remember(records, pieces, live: live) }
        return summary
    }

    // MARK: - Pieces

    /// A piece of the new site: as it stands already, or staged.
    private struct Made: Sendable {
        let name: String
        let digest: SHA256Digest
        /// With the stamps of those that stand already.
        let outputs: [RememberedOutput]
        let isKept: Bool
    }

    /// Stages the pieces that would not be what they are, on all cores.
    private func make(_ stage: String, _ pieces: [SitePiece], _ standing: StandingSite?) throws(FileFailure)
        -> [Made]
    {
        let (progress, folder) = (options.progress, folder)
        let long = pieces.indices.filter { pieces[$0].isLong }
        let turns = long + pieces.indices.filter { !pieces[$0].isLong }
        let results = options.progress.follow(stage, of: pieces.count) {
            WorkerThreads.map(turns.count, jobs: options.jobs) { turn -> Result<Made, FileFailure> in
                defer { progress.advance() }
                let piece = pieces[turns[turn]]
                if let kept = standing?.kept(piece) {
                    return .success(
                        Made(name: piece.name, digest: piece.digest, outputs: kept.outputs, isKept: true))
                }
                folder.replace(standing?.files(of: piece) ?? [])
                let artifacts = piece.artifacts()
                do throws(FileFailure) {
                    try folder.stage(artifacts)
                } catch {
                    return .failure(error)
                }
                let outputs = artifacts.map { RememberedOutput(path: $0.path, stamp: nil) }
                return .success(
                    Made(name: piece.name, digest: piece.digest, outputs: outputs, isKept: false))
            }
        }
        var made: [Made] = []
        made.reserveCapacity(results.count)
        for (_, result) in zip(turns, results).sorted(by: { $0.0 < $1.0 }) { made.append(try result.get()) }
        return made
    }

    /// What programs read the site's files by; it hangs on the program and the configuration alone.
    private var schema: [SitePiece] {
        guard options.outputs.contains(.data) else { return [] }
        let site = build.site.configuration
        return [SitePiece("schema") { SchemaArtifacts.all(of: site) }]
    }

    // MARK: - Remembering

    /// Nothing is lost where this fails: the next build is a clean one. `live` is how many bytes of items are pointed at.
    private func remember(_ records: BuiltRecords, _ pieces: [Made], live: Int) {
        let (folder, jobs) = (folder, options.jobs)
        // What nobody points at any more is given up with everything else once it is most of the file.
        guard let words = try? rounds.words?.stamp(), Int(words.size) <= 2 * live + (4 << 20),
            let manifest = folder.manifestStamp()
        else { return build.place.clear() }
        let outputs = WorkerThreads.map(pieces.count, jobs: jobs) { place in
            let piece = pieces[place]
            return piece.isKept ? piece.outputs : folder.remembered(piece.outputs.map(\.path))
        }
        guard outputs.allSatisfy({ $0 != nil }) else { return build.place.clear() }
        let frame = BuildMemory.Frame(
            environment: environment, checkedAt: rounds.truth.checkedAt, toldAt: rounds.truth.toldAt,
            manifest: manifest, words: words,
            pieces: zip(pieces, outputs).map { piece, outputs in
                BuildMemory.Piece(name: piece.name, digest: piece.digest, outputs: outputs ?? [])
            })
        do throws(FileFailure) {
            let file = try BuildMemory.Writing(build.place.memory, frame)
            if try write(records, to: file) { try file.finish() } else { build.place.clear() }
        } catch {
            build.place.clear()
        }
    }

    /// Writes the records a few parts at a time; false where a file is not to be found.
    private func write(_ records: BuiltRecords, to file: BuildMemory.Writing) throws(FileFailure) -> Bool {
        let (folder, jobs, known) = (folder, options.jobs, records.known)
        let size = BuildMemory.recordsInPart
        let parts = stride(from: 0, to: known.count, by: size).map { $0..<min(known.count, $0 + size) }
        for start in stride(from: 0, to: parts.count, by: 2 * jobs) {
            let some = parts[start..<min(parts.count, start + 2 * jobs)]
            let packed = WorkerThreads.map(some.count, jobs: jobs) { number in
                records.packed(some[start + number], known) { folder.remembered($0) }
                    .map { (bytes: $0, digest: SHA256Digest(of: $0)) }
            }
            for part in packed {
                guard let part else { return false }
                try file.append(part.bytes, part.digest)
            }
        }
        return true
    }
}

extension OutputFolder {
    /// Files as they stand now; nil where one does not.
    fileprivate func remembered(_ paths: [OutputPath]) -> [RememberedOutput]? {
        var outputs: [RememberedOutput] = []
        outputs.reserveCapacity(paths.count)
        for path in paths {
            guard let stamp = stamp(of: path) else { return nil }
            outputs.append(RememberedOutput(path: path, stamp: stamp))
        }
        return outputs
    }

    /// Whether files stand as they were left.
    func stand(_ outputs: [RememberedOutput]) -> Bool {
        outputs.allSatisfy { $0.stamp != nil && stamp(of: $0.path) == $0.stamp }
    }
}
