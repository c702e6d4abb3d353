import Digests
import Incidents
import Records
import Syntax

/// What publishing would add to the log: one revision for each record that is not what it was.
package struct RevisionPlan: Sendable {
    /// One record as it would be published.
    package struct Candidate: Sendable {
        package let id: String
        package let slug: String
        package let record: JSONValue
        package let canonical: [UInt8]

        package init(id: String, slug: String, record: JSONValue) {
            self.id = id
            self.slug = slug
            self.record = record
            canonical = JSONWriter.bytes(of: record, .canonical)
        }

        package init(_ file: RecordFile) {
            self.init(id: file.record.id, slug: file.record.slug, record: CanonicalRecord.value(of: file))
        }
    }

    package struct Addition: Sendable {
        package let revision: Revision
        package let content: [UInt8]

        package init(revision: Revision, content: [UInt8]) {
            self.revision = revision
            self.content = content
        }
    }

    /// In the order of the records' ids.
    package private(set) var additions: [Addition] = []
    /// Records with changes that nothing owns up to: they stop the publication.
    package private(set) var silent: [(id: String, findings: [RevisionReview.Finding])] = []
    /// Records that were published and have no file any more.
    package let missing: [String]

    /// `content` answers a revision's canonical JSON, nil where it was redacted.
    package init(
        of candidates: [Candidate], after history: RevisionHistory, at moment: Moment,
        content: (Revision) throws -> [UInt8]?
    ) throws {
        let present = Set(candidates.map(\.id))
        missing = history.ids.filter { !present.contains($0) }
        for candidate in candidates.sorted(by: { $0.id < $1.id }) {
            let latest = history.latest(of: candidate.id)?.revision
            let digest = SHA256Digest(of: candidate.canonical).text
            if let latest, latest.digest == digest, latest.slug == candidate.slug { continue }
            var kinds: [ChangeKind] = []
            if let latest {
                if latest.digest != digest {
                    if let bytes = try content(latest) {
                        let review = RevisionReview(
                            published: try JSONReader.read(bytes), current: candidate.record)
                        if !review.silentEdits.isEmpty { silent.append((candidate.id, review.silentEdits)) }
                        kinds = review.kinds
                    } else {
                        kinds = [.afterRedaction]
                    }
                }
                if latest.slug != candidate.slug, !kinds.contains(.rename) { kinds.append(.rename) }
            } else {
                kinds = [.first]
            }
            let revision = Revision(
                id: candidate.id, number: (latest?.number ?? 0) + 1, slug: candidate.slug, at: moment,
                digest: digest, updates: Self.updates(of: candidate.record), changes: kinds)
            additions.append(Addition(revision: revision, content: candidate.canonical))
        }
    }

    /// The hash of each update in canonical JSON.
    package static func updates(of record: JSONValue) -> [Revision.UpdateDigest] {
        (record["updates"]?.array ?? []).compactMap { update in
            update["id"]?.string.map { id in
                Revision.UpdateDigest(
                    id: id, digest: SHA256Digest(of: JSONWriter.bytes(of: update, .canonical)).text)
            }
        }
    }
}
