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
        if let standing {
            folder.goOn(from: standing.fileCount)
            folder.replace(records.gone)
        }
        let plan = SitePlan(rounds.edition, outputs: options.outputs, store: rounds.store)
        let cards = records.cards.sorted(by: RecordCard.precedes)
        let feeds = try makeFeeds(plan.siteFeeds(cards), standing)
        let lists = try options.progress.follow("lists") { () throws(FileFailure) -> [OutputPath] in
            let lists = plan.siteLists(cards)
            var paths = try staged(lists.count) { number in
                let artifacts = lists.artifacts(number)
                return (artifacts, artifacts.map(\.path))
            }.flatMap(\.self)
            guard options.outputs.contains(.data) else { return paths }
            for artifact in SchemaArtifacts.all(of: build.site.configuration) {
                try folder.stage(artifact)
                paths.append(artifact.path)
            }
            return paths
        }
        if let standing { folder.replace(Set(standing.paths).subtracting(feeds.kept.map(\.path))) }
        try rounds.words?.check()
        // What is remembered must not outlive a build that is killed on the way.
        try? Disk.remove(build.place.memory)
        let summary = try options.progress.follow("put in place") { () throws(FileFailure) in
            try folder.commit()
        }
        let live = cards.reduce(0) { $0 + $1.byteCount }
        options.progress.follow("remember") {
            remember(records, feeds, others: lists, live: live)
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

    /// The documents of the site's feeds: what each was put together from, which stand as they did, and which are new.
    private struct Documents {
        var sources: [OutputPath: SHA256Digest] = [:]
        var kept: [RememberedOutput] = []
        var made: [OutputPath] = []
    }

    /// Makes the documents of the site's feeds whose items are others than before.
    private func makeFeeds(_ feeds: SiteFeeds, _ standing: StandingSite?) throws(FileFailure) -> Documents {
        let sources = WorkerThreads.map(feeds.count, jobs: options.jobs) { index in
            feeds.source(index).map { (paths: $0.paths, digest: SHA256Digest(of: $0.bytes)) }
        }
        var documents = Documents()
        var wanted: [Int] = []
        for (index, source) in sources.enumerated() {
            guard let source, let first = source.paths.first else {
                wanted.append(index)
                continue
            }
            documents.sources[first] = source.digest
            let sound = source.paths.compactMap { standing?.sound[$0] }
            if standing?.documents[first] == source.digest, sound.count == source.paths.count {
                documents.kept += sound
            } else {
                wanted.append(index)
            }
        }
        let toMake = wanted
        let made = try options.progress.follow("feeds", of: toMake.count) { () throws(FileFailure) in
            try staged(toMake.count) { number in
                let artifacts = feeds.artifacts(toMake[number])
                return (artifacts, artifacts.map(\.path))
            }
        }
        documents.made = Array(made.joined())
        return documents
    }

    // MARK: - Remembering

    /// Nothing is lost where this fails: the next build is a clean one. `live` is how many bytes of items are pointed at.
    private func remember(_ records: BuiltRecords, _ feeds: Documents, others: [OutputPath], live: Int) {
        // What nobody points at any more is given up with everything else once it is most of the file.
        guard let words = try? rounds.words?.stamp(), Int(words.size) <= 2 * live + (4 << 20),
            let manifest = folder.manifestStamp(),
            let outputs = folder.remembered(feeds.made + others, jobs: options.jobs),
            let packed = records.packed(jobs: options.jobs, { [folder] in folder.remembered($0, jobs: 1) })
        else { return build.place.clear() }
        let frame = BuildMemory.Frame(
            environment: environment, checkedAt: rounds.truth.checkedAt, toldAt: rounds.truth.toldAt,
            manifest: manifest, words: words, documents: feeds.sources, outputs: feeds.kept + outputs)
        do throws(FileFailure) {
            try BuildMemory(frame, packed).save(build.place)
        } catch {
            build.place.clear()
        }
    }
}

extension OutputFolder {
    /// Files as they stand now; nil where one does not.
    fileprivate func remembered(_ paths: [OutputPath], jobs: Int) -> [RememberedOutput]? {
        let stamps = stamps(of: paths, jobs: jobs)
        guard stamps.count == paths.count else { return nil }
        return paths.map { RememberedOutput(path: $0, stamp: stamps[$0]) }
    }

    /// Whether files stand as they were left.
    func stand(_ outputs: [RememberedOutput]) -> Bool {
        let stamps = stamps(of: outputs.map(\.path), jobs: 1)
        return outputs.allSatisfy { $0.stamp != nil && stamps[$0.path] == $0.stamp }
    }
}
