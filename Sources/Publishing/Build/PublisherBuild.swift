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
    /// What did not change since the last build into the same folder is neither read nor made again, unless `isClean`;
    /// the site is the same either way. A folder with files that this program did not write is refused unless
    /// `isForced`; `whenBusy` is called where another build holds the folder, which is then waited for.
    package func build(
        into output: String, isForced: Bool = false, isClean: Bool = false, whenBusy: () -> Void = {}
    ) throws(FileFailure) -> BuildOutcome {
        var report = Report()
        let configuration = try project.source(Project.configurationName)
        let paths = WorkerThreads.Ahead(jobs: options.jobs) { [project] in project.listedRecords }
        let (site, theme) = try options.progress.follow("theme") {
            () throws(FileFailure) -> (SiteFile?, BuildTheme?) in
            guard let site = SiteReader().read(configuration, into: &report) else { return (nil, nil) }
            let files = try project.theme(of: site.configuration, into: &report)
            return (site, BuildTheme(files, options.keptTheme, into: &report))
        }
        guard let site, let theme, !report.hasErrors else {
            return try refused(report, readsRecords: site != nil)
        }
        // Taking the output folder makes the folders above it, and with errors nothing is written.
        if !Disk.isFolder(Disk.split(output).folder) {
            let outcome = try refused(report, readsRecords: true)
            if outcome.report.hasErrors { return outcome }
        }
        let folder = try OutputFolder(output, isForced: isForced, whenBusy: whenBusy)
        let place = try BuildMemory.Place(project, output: output)
        let build = SiteBuild(publisher: self, site: site, theme: theme, folder: folder, place: place)
        let environment = try environment(of: site, theme: theme.files)
        let last = options.progress.follow("recall") {
            let last = isClean ? nil : BuildMemory.load(place, environment: environment)
            // Without a memory there are pages to make, and the records are still being listed.
            if last == nil { _ = theme.theme }
            return last
        }
        return try build.run(
            { () throws(FileFailure) in try paths.value.get() }, after: last, environment, report)
    }

    /// What is found in the records where the theme or the configuration is wrong already, so that a writer hears of
    /// everything at once.
    private func refused(_ found: Report, readsRecords: Bool) throws(FileFailure) -> BuildOutcome {
        guard readsRecords else {
            return BuildOutcome(report: found, fileCount: 0, recordCount: 0, summary: nil)
        }
        var report = found
        var reading = Report()
        guard let library = try RecordLibrary.read(project, jobs: options.jobs, into: &reading) else {
            return BuildOutcome(report: found, fileCount: 0, recordCount: 0, summary: nil)
        }
        // What reading says of the configuration was found before.
        reading.mapInPlace { $0.primary.span.file.path == Project.configurationName ? nil : $0 }
        report.add(contentsOf: reading)
        report.add(contentsOf: judge(library))
        report.add(contentsOf: try heldAgainstHistory(library))
        return BuildOutcome(report: report, fileCount: library.fileCount, recordCount: 0, summary: nil)
    }

    /// The records that are published at the moment of the build, each with its canonical JSON.
    func catalogue(of library: RecordLibrary) throws(FileFailure) -> Catalogue {
        let asOf = asOf(library)
        let published = try PublishedRevisions(of: project, site: library.site.configuration)
        let shown = library.files.filter { isPublished(RecordFacts($0.record), asOf: asOf) }
        let entries = WorkerThreads.map(shown.count, jobs: options.jobs) { index in
            let file = shown[index]
            return published.entry(
                of: file, CanonicalRecord.bytes(of: file), library.attachments[file.file.path] ?? [])
        }
        return Catalogue(
            site: library.site.configuration, asOf: asOf, entries: entries, log: published.log)
    }

    func isPublished(_ record: RecordFacts, asOf: Moment) -> Bool {
        if options.includesUnpublished { return true }
        if record.isDraft { return false }
        return record.embargo.map { $0 <= asOf } ?? true
    }
}
