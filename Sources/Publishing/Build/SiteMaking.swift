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

    func run(_ records: BuiltRecords, _ memory: BuildMemory?) throws(FileFailure) -> OutputSummary {
        for path in records.untouched { folder.keep(path) }
        let plan = SitePlan(rounds.edition, outputs: options.outputs, store: rounds.store)
        let cards = records.cards.sorted(by: RecordCard.precedes)
        let documents = try makeFeeds(plan.siteFeeds(cards), memory)
        try options.progress.follow("lists") { () throws(FileFailure) in
            for artifact in plan.siteArtifacts(cards) { try folder.stage(artifact) }
            guard options.outputs.contains(.data) else { return }
            for artifact in SchemaArtifacts.all(of: build.site.configuration) { try folder.stage(artifact) }
        }
        try rounds.words?.check()
        // What is remembered must not outlive a build that is killed on the way.
        try? Disk.remove(build.place.memory)
        let summary = try options.progress.follow("put in place") { () throws(FileFailure) in
            try folder.commit()
        }
        if let words = rounds.words, let stamp = try? words.stamp() {
            var next = BuildMemory(
                environment: environment, checkedAt: rounds.truth.checkedAt, toldAt: rounds.truth.toldAt,
                words: stamp)
            next.records = records.remembered
            next.documents = documents
            let live = cards.reduce(0) { $0 + $1.words.byteCount }
            options.progress.follow("remember") { remember(&next, live: live) }
        }
        return summary
    }

    /// Makes and stages pieces of work on all cores, and keeps what each leaves for later.
    private func staged<Rest: Sendable>(
        _ count: Int, _ make: @escaping @Sendable (Int) -> ([Artifact], Rest)
    ) throws(FileFailure) -> [Rest] {
        let (progress, folder) = (options.progress, folder)
        let results = WorkerThreads.map(count, jobs: options.jobs) { index -> Result<Rest, FileFailure> in
            defer { progress.advance() }
            let (artifacts, rest) = make(index)
            do throws(FileFailure) {
                for artifact in artifacts { try folder.stage(artifact) }
                return .success(rest)
            } catch {
                return .failure(error)
            }
        }
        var rests: [Rest] = []
        rests.reserveCapacity(results.count)
        for result in results { rests.append(try result.get()) }
        return rests
    }

    // MARK: - Feeds

    /// Makes the documents of the site's feeds whose items are others than before.
    private func makeFeeds(_ feeds: SiteFeeds, _ memory: BuildMemory?) throws(FileFailure)
        -> [OutputPath: SHA256Digest]
    {
        let sources = WorkerThreads.map(feeds.count, jobs: options.jobs) { index in
            feeds.source(index).map { (paths: $0.paths, digest: SHA256Digest(of: $0.bytes)) }
        }
        var wanted: [Int] = []
        var documents: [OutputPath: SHA256Digest] = [:]
        let before = memory?.documents ?? [:]
        let standing =
            before.isEmpty
            ? [:]
            : folder.stamps(of: sources.flatMap { $0?.paths ?? [] }, jobs: options.jobs)
        for (index, source) in sources.enumerated() {
            guard let source, let first = source.paths.first else {
                wanted.append(index)
                continue
            }
            documents[first] = source.digest
            let isKept =
                before[first] == source.digest
                && source.paths.allSatisfy { path in
                    standing[path] != nil && standing[path] == memory?.outputs[path] && folder.isOurs(path)
                }
            if isKept {
                for path in source.paths { folder.keep(path) }
            } else {
                wanted.append(index)
            }
        }
        let toMake = wanted
        _ = try options.progress.follow("feeds", of: toMake.count) { () throws(FileFailure) in
            try staged(toMake.count) { (feeds.artifacts(toMake[$0]), ()) }
        }
        return documents
    }

    // MARK: - Remembering

    /// Nothing is lost where this fails: the next build is a clean one. `live` is how many bytes of items are pointed at.
    private func remember(_ next: inout BuildMemory, live: Int) {
        // What nobody points at any more is given up with everything else once it is most of the file.
        guard Int(next.words.size) <= 2 * live + (4 << 20) else { return build.place.clear() }
        next.outputs = folder.stamps(of: folder.paths, jobs: options.jobs)
        guard next.outputs.count == folder.paths.count else { return build.place.clear() }
        do throws(FileFailure) {
            try next.save(build.place)
        } catch {
            build.place.clear()
        }
    }
}
