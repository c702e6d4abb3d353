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

    /// What the files are made from: the cards in their order, and the pieces of feeds and of lists.
    struct Parts: Sendable {
        fileprivate let cards: [RecordCard]
        fileprivate let feeds: [SitePiece]
        fileprivate let index: SiteLists
        fileprivate let listed: [SitePiece]
    }

    /// Puts everything in order, and neither writes a file nor names one.
    func order(_ records: BuiltRecords) -> Parts {
        let (plan, jobs) = (rounds.plan, options.jobs)
        return options.progress.follow("order") {
            let cards = RecordCard.inOrder(records.cards)
            let (feeds, (index, listed)) = WorkerThreads.both(
                jobs: jobs, { plan.feedPieces(cards) },
                {
                    let index = plan.lists(cards)
                    return (index, index.pieces)
                })
            return Parts(cards: cards, feeds: feeds, index: index, listed: listed)
        }
    }

    func run(_ parts: Parts, _ records: BuiltRecords, _ standing: StandingSite?) throws(FileFailure)
        -> OutputSummary
    {
        if standing != nil { folder.replace(records.gone) }
        let (cards, feeds) = (parts.cards, parts.feeds)
        // Together, so that no thread waits while the longest piece of either is made.
        var pieces = try make("feeds and lists", feeds + parts.listed, after: standing)
        let files = pieces[feeds.count...].flatMap { $0.outputs.map(\.path) }
        let map = parts.index.mapPieces(files: files) + schema
        pieces += try make("map", map, after: standing, from: pieces.count)
        if let standing { folder.replace(standing.files(besides: Set(pieces.compactMap(\.place)))) }
        try rounds.words?.check()
        if let standing { try standing.memory.breakSeal() } else { try? Disk.remove(build.place.memory) }
        let summary = try options.progress.follow("put in place") { () throws(FileFailure) in
            try folder.commit()
        }
        let live = cards.reduce(0) { $0 + $1.byteCount }
        options.progress.follow("remember") { remember(records, pieces, standing, live: live) }
        if options.endsProcess {
            // Not the rounds: they hold the claim on the output folder, which is given up here.
            ThisProcess.hold([records, parts, pieces, standing, rounds.truth, build.theme])
        }
        return summary
    }

    // MARK: - Pieces

    /// A piece of the new site: as it stands already, or staged.
    private struct Made: Sendable {
        let name: String
        let digest: SHA256Digest
        /// With the stamps of those that stand already.
        var outputs: [RememberedOutput]
        /// Its place among the pieces of the last build, where it is kept.
        let place: Int?
    }

    /// Stages the pieces that would not be what they are, on all cores; `first` is the number of the first among all.
    private func make(
        _ stage: String, _ pieces: [SitePiece], after standing: StandingSite?, from first: Int = 0
    ) throws(FileFailure) -> [Made] {
        let (progress, folder, jobs) = (options.progress, folder, options.jobs)
        return try options.progress.follow(stage, of: pieces.count) { () throws(FileFailure) in
            let size = min(64, pieces.count / jobs + 1)
            var made = WorkerThreads.map(pieces.count, jobs: jobs, inGroupsOf: size) { number in
                let (name, digest) = (pieces[number].name, pieces[number].digest)
                guard let standing, let place = standing.place(of: name, near: first + number),
                    let outputs = standing.kept(place, digest)
                else { return Made(name: name, digest: digest, outputs: [], place: nil) }
                progress.advance()
                return Made(name: name, digest: digest, outputs: outputs, place: place)
            }
            let others = made.indices.filter { made[$0].place == nil }
            let wanted = others.filter { pieces[$0].isLong } + others.filter { !pieces[$0].isLong }
            let staged = WorkerThreads.map(wanted.count, jobs: jobs) {
                number -> Result<[RememberedOutput], FileFailure> in
                defer { progress.advance() }
                let piece = pieces[wanted[number]]
                let place = standing?.place(of: piece.name, near: first + wanted[number])
                if let standing, let place { folder.replace(standing.files(place)) }
                let areOther = piece.isExact && place.flatMap { standing?.isSound($0) } == true
                let artifacts = piece.artifacts()
                do throws(FileFailure) {
                    try folder.stage(artifacts, areOther: areOther)
                } catch {
                    return .failure(error)
                }
                return .success(artifacts.map { RememberedOutput(path: $0.path, stamp: nil) })
            }
            for (number, outputs) in zip(wanted, staged) { made[number].outputs = try outputs.get() }
            return made
        }
    }

    /// What programs read the site's files by; it hangs on the program and the configuration alone.
    private var schema: [SitePiece] {
        guard options.outputs.contains(.data) else { return [] }
        let site = build.site.configuration
        return [SitePiece("schema") { SchemaArtifacts.all(of: site) }]
    }

    // MARK: - Remembering

    /// Nothing is lost where this fails: the next build is a clean one. `live` is how many bytes of items are pointed at.
    private func remember(_ records: BuiltRecords, _ pieces: [Made], _ standing: StandingSite?, live: Int) {
        // What nobody points at any more is given up with everything else once it is most of the file.
        guard let words = try? rounds.words?.stamps(), words.size <= 2 * live + (4 << 20),
            let manifest = folder.manifestStamp()
        else { return build.place.clear() }
        do throws(FileFailure) {
            let parts = try RememberedParts(build.place.memory, after: standing?.memory)
            guard let records = try remember(records, standing, in: parts),
                let pieces = try remember(pieces, standing, in: parts)
            else { return build.place.clear() }
            try parts.finish(
                BuildMemory.Frame(
                    environment: environment, checkedAt: rounds.truth.checkedAt, toldAt: rounds.truth.toldAt,
                    manifest: manifest, words: words, records: records, pieces: pieces))
        } catch {
            build.place.clear()
        }
    }

    /// Nil where a file is not to be found.
    private func remember(_ records: BuiltRecords, _ standing: StandingSite?, in parts: RememberedParts)
        throws(FileFailure) -> [BuildMemory.Part]?
    {
        let (folder, known) = (folder, records.parts)
        let kept = known.map { $0.standing.flatMap { standing?.memory.frame.records[$0] } }
        return try parts.add(kept, jobs: options.jobs) { number in
            records.packed(known[number].places) { folder.remembered($0) }.map { RememberedParts.Content($0) }
        }
    }

    private func remember(_ pieces: [Made], _ standing: StandingSite?, in parts: RememberedParts)
        throws(FileFailure) -> [BuildMemory.Part]?
    {
        let (folder, size) = (folder, RememberedParts.most)
        let ranges = stride(from: 0, to: pieces.count, by: size).map { $0..<min(pieces.count, $0 + size) }
        let kept = ranges.map { range in
            range.allSatisfy { pieces[$0].place == $0 } ? standing?.part(of: range) : nil
        }
        return try parts.add(kept, jobs: options.jobs) { number in
            var writer = PackedWriter()
            for piece in pieces[ranges[number]] {
                guard
                    let outputs = piece.place == nil
                        ? folder.remembered(piece.outputs.map(\.path)) : piece.outputs
                else { return nil }
                var own = PackedWriter()
                own.write(BuildMemory.Piece(name: piece.name, digest: piece.digest, outputs: outputs))
                writer.write(own.bytes)
            }
            return RememberedParts.Content(writer.bytes)
        }
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
}
