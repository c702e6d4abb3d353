import Diagnostics
import Digests
import Incidents
import Records
import Site
import System

/// One build of a site: works on each record that changed since the last, then makes the files that depend on many, and
/// remembers what the next build need not do again.
///
/// A clean build is the same with nothing remembered. Records are worked on under what is taken for true of the site; a
/// record that relied on something that turned out otherwise is worked on again, until all hold.
struct SiteBuild {
    let publisher: Publisher
    let site: SiteFile
    let theme: BuildTheme
    let folder: OutputFolder
    let place: BuildMemory.Place

    var project: Project { publisher.project }
    var options: Publisher.Options { publisher.options }

    /// The paths of the records, which may still be listed while what the last build left is unpacked.
    typealias Listing = () throws(FileFailure) -> [String]

    /// Builds the site of the records at some paths; `last` is what is remembered, and nil for a clean build.
    ///
    /// That its files stand as they were left is taken for granted, and looked at beside the work; where one does not, the
    /// build begins once more and looks first, so that it makes that file anew.
    func run(
        _ listing: Listing, after last: (memory: BuildMemory, words: KeptWords)?,
        _ environment: SHA256Digest, _ found: Report, trustsFiles: Bool = true
    ) throws(FileFailure) -> Publisher.BuildOutcome {
        var recalled = last.flatMap { last in
            options.progress.follow("compare") { recall(last.memory, looks: !trustsFiles) }
        }
        if last != nil, recalled == nil { return try run(listing, after: nil, environment, found) }
        let paths = try options.progress.follow("list", listing)
        guard paths.count <= RecordLibrary.mostRecords else {
            var report = found
            report.add(RecordLibrary.tooMany(paths.count, in: site.file))
            return Publisher.BuildOutcome(report: report, fileCount: 0, recordCount: 0, summary: nil)
        }
        let guess = recalled == nil ? self.guess(paths) : nil
        var records = recalled.map { BuiltRecords(paths, $0.records) } ?? BuiltRecords(paths)
        let standing = recalled?.standing
        let check =
            trustsFiles
            ? standing.map { StandingCheck(records, $0, in: folder, jobs: options.jobs) } : nil
        // The records have one holder, so that they are not copied where they change.
        recalled = nil
        var rounds = try BuildRounds(self, words: last?.words ?? newWords())
        try rounds.run(&records, from: guess)
        var report = found
        report.add(contentsOf: rounds.report)
        report.add(contentsOf: try records.told(in: project, site.file, jobs: options.jobs))
        guard !report.hasErrors else {
            if let last { try? last.memory.seal(last.words) }
            return Publisher.BuildOutcome(
                report: report, fileCount: paths.count, recordCount: 0, summary: nil)
        }
        if let standing, standing.isWhole, records.isOfSamePaths, !records.makesPages,
            standing.toldAt == rounds.truth.toldAt
        {
            guard follow(check) else { return try lookFirst(listing, after: last, environment, found) }
            if options.endsProcess { ThisProcess.hold([records, standing, rounds.truth]) }
            return Publisher.BuildOutcome(
                report: report, fileCount: paths.count, recordCount: records.publishedCount,
                summary: OutputSummary(written: 0, unchanged: standing.fileCount, removed: 0))
        }
        guard options.progress.follow("unpack", { records.unpackCards(jobs: options.jobs) }) else {
            try folder.startOver()
            return try run(listing, after: nil, environment, found)
        }
        let making = SiteMaking(self, rounds, environment)
        let parts = making.order(records)
        guard follow(check) else { return try lookFirst(listing, after: last, environment, found) }
        let summary = try making.run(parts, records, standing)
        return Publisher.BuildOutcome(
            report: report, fileCount: paths.count, recordCount: records.publishedCount, summary: summary)
    }

    /// Whether what was looked at beside the build stands as it was left.
    private func follow(_ check: StandingCheck?) -> Bool {
        guard let check else { return true }
        return options.progress.follow("look", check.finish)
    }

    /// The same build from its beginning, which no longer takes for granted that files stand as they were left.
    private func lookFirst(
        _ listing: Listing, after last: (memory: BuildMemory, words: KeptWords)?,
        _ environment: SHA256Digest, _ found: Report
    ) throws(FileFailure) -> Publisher.BuildOutcome {
        try folder.startOver()
        return try run(listing, after: last, environment, found, trustsFiles: false)
    }

    /// A new place for the items' bytes; nil where the project's folder takes no cache.
    private func newWords() -> KeptWords? {
        guard (try? Disk.makeFolder(project.cacheFolder)) != nil else { return nil }
        return try? KeptWords(place)
    }

    /// The newest record is most likely the last by its path: most sites' moments are its.
    private func guess(_ paths: [String]) -> SiteTruth {
        guard options.asOf.isFromRecords(site.configuration), let last = paths.last else {
            return SiteTruth(guessedFrom: nil, for: publisher, site.configuration)
        }
        let facts = RecordReading(project, last).file.map(RecordFacts.init)
        return SiteTruth(guessedFrom: facts, for: publisher, site.configuration)
    }

    /// What is remembered of the records and of the site as it stands; wants those records that are not as they were
    /// left, or, if it `looks`, whose files are not. Nil where the memory cannot be believed.
    private func recall(_ memory: BuildMemory, looks: Bool)
        -> (records: RecalledRecords, standing: StandingSite)?
    {
        guard let project = try? Folder(project.folder) else { return nil }
        let folder = folder
        let stands: @Sendable (RememberedOutput) -> Bool = { !looks || folder.stands($0) }
        guard folder.manifestStamp() == memory.frame.manifest,
            let records = RecalledRecords(
                memory, jobs: options.jobs,
                { record in
                    record.inputs.allSatisfy { $0.stands(in: project) }
                        && (!looks || record.outputs.all.allSatisfy(stands))
                }),
            let standing = StandingSite(memory, recordFiles: records.fileCount, jobs: options.jobs, stands)
        else { return nil }
        folder.goOn(from: standing.fileCount)
        return (records, standing)
    }
}
