import Diagnostics
import Incidents
import Records
import Syntax

/// The records of a project as git has them at some commit.
struct PastRecords {
    private let repository: GitRepository

    init(_ project: Project) {
        repository = GitRepository(project)
    }

    /// The records that could be read then, by id; drafts left out. What could not be read says nothing.
    func read(at commit: String) throws -> [RevisionPlan.Candidate] {
        let paths = try repository.files(below: "incidents", at: commit).filter(Project.isRecord)
        var candidates: [RevisionPlan.Candidate] = []
        var seen: Set<String> = []
        for (path, bytes) in zip(paths, try repository.read(paths, at: commit)) {
            var report = Report()
            guard let file = RecordReader().read(SourceFile(path: path, bytes: bytes), into: &report),
                !report.hasErrors, !file.record.isDraft, file.record.embargo == nil,
                seen.insert(file.record.id).inserted
            else { continue }
            candidates.append(RevisionPlan.Candidate(file))
        }
        return candidates
    }

    /// The revisions that git's past tells of records that are still there: each state that differs from the one before
    /// it, at the time of its commit.
    func revisions(of ids: Set<String>) throws -> [RevisionPlan.Addition] {
        var history = RevisionHistory()
        var additions: [RevisionPlan.Addition] = []
        var contents: [String: [UInt8]] = [:]
        for commit in try repository.commits(touching: "incidents") {
            let records = try read(at: commit.hash).filter { ids.contains($0.id) }
            // Committers' clocks go back and forth; the log's times do not.
            let now = max(
                Moment(secondsSince1970: commit.seconds),
                history.entries.last?.at ?? Moment(secondsSince1970: 0))
            let plan = try RevisionPlan(of: records, after: history, at: now) { [contents] in
                contents[$0.digest]
            }
            for addition in plan.additions {
                let old = addition.revision
                let revision = Revision(
                    id: old.id, number: old.number, slug: old.slug, at: old.at, digest: old.digest,
                    updates: old.updates, changes: old.changes + [.adopted])
                additions.append(RevisionPlan.Addition(revision: revision, content: addition.content))
                contents[revision.digest] = addition.content
                history.append(LogLine.entry(.revision(revision)))
            }
        }
        return additions
    }
}
