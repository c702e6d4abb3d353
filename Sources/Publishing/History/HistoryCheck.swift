import Diagnostics
import Digests
import Incidents
import Records
import Syntax
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
        var report = Report()
        let folder = HistoryFolder(of: project)
        guard let log = try Disk.readIfPresent(project.path(LogFile.path)) else { return report }
        let file = SourceFile(path: LogFile.path, bytes: log)
        let history: RevisionHistory
        do {
            switch try folder.read() {
            case .branches:
                report.add(MergedHistory.finding(at: SourceSpan(file: file, start: 0, end: 0)))
                return report
            case .whole(let whole): history = whole
            }
        } catch let failure as FileFailure {
            throw failure
        } catch let failure as HistoryFailure {
            report.add(diagnostic(failure, in: file))
            return report
        } catch {
            return report
        }
        let wanted = library.files.filter { isWanted($0.file.path) && $0.isSound("id") }
        let findings = WorkerThreads.map(wanted.count, jobs: jobs) { index in
            check(wanted[index], against: history, in: folder)
        }
        for found in findings { report.add(contentsOf: found) }
        // A record that cannot be read has not vanished.
        if isWanted(Project.configurationName), library.isWhole {
            reportVanished(history, in: file, into: &report)
        }
        return report
    }

    private func check(_ file: RecordFile, against history: RevisionHistory, in folder: HistoryFolder)
        -> Report
    {
        var report = Report()
        guard let latest = history.latest(of: file.record.id)?.revision else { return report }
        let digest = SHA256Digest(of: CanonicalRecord.bytes(of: file)).text
        for redaction in history.redactions(of: file.record.id) {
            let revision = history.revisions(of: file.record.id).first {
                $0.revision.number == redaction.revision
            }
            guard revision?.revision.digest == digest else { continue }
            report.add(
                RedactedWords.finding(
                    of: redaction.id, revision: redaction.revision, reason: redaction.reason,
                    at: file.span("id")))
        }
        guard digest != latest.digest else { return report }
        do {
            guard let content = try folder.content(of: latest, in: history) else { return report }
            let published = try JSONReader.read(content)
            _ = SilentEdits(in: file, since: "revision \(latest.number) of \(latest.at.rfc3339)", asOf: asOf)
                .check(against: published, into: &report)
        } catch let failure as HistoryFailure {
            report.add(diagnostic(failure, in: SourceFile(path: failure.path, bytes: [])))
        } catch {
            let path = HistoryFolder.contentPath(latest.id, latest.number)
            report.add(
                BrokenHistory.finding(
                    "the published revision \(latest.number) of \(latest.id) cannot be read: \(error)",
                    at: SourceSpan(file: SourceFile(path: path, bytes: []), start: 0, end: 0),
                    help: "take \(path) back as it was committed"))
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

    private func reportVanished(_ history: RevisionHistory, in file: SourceFile, into report: inout Report) {
        let present = Set(library.facts.map(\.id))
        let lines = LineIndex(file)
        for id in history.ids where !present.contains(id) {
            guard let latest = history.latest(of: id) else { continue }
            report.add(
                VanishedRecord.finding(
                    of: id, slug: latest.revision.slug,
                    at: SourceSpan(file: file, range: lines.range(ofLine: latest.place + 1))))
        }
    }

    private func diagnostic(_ failure: HistoryFailure, in file: SourceFile) -> Diagnostic {
        let range = failure.line.map { LineIndex(file).range(ofLine: $0) } ?? 0..<0
        return BrokenHistory.finding(
            failure.cause, at: SourceSpan(file: file, range: range), help: failure.help)
    }
}
