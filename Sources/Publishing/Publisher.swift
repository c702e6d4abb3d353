import Diagnostics
import Incidents
import Records
import Site
import System

/// Publishes a site: discover, read, check, plan, render, write.
package struct Publisher: Sendable {
    package struct Options: Sendable {
        package var asOf = AsOf.data
        /// Whether drafts and records under embargo are published too: for a preview, never for readers.
        package var includesUnpublished = false
        package var jobs = ThisProcess.processorCount
        package var checks = CheckOptions()
        /// The kinds of files that a build makes; fewer than all only for measuring.
        package var outputs = SiteOutputs.all
        package var progress = BuildProgress()
        /// The theme as it was compiled last, for whoever builds more than once with the same options.
        package var keptTheme = KeptTheme()
        /// Whether the process ends with what it is asked for, so that what a build holds is not freed piece by piece.
        package var endsProcess = false

        package init() {}
    }

    package let project: Project
    package let options: Options

    package init(_ project: Project, options: Options = Options()) {
        self.project = project
        self.options = options
    }

    /// What a check found, and over how many record files.
    package struct CheckOutcome: Sendable {
        package let report: Report
        package let fileCount: Int
    }

    /// Checks the whole site, or only the records at some paths while the others still count as its neighbours.
    ///
    /// A path may name a record, a folder of records or `aboveboard.yml`. A record from outside the site is checked as
    /// though it stood in it, in the place of the record with its id.
    package func check(_ paths: [String] = []) throws(FileFailure) -> CheckOutcome {
        let selection = try Selection(paths, in: project)
        var report = Report()
        guard
            let library = try RecordLibrary.read(
                project, besides: selection.outsiders, jobs: options.jobs, into: &report)
        else { return CheckOutcome(report: report, fileCount: 0) }
        report.mapInPlace { selection.contains($0.primary.span.file.path) ? $0 : nil }
        report.add(contentsOf: judge(library, where: selection.contains))
        report.add(contentsOf: try heldAgainstHistory(library, where: selection.contains))
        return CheckOutcome(report: report, fileCount: library.paths.count(where: selection.contains))
    }

    /// What the rules say of the records that are wanted, judged on all cores.
    func judge(_ library: RecordLibrary, where isWanted: @Sendable (String) -> Bool = { _ in true }) -> Report
    {
        judgement(of: library, where: isWanted).report
    }

    /// The same, with what each record that is wanted relied on of the moment of the check, by its path.
    func judgement(
        of library: RecordLibrary, where isWanted: @Sendable (String) -> Bool = { _ in true }
    ) -> (report: Report, reliances: [String: TellingMoment.Reliance]) {
        let check = SiteCheck(
            site: library.site, files: library.files, asOf: momentOfCheck(library),
            isAsOfFromRecords: options.asOf.isFromRecords(library.site.configuration),
            attachments: library.attachmentSources(where: isWanted), options: options.checks,
            knowsAllRecords: library.isWhole, allIDs: RecordIDs(library.facts.filter(\.hasSoundID).map(\.id)))
        let wanted = library.files.filter { isWanted($0.file.path) }
        var report = isWanted(library.site.file.path) ? check.checkConfiguration() : Report()
        var reliances: [String: TellingMoment.Reliance] = [:]
        let found = WorkerThreads.map(wanted.count, jobs: options.jobs) { check.judge(wanted[$0]) }
        for (file, judged) in zip(wanted, found) {
            report.add(contentsOf: judged.report)
            reliances[file.file.path] = judged.reliance
        }
        report.add(contentsOf: check.checkAttachments())
        return (report, reliances)
    }

    /// What of the records that are wanted is not what was published, and what is wrong with the history.
    func heldAgainstHistory(
        _ library: RecordLibrary, where isWanted: @Sendable (String) -> Bool = { _ in true }
    ) throws(FileFailure) -> Report {
        try HistoryCheck(project: project, library: library, asOf: asOf(library), jobs: options.jobs)
            .run(where: isWanted)
    }

    /// The moment at which records are checked, drafts among them.
    func momentOfCheck(_ library: RecordLibrary) -> Moment {
        options.asOf.resolve(
            library.site.configuration, facts: library.facts, countsDrafts: true)
    }

    /// The moment at which the site is told.
    func asOf(_ library: RecordLibrary) -> Moment {
        options.asOf.resolve(library.site.configuration, facts: library.facts)
    }
}
