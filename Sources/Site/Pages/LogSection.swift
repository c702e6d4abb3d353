import Incidents
import Syntax

/// A record's revisions in the public log, the newest first, and what to compute to hold them against it.
struct LogSection {
    let page: RecordPage

    /// Nothing for a record that was not published yet.
    var value: TemplateValue {
        guard let standing = page.edition.log?.standing(of: page.record.id) else { return .null }
        let phrases = page.phrases
        return page.memory.object { object in
            object.set(.href, page.page.href(LogAddress.folder))
            object.set(
                .revisions, .list(standing.revisions.reversed().map { revision($0.revision, $0.redaction) }))
            object.set(.digest, String(standing.revision.digest.dropFirst("sha256:".count)))
            object.set(.entryHash, standing.entryHash)
            object.set(.entryText, standing.entryText)
            object.set(.text, phrases.text("log.place", ["n": phrases.numbers.text(standing.place)]))
        }
    }

    private func revision(_ revision: Revision, _ redaction: Redaction?) -> TemplateValue {
        let phrases = page.phrases
        return page.memory.object { object in
            object.set(.href, page.page.href(LogAddress.revision(revision.number, slug: page.record.slug)))
            object.set(.label, phrases.text("log.revision", ["n": phrases.numbers.text(revision.number)]))
            object.set(.at, page.page.timeValue(revision.at))
            object.set(.changes, .list(revision.changes.map { .text(phrases.text("log." + $0.rawValue)) }))
            object.set(.redaction, redaction.map { .text($0.reason) } ?? .null)
        }
    }
}
