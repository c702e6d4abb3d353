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
    let theme: Theme
    let folder: OutputFolder
    let place: BuildMemory.Place

    var project: Project { publisher.project }
    var options: Publisher.Options { publisher.options }

    /// Builds the site; `last` is what is remembered, and nil for a clean build.
    func run(
        after last: (memory: BuildMemory, words: KeptWords)?, _ environment: SHA256Digest, _ found: Report
    ) throws(FileFailure) -> Publisher.BuildOutcome {
        let paths = try project.recordPaths()
        guard paths.count <= RecordLibrary.mostRecords else {
            var report = found
            report.add(RecordLibrary.tooMany(paths.count, in: site.file))
            return Publisher.BuildOutcome(report: report, fileCount: 0, recordCount: 0, summary: nil)
        }
        var records: BuiltRecords
        var isTouched = true
        var guess: SiteTruth?
        if let memory = last?.memory {
            records = BuiltRecords(paths, memory)
            isTouched = options.progress.follow("compare") { compare(&records, memory) }
        } else {
            let first = self.guess(paths)
            records = BuiltRecords(paths, first)
            guess = first
        }
        var rounds = try BuildRounds(self, words: last?.words ?? newWords())
        try rounds.run(&records, from: guess)
        var report = found
        report.add(contentsOf: rounds.report)
        report.add(contentsOf: try records.told(in: project, site.file, jobs: options.jobs))
        guard !report.hasErrors else {
            if let last { try? last.memory.seal(place, last.words) }
            return Publisher.BuildOutcome(
                report: report, fileCount: paths.count, recordCount: 0, summary: nil)
        }
        if let memory = last?.memory, !isTouched, !records.makesPages, memory.toldAt == rounds.truth.toldAt {
            return Publisher.BuildOutcome(
                report: report, fileCount: paths.count, recordCount: records.publishedCount,
                summary: OutputSummary(written: 0, unchanged: memory.outputs.count, removed: 0))
        }
        guard records.unpackCards(jobs: options.jobs) else {
            return try run(after: nil, environment, found)
        }
        let making = SiteMaking(self, rounds, environment)
        let summary = try making.run(records, last?.memory)
        return Publisher.BuildOutcome(
            report: report, fileCount: paths.count, recordCount: records.publishedCount, summary: summary)
    }

    /// A new place for the items' bytes; nil where the project's folder takes no cache.
    private func newWords() -> KeptWords? {
        guard (try? Disk.makeFolder(project.cacheFolder)) != nil else { return nil }
        return try? KeptWords(place.words)
    }

    /// The newest record is most likely the last by its path: most sites' moments are its.
    private func guess(_ paths: [String]) -> SiteTruth {
        guard options.asOf.isFromRecords(site.configuration), let last = paths.last else {
            return SiteTruth(guessedFrom: nil, for: publisher, site.configuration)
        }
        let facts = RecordReading(project, last).file.map(RecordFacts.init)
        return SiteTruth(guessedFrom: facts, for: publisher, site.configuration)
    }

    /// Wants what is not as it was left, and tells whether anything of the site is: a record, or one of its files.
    private func compare(_ records: inout BuiltRecords, _ memory: BuildMemory) -> Bool {
        let isStale = WorkerThreads.map(memory.records.count, jobs: options.jobs) { index in
            !memory.records[index].inputs.allSatisfy { $0.stands(in: project) }
        }
        let standing = folder.stamps(of: Array(memory.outputs.keys), jobs: options.jobs)
        let isWhole = folder.consists(of: memory.outputs.keys) && standing == memory.outputs
        let damaged =
            isWhole
            ? []
            : Set(memory.outputs.keys.filter { standing[$0] != memory.outputs[$0] || !folder.isOurs($0) })
        let places = Dictionary(uniqueKeysWithValues: zip(records.paths, records.paths.indices))
        var isTouched = !isWhole || !records.haveSamePaths(as: memory)
        for (index, record) in memory.records.enumerated() {
            guard let place = places[record.path] else { continue }
            let isMade = damaged.isEmpty || !record.outputs.contains(where: damaged.contains)
            if isStale[index] || !isMade {
                isTouched = true
                records.want(place, page: true)
            } else if record.findings == nil {
                records.want(place, page: false)
            }
        }
        return isTouched
    }
}
