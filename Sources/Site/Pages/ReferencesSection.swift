import Incidents
import Syntax

/// Who says so: every source with its archived copy, under the numbers that the page uses.
struct ReferencesSection {
    let page: RecordPage

    var value: TemplateValue {
        let references = page.record.references
        guard !references.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.rows, page.memory.each(references) { row($0) })
        }
    }

    private func row(_ reference: Reference) -> TemplateValue {
        let file = reference.file.flatMap(attachmentName)
        return page.memory.object { object in
            object.set(.id, page.page.text("ref-", reference.id))
            object.set(.title, reference.title ?? reference.url.map(WebAddress.shown) ?? reference.id)
            object.set(.url, .address(reference.url))
            object.set(.host, page.page.hostName(of: reference.url))
            object.set(.archived, .address(reference.archived))
            object.set(.file, file.map { .text($0) } ?? .null)
            object.set(.type, page.words.reference.badge(reference.type))
            object.set(.publisher, reference.publisher)
            object.set(.at, page.page.timeValue(reference.published))
        }
    }

    /// The name of a text beside the record as it stands beside the page.
    private func attachmentName(_ path: String) -> String? {
        guard page.entry.attachments.contains(where: { $0.path == path }) else { return nil }
        return RecordAttachment.name(of: path)
    }
}

/// A text that lies beside a record and is published beside its page.
enum RecordAttachment {
    /// The last part of its path: what stands in the page's folder. Nil where that cannot be a file's name or would
    /// take the place of one of the page's own files.
    static func name(of path: String) -> String? {
        let name = Reference.publishedName(of: path)
        guard OutputPath(name) != nil, !Reference.takenNames.contains(name.lowercased()) else { return nil }
        return name
    }
}

/// How to follow the incident: its feeds, its record as data, and how to check that it is the same.
struct FollowSection {
    let page: RecordPage

    var value: TemplateValue {
        page.memory.object { object in
            object.set(
                .feeds,
                page.memory.each(page.feeds) { link in
                    page.memory.object { object in
                        object.set(.href, page.page.href(link))
                        object.set(.label, link.formName)
                        object.set(.type, link.mediaType)
                    }
                })
            object.set(.jsonHref, page.page.href(SiteAddress.json(of: page.record)))
            object.set(.digest, page.entry.digest)
            object.set(.isOpen, .bool(page.record.status.isOpen))
            object.set(.feedsHref, page.page.href(SiteAddress.feeds))
        }
    }
}
