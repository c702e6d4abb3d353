import Diagnostics
import Digests
import Incidents
import Records
import Site
import System

extension Publisher {
    /// What a build found and, unless errors stopped it, what it wrote.
    package struct BuildOutcome: Sendable {
        package let report: Report
        package let fileCount: Int
        /// Records that were published.
        package let recordCount: Int
        /// Nil where errors left the last good site as it was.
        package let summary: OutputSummary?
    }

    /// Builds the site into a folder; with errors in the records, the configuration or the theme nothing is written.
    ///
    /// A folder with files that this program did not write is refused unless `isForced`; `whenBusy` is called where
    /// another build holds the folder, which is then waited for.
    package func build(
        into output: String, isForced: Bool = false, whenBusy: () -> Void = {}
    ) throws(FileFailure) -> BuildOutcome {
        let progress = options.progress
        var report = Report()
        let read = try progress.follow("read") { () throws(FileFailure) in
            try RecordLibrary.read(project, jobs: options.jobs, into: &report)
        }
        guard let library = read else {
            return BuildOutcome(report: report, fileCount: 0, recordCount: 0, summary: nil)
        }
        report.add(contentsOf: try progress.follow("check") { judge(library) })
        let broken = try progress.follow("history") { () throws(FileFailure) in
            try heldAgainstHistory(library)
        }
        report.add(contentsOf: broken)
        let theme = try progress.follow("theme") { () throws(FileFailure) in
            Theme(try project.theme(of: library.site.configuration, into: &report), into: &report)
        }
        guard !report.hasErrors, let theme else {
            return BuildOutcome(report: report, fileCount: library.fileCount, recordCount: 0, summary: nil)
        }
        let catalogue = try progress.follow("hash") { () throws(FileFailure) -> Catalogue in
            try self.catalogue(of: library)
        }
        let folder = try OutputFolder(output, isForced: isForced, whenBusy: whenBusy)
        let plan = SitePlan(
            Edition(catalogue: catalogue, theme: theme), outputs: options.outputs)
        try stage(plan, of: catalogue, in: folder)
        return BuildOutcome(
            report: report, fileCount: library.fileCount, recordCount: catalogue.entries.count,
            summary: try progress.follow("put in place") { () throws(FileFailure) in try folder.commit() })
    }

    /// A record's files depend on no other record's page: they are made and staged on all cores, and after them the
    /// feeds that are made of all records' words.
    private func stage(_ plan: SitePlan, of catalogue: Catalogue, in folder: OutputFolder) throws(FileFailure)
    {
        let count = catalogue.entries.count
        let cards = try options.progress.follow("records", of: count) { () throws(FileFailure) in
            try stage(count, in: folder) { index in
                let files = plan.files(of: catalogue.entries[index])
                return (files.artifacts, files.card)
            }
        }
        let feeds = plan.siteFeeds(cards)
        _ = try options.progress.follow("feeds", of: feeds.count) { () throws(FileFailure) in
            try stage(feeds.count, in: folder) { (feeds.artifacts($0), ()) }
        }
        try options.progress.follow("lists") { () throws(FileFailure) in
            for artifact in plan.siteArtifacts(cards) { try folder.stage(artifact) }
            guard options.outputs.contains(.data) else { return }
            for artifact in SchemaArtifacts.all(of: catalogue.site) { try folder.stage(artifact) }
        }
    }

    /// Makes and stages pieces of work on all cores, and keeps what each leaves for later.
    private func stage<Rest: Sendable>(
        _ count: Int, in folder: OutputFolder, _ make: @escaping @Sendable (Int) -> ([Artifact], Rest)
    ) throws(FileFailure) -> [Rest] {
        let progress = options.progress
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

    /// The records that are published at the moment of the build, each with its canonical JSON.
    func catalogue(of library: RecordLibrary) throws(FileFailure) -> Catalogue {
        let asOf = asOf(library)
        let published = try PublishedRevisions(of: project, site: library.site.configuration)
        let shown = library.files.filter { isPublished($0.record, asOf: asOf) }
        let entries = WorkerThreads.map(shown.count, jobs: options.jobs) { index in
            let file = shown[index]
            let json = CanonicalRecord.bytes(of: file)
            return Catalogue.Entry(
                record: file.record, canonicalJSON: json, digest: SHA256Digest(of: json).hex,
                attachments: (library.attachments[file.file.path] ?? []).map { ($0.path, $0.bytes) },
                revisions: published.contents(of: file.record.id))
        }
        return Catalogue(
            site: library.site.configuration, asOf: asOf, entries: entries, log: published.log)
    }

    private func isPublished(_ record: Record, asOf: Moment) -> Bool {
        if options.includesUnpublished { return true }
        if record.isDraft { return false }
        return record.embargo.map { $0 <= asOf } ?? true
    }
}
