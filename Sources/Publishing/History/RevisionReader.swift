import Diagnostics
import Incidents
import Records
import Syntax
import System

/// Reads published revisions back, and what differs between them.
package struct RevisionReader: Sendable {
    package let history: RevisionHistory
    private let project: Project

    /// Throws a `HistoryFailure` or a `FileFailure` where the history cannot be read.
    package init(_ project: Project) throws {
        self.project = project
        switch try HistoryFolder(of: project).read() {
        case .whole(let history): self.history = history
        case .branches:
            throw HistoryFailure(
                LogFile.path, "two branches published, and the log holds the entries of both",
                help: "run `aboveboard publish` first: it puts them into one order")
        }
    }

    /// A record's revisions in order; throws where it was never published.
    package func revisions(of id: String) throws(PublicationFailure) -> [Revision] {
        let found = history.revisions(of: id).map(\.revision)
        guard found.isEmpty else { return found }
        let near = NearMiss.nearest(to: id, among: history.ids)
        throw PublicationFailure(
            "\(id) was never published",
            help: near.map { "did you mean \($0)?" } ?? "`aboveboard history` lists what was")
    }

    /// One revision; throws where the record has none of that number.
    package func revision(_ number: Int, of id: String) throws(PublicationFailure) -> Revision {
        let all = try revisions(of: id)
        guard let found = all.first(where: { $0.number == number }) else {
            throw PublicationFailure(
                "\(id) has no revision \(number)", help: "its revisions are 1 to \(all.count)")
        }
        return found
    }

    /// The record as it was published; nil where that was taken out.
    package func record(_ revision: Revision) throws -> JSONValue? {
        guard let bytes = try HistoryFolder(of: project).content(of: revision, in: history) else {
            return nil
        }
        return try JSONReader.read(bytes)
    }

    /// What a revision changed; nil where it or the one before it was taken out. A first revision changed everything, so
    /// there is nothing to tell.
    package func changes(in revision: Revision) throws -> [FieldChange]? {
        guard revision.number > 1 else { return [] }
        let before = try self.revision(revision.number - 1, of: revision.id)
        guard let old = try record(before), let new = try record(revision) else { return nil }
        return RecordDifference.changes(from: old, to: new)
    }

    /// What the record's file says now and did not say when it was last published; nil where that was taken out.
    package func unpublishedChanges(of id: String) throws -> [FieldChange]? {
        let all = try revisions(of: id)
        guard let latest = all.last, let published = try record(latest) else { return nil }
        for path in try project.recordPaths() {
            var report = Report()
            guard let file = RecordReader().read(try project.source(path), into: &report),
                file.record.id == id
            else { continue }
            return RecordDifference.changes(from: published, to: CanonicalRecord.value(of: file))
        }
        throw PublicationFailure("\(id) has no file any more", help: "put it back as it was committed")
    }
}
