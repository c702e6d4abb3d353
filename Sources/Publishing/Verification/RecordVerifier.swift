import Digests
import Incidents
import Site
import Syntax

/// Holds what a site's records say now, and what it says they said before, against the hashes in its log.
struct RecordVerifier {
    let site: PublishedSite
    let history: RevisionHistory

    /// Throws a `VerificationFailure` for the first record that is not what was logged.
    func verify() throws -> [String] {
        var wanted: [(path: String, revision: Revision, isLatest: Bool)] = []
        for id in history.ids {
            guard let latest = history.latest(of: id)?.revision else { continue }
            wanted.append(("incidents/\(latest.slug)/record.json", latest, true))
            for (_, revision) in history.revisions(of: id) {
                wanted.append((LogAddress.revision(revision.number, slug: latest.slug), revision, false))
            }
        }
        let files = try site.read(wanted.map(\.path))
        for (path, revision, isLatest) in wanted {
            try check(files[path], at: path, revision, isLatest: isLatest)
        }
        if let present = try site.paths(endingIn: "record.json") {
            let known = Set(wanted.map(\.path))
            for path in present where path.hasPrefix("incidents/") && !known.contains(path) {
                throw VerificationFailure(
                    .record, "\(path) was never logged",
                    meaning: "it can be changed or withdrawn without a trace: treat it as a draft")
            }
        }
        let count = history.ids.count
        let revisions = wanted.count - count
        return ["every record says what was logged: \(count); every revision can be read again: \(revisions)"]
    }

    private func check(_ bytes: [UInt8]?, at path: String, _ revision: Revision, isLatest: Bool)
        throws(VerificationFailure)
    {
        let name = "\(revision.id) revision \(revision.number)"
        let redaction = history.redaction(of: revision.id, revision: revision.number)
        guard let bytes else {
            throw VerificationFailure(
                .record, "\(name) is not at \(path)",
                meaning: "a record that was published is no longer shown")
        }
        guard SHA256Digest(of: bytes).text != revision.digest else { return }
        if let redaction, !isLatest, let notice = try? JSONReader.read(bytes),
            notice["redacted"]?["sha256"]?.string == revision.digest,
            notice["redacted"]?["reason"]?.string == redaction.reason
        {
            return
        }
        throw VerificationFailure(
            .record, "\(path) is not what was logged as \(name)",
            meaning: "the record was changed after it was published, and the log does not know of it")
    }
}
