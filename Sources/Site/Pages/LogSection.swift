import Incidents
import Syntax

/// A record's revisions in the public log, the newest first, and what to compute to hold them against it.
struct LogSection {
    let page: RecordPage

    /// Nothing for a record that was not published yet.
    var value: TemplateValue {
        guard let standing = page.edition.log?.standing(of: page.record.id) else { return .null }
        let phrases = page.phrases
        return .object([
            .href: page.page.href(LogAddress.folder),
            .revisions: .list(standing.revisions.reversed().map { revision($0.revision, $0.redaction) }),
            .digest: .text(String(standing.revision.digest.dropFirst("sha256:".count))),
            .entryHash: .text(standing.entryHash), .entryText: .text(standing.entryText),
            .text: .text(phrases.text("log.place", ["n": phrases.numbers.text(standing.place)])),
        ])
    }

    private func revision(_ revision: Revision, _ redaction: Redaction?) -> TemplateValue {
        let phrases = page.phrases
        return .object([
            .href: page.page.href(LogAddress.revision(revision.number, slug: page.record.slug)),
            .label: .text(phrases.text("log.revision", ["n": phrases.numbers.text(revision.number)])),
            .at: page.page.timeValue(revision.at),
            .changes: .list(revision.changes.map { .text(phrases.text("log." + $0.rawValue)) }),
            .redaction: redaction.map { .text($0.reason) } ?? .null,
        ])
    }
}
