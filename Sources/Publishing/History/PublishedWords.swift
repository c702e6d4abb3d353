import Diagnostics
import Digests
import Incidents
import Records
import Syntax
import System

/// What was published of a site, as records are held against it one by one, on any thread.
struct PublishedWords: Sendable {
    /// What is wrong with the history as a whole; records cannot be held against it then.
    let report: Report
    private let folder: HistoryFolder
    private let file: SourceFile
    /// Nil where nothing was published or the history cannot be read.
    private let history: RevisionHistory?

    init(of project: Project) throws(FileFailure) {
        folder = HistoryFolder(of: project)
        let log = try Disk.readIfPresent(project.path(LogFile.path))
        file = SourceFile(path: LogFile.path, bytes: log ?? [])
        var report = Report()
        var history: RevisionHistory?
        if log != nil {
            do {
                switch try folder.read() {
                case .branches:
                    report.add(MergedHistory.finding(at: SourceSpan(file: file, start: 0, end: 0)))
                case .whole(let whole): history = whole
                }
            } catch let failure as FileFailure {
                throw failure
            } catch let failure as HistoryFailure {
                report.add(Self.diagnostic(failure, in: file))
            } catch {}
        }
        self.report = report
        self.history = history
    }

    /// Whether there is anything to hold a record against.
    var areAny: Bool { history != nil }

    /// What of a record is not what was published; `canonical` is its canonical JSON.
    func check(_ file: RecordFile, _ canonical: [UInt8], asOf: Moment) -> Report {
        var report = Report()
        guard file.isSound("id"), let history,
            let latest = history.latest(of: file.record.id)?.revision
        else { return report }
        let digest = SHA256Digest(of: canonical).text
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
            report.add(Self.diagnostic(failure, in: SourceFile(path: failure.path, bytes: [])))
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

    /// The records that were published and are not there any more; `facts` are those of all records that are.
    func vanished(from facts: [RecordFacts]) -> Report {
        var report = Report()
        guard let history else { return report }
        let present = Set(facts.map(\.id))
        let lines = LineIndex(file)
        for id in history.ids where !present.contains(id) {
            guard let latest = history.latest(of: id) else { continue }
            report.add(
                VanishedRecord.finding(
                    of: id, slug: latest.revision.slug,
                    at: SourceSpan(file: file, range: lines.range(ofLine: latest.place + 1))))
        }
        return report
    }

    private static func diagnostic(_ failure: HistoryFailure, in file: SourceFile) -> Diagnostic {
        let range = failure.line.map { LineIndex(file).range(ofLine: $0) } ?? 0..<0
        return BrokenHistory.finding(
            failure.cause, at: SourceSpan(file: file, range: range), help: failure.help)
    }
}
