import Digests
import Incidents
import Records
import Site
import Syntax
import System

/// Makes and stages the files of a site from checked records, and keeps those that stay as they are.
struct SiteMaking {
    private let build: SiteBuild
    private let library: RecordLibrary
    private let toldAt: Moment

    init(_ build: SiteBuild, _ library: RecordLibrary, toldAt: Moment) {
        self.build = build
        self.library = library
        self.toldAt = toldAt
    }

    private var options: Publisher.Options { build.options }
    private var folder: OutputFolder { build.folder }

    func run(
        _ records: inout BuiltRecords, _ memory: BuildMemory?, _ kept: KeptWords?, checkedAt: Moment,
        hasSiteFindings: Bool
    ) throws(FileFailure) -> OutputSummary {
        let published = try PublishedRevisions(of: build.project, site: build.site.configuration)
        let isPublished: @Sendable (RecordFacts) -> Bool = { [publisher = build.publisher, toldAt] facts in
            publisher.isPublished(facts, asOf: toldAt)
        }
        let edition = Edition(
            site: build.site.configuration, asOf: toldAt, log: published.log,
            neighbours: records.neighbours(isPublished), theme: build.theme)
        // What is remembered must not outlive a build that fails on the way.
        try? Disk.remove(build.place.memory)
        let plan = SitePlan(edition, outputs: options.outputs, store: kept ?? FeedMemory())
        try makeRecords(&records, plan, published, isPublished)
        let cards = records.cards.sorted(by: RecordCard.precedes)
        let documents = try makeFeeds(plan.siteFeeds(cards), memory)
        try options.progress.follow("lists") { () throws(FileFailure) in
            for artifact in plan.siteArtifacts(cards) { try folder.stage(artifact) }
            guard options.outputs.contains(.data) else { return }
            for artifact in SchemaArtifacts.all(of: build.site.configuration) { try folder.stage(artifact) }
        }
        try kept?.check()
        let summary = try options.progress.follow("put in place") { () throws(FileFailure) in
            try folder.commit()
        }
        if let kept, let stamp = try? kept.stamp() {
            var next = BuildMemory(
                environment: build.environment, checkedAt: checkedAt, toldAt: toldAt,
                hasSiteFindings: hasSiteFindings, words: stamp)
            next.records = records.remembered.compactMap(\.self)
            next.documents = documents
            let live = cards.reduce(0) { $0 + $1.words.byteCount }
            options.progress.follow("remember") { remember(&next, live: live) }
        }
        return summary
    }

    // MARK: - Records

    private struct Made: Sendable {
        let files: SitePlan.RecordFiles?
        let paths: [OutputPath]
        let inputs: [RememberedRecord.Input]
    }

    /// A record's files depend on no other record's page: they are made and staged on all cores.
    private func makeRecords(
        _ records: inout BuiltRecords, _ plan: SitePlan, _ published: PublishedRevisions,
        _ isPublished: @escaping @Sendable (RecordFacts) -> Bool
    ) throws(FileFailure) {
        let places = records.wantsPage.sorted()
        let readings = places.map { records.reading($0) }
        let (publisher, library) = (build.publisher, library)
        let made = try options.progress.follow("records", of: places.count) { () throws(FileFailure) in
            try staged(places.count) { number -> ([Artifact], Made) in
                guard let reading = readings[number], let file = reading.file else {
                    return ([], Made(files: nil, paths: [], inputs: []))
                }
                let inputs = reading.inputs + published.inputs(of: file.record.id)
                guard isPublished(RecordFacts(file.record)) else {
                    return ([], Made(files: nil, paths: [], inputs: inputs))
                }
                let files = plan.files(of: publisher.entry(of: file, in: library, published))
                var rest = files
                rest.artifacts = []
                return (
                    files.artifacts,
                    Made(files: rest, paths: files.artifacts.map(\.path), inputs: inputs)
                )
            }
        }
        let neighbours = records.neighbours(isPublished)
        for (place, made) in zip(places, made) {
            records.note(place) { record in
                record.inputs = made.inputs.map { $0.settled(before: folder.beganAt) }
                record.card = made.files.map { KeptCard($0.card) }
                record.pageReliance = made.files?.reliance ?? .init()
                record.neighbours = (made.files?.neighbours ?? []).map {
                    RememberedRecord.Neighbour(id: $0, shown: neighbours[$0])
                }
                record.outputs = made.paths
            }
        }
        for (index, record) in records.remembered.enumerated() where !records.wantsPage.contains(index) {
            for path in record?.outputs ?? [] { folder.keep(path) }
        }
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
