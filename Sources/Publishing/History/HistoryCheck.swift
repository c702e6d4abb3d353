import Diagnostics
import Incidents
import Records
import System

/// Holds a site's records against what was published: the part of a check that needs the history folder.
struct HistoryCheck {
    let project: Project
    let library: RecordLibrary
    let asOf: Moment
    let jobs: Int

    /// What changed in silence, vanished, or is said again; and what is wrong with the history itself. An unpublished
    /// site has nothing to report.
    func run(where isWanted: @Sendable (String) -> Bool) throws(FileFailure) -> Report {
        let published = try PublishedWords(of: project)
        var report = published.report
        let wanted = library.files.filter { isWanted($0.file.path) }
        let findings = WorkerThreads.map(wanted.count, jobs: jobs) { index in
            let canonical = published.areAny ? CanonicalRecord.bytes(of: wanted[index]) : []
            return published.check(wanted[index], canonical, asOf: asOf)
        }
        for found in findings { report.add(contentsOf: found) }
        // A record that cannot be read has not vanished.
        if isWanted(Project.configurationName), library.isWhole {
            report.add(contentsOf: published.vanished(from: library.facts))
        }
        return report
    }

    /// Holds the records against what git has of them at a commit, for a project that keeps no history yet.
    func run(against reference: String, where isWanted: (String) -> Bool) throws -> Report {
        var report = Report()
        let commit = try GitRepository(project).commit(named: reference)
        let past = try PastRecords(project).read(at: commit)
        let published = Dictionary(past.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for file in library.files where isWanted(file.file.path) && file.isSound("id") {
            guard let before = published[file.record.id] else { continue }
            _ = SilentEdits(in: file, since: reference, asOf: asOf).check(
                against: before.record, into: &report)
        }
        let present = Set(library.files.map(\.record.id))
        if isWanted(Project.configurationName), library.files.count == library.paths.count {
            let file = library.site.file
            for gone in past where !present.contains(gone.id) {
                report.add(
                    VanishedRecord.finding(
                        of: gone.id, slug: gone.slug, at: SourceSpan(file: file, start: 0, end: 0)))
            }
        }
        return report
    }
}
