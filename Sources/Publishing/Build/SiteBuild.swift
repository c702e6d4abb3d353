import Diagnostics
import Digests
import Incidents
import Records
import Site
import System

/// One build of a site: reads what changed since the last, checks it, makes the files that depend on it, and remembers
/// what the next build need not do again.
///
/// A clean build is the same with nothing remembered.
struct SiteBuild {
    let publisher: Publisher
    let site: SiteFile
    let theme: Theme
    let folder: OutputFolder
    let environment: SHA256Digest
    let place: BuildMemory.Place

    var project: Project { publisher.project }
    var options: Publisher.Options { publisher.options }

    /// Builds from what is remembered; nil where that does not apply, and nothing was changed yet.
    func run(after memory: BuildMemory, _ words: KeptWords, _ found: Report) throws(FileFailure)
        -> Publisher.BuildOutcome?
    {
        guard try project.recordPaths() == memory.records.map(\.path) else { return nil }
        let changes = options.progress.follow("compare") { self.changes(since: memory) }
        if changes.areNone, changes.toRead.isEmpty, isTold(as: memory) {
            var report = found
            report.add(contentsOf: try told(BuiltRecords(memory)))
            return untouched(memory, report)
        }
        var records = BuiltRecords(memory)
        try read(changes.toRead, of: &records)
        guard records.isSameSite(as: memory) else { return nil }
        let (checkedAt, toldAt) = moments(of: records)
        let rest = records.relying(
            otherwiseThan: memory, checkedAt: checkedAt, toldAt: toldAt,
            isPublished: { publisher.isPublished($0, asOf: toldAt) })
        try read(rest, of: &records)
        records.wantsPage.formUnion(changes.toMake)
        if changes.areNone, records.wantsPage.isEmpty, toldAt == memory.toldAt {
            let report = try judge(records, found).report
            guard !report.hasErrors else { return refused(records, report) }
            return untouched(memory, report)
        }
        guard records.unpackCards(jobs: options.jobs) else { return nil }
        return try finish(&records, found, (memory, words), checkedAt: checkedAt, toldAt: toldAt)
    }

    private func told(_ records: BuiltRecords) throws(FileFailure) -> Report {
        try records.told(in: project, site.file, jobs: options.jobs)
    }

    private func untouched(_ memory: BuildMemory, _ report: Report) -> Publisher.BuildOutcome {
        Publisher.BuildOutcome(
            report: report, fileCount: memory.records.count,
            recordCount: memory.records.count { $0.card != nil },
            summary: OutputSummary(written: 0, unchanged: memory.outputs.count, removed: 0))
    }

    private func refused(_ records: BuiltRecords, _ report: Report) -> Publisher.BuildOutcome {
        Publisher.BuildOutcome(
            report: report, fileCount: records.paths.count, recordCount: 0, summary: nil)
    }

    /// Builds everything.
    func runClean(_ found: Report) throws(FileFailure) -> Publisher.BuildOutcome {
        let paths = try project.recordPaths()
        guard paths.count <= RecordLibrary.mostRecords else {
            var report = found
            report.add(RecordLibrary.tooMany(paths.count, in: site.file))
            return Publisher.BuildOutcome(report: report, fileCount: 0, recordCount: 0, summary: nil)
        }
        var records = BuiltRecords(paths)
        try read(Array(paths.indices), of: &records)
        let (checkedAt, toldAt) = moments(of: records)
        records.wantsPage = Set(paths.indices)
        return try finish(&records, found, nil, checkedAt: checkedAt, toldAt: toldAt)
    }

    // MARK: - What changed

    private struct Changes {
        /// Records whose files are others, or in which something was found that must be found again.
        var toRead: [Int]
        /// Those whose page must be made, since its sources or its files are others.
        var toMake: Set<Int>
        /// Whether a file of the site is not as it was left.
        var hasDamage: Bool

        /// Whether the site need not be touched, though something may have to be told again.
        var areNone: Bool { toMake.isEmpty && !hasDamage }
    }

    private func changes(since memory: BuildMemory) -> Changes {
        let records = memory.records
        let isStale = WorkerThreads.map(records.count, jobs: options.jobs) { index in
            !records[index].inputs.allSatisfy { $0.stands(in: project) }
        }
        let standing = folder.stamps(of: Array(memory.outputs.keys), jobs: options.jobs)
        let isWhole = folder.consists(of: memory.outputs.keys) && standing == memory.outputs
        let damaged =
            isWhole
            ? []
            : Set(memory.outputs.keys.filter { standing[$0] != memory.outputs[$0] || !folder.isOurs($0) })
        var changes = Changes(toRead: [], toMake: [], hasDamage: !isWhole)
        for (index, record) in records.enumerated() {
            let isMade = damaged.isEmpty || !record.outputs.contains(where: damaged.contains)
            if isStale[index] || !isMade { changes.toMake.insert(index) }
            if isStale[index] || !isMade || record.findings == nil { changes.toRead.append(index) }
        }
        return changes
    }

    /// Whether the site is told at the moments at which it was told before.
    private func isTold(as memory: BuildMemory) -> Bool {
        let records = BuiltRecords(memory)
        let (checkedAt, toldAt) = moments(of: records)
        // What is wrong with the configuration or the history as a whole is told again.
        return checkedAt == memory.checkedAt && toldAt == memory.toldAt && !memory.hasSiteFindings
    }

    private func moments(of records: BuiltRecords) -> (checkedAt: Moment, toldAt: Moment) {
        let facts = records.facts
        return (
            options.asOf.resolve(site.configuration, facts: facts, countsDrafts: true),
            options.asOf.resolve(site.configuration, facts: facts)
        )
    }

    // MARK: - Reading and checking

    private func read(_ indices: [Int], of records: inout BuiltRecords) throws(FileFailure) {
        guard !indices.isEmpty else { return }
        let paths = records.paths
        let readings = options.progress.follow("read", of: indices.count) {
            WorkerThreads.map(indices.count, jobs: options.jobs) { number in
                defer { options.progress.advance() }
                return RecordReading(project, paths[indices[number]])
            }
        }
        for (index, reading) in zip(indices, readings) {
            if let failure = reading.failure { throw failure }
            records.take(reading, at: index)
        }
    }

    private func judge(_ records: BuiltRecords, _ found: Report) throws(FileFailure)
        -> (
            report: Report, reliances: [String: TellingMoment.Reliance], library: RecordLibrary,
            history: Report
        )
    {
        let library = records.library(of: site)
        var report = found
        report.add(contentsOf: records.report)
        let judged = options.progress.follow("check") { publisher.judgement(of: library) }
        report.add(contentsOf: judged.report)
        let history = try options.progress.follow("history") { () throws(FileFailure) in
            try publisher.heldAgainstHistory(library)
        }
        report.add(contentsOf: history)
        report.add(contentsOf: try told(records))
        return (report, judged.reliances, library, history)
    }

    /// A new place for the items' bytes; nil where the project's folder takes no cache.
    private func newWords() -> KeptWords? {
        guard (try? Disk.makeFolder(project.cacheFolder)) != nil else { return nil }
        return try? KeptWords(place.words)
    }

    private func finish(
        _ records: inout BuiltRecords, _ found: Report, _ last: (memory: BuildMemory, words: KeptWords)?,
        checkedAt: Moment, toldAt: Moment
    ) throws(FileFailure) -> Publisher.BuildOutcome {
        let (report, reliances, library, history) = try judge(records, found)
        guard !report.hasErrors else { return refused(records, report) }
        records.note(reliances, report, history: history)
        let making = SiteMaking(self, library, toldAt: toldAt)
        let hasSiteFindings = !records.hold(allOf: report)
        let summary = try making.run(
            &records, last?.memory, last?.words ?? newWords(), checkedAt: checkedAt,
            hasSiteFindings: hasSiteFindings)
        return Publisher.BuildOutcome(
            report: report, fileCount: records.paths.count, recordCount: records.publishedCount,
            summary: summary)
    }
}
