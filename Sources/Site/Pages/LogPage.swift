import Incidents
import Syntax

/// The page about the public log: what to keep, what it proves and what it does not, how to verify it, what was taken out.
struct LogPage {
    let edition: Edition

    /// Nothing where nothing was published yet.
    var artifacts: [Artifact] {
        guard let log = edition.catalogue.log, log.size > 0 else { return [] }
        let page = Page(edition, path: LogAddress.folder)
        let phrases = page.phrases
        let frame = PageFrame(
            page: page, title: phrases.text("log.page_title"), description: phrases.text("log.page_lead"))
        var object = frame.object()
        object.set(.origin, .text(log.origin))
        object.set(.size, .text(String(log.size)))
        object.set(.value, .text(log.root))
        object.set(.isSigned, .bool(log.isSigned))
        object.set(.verifierKey, log.isSigned ? TemplateValue(log.history.verifierKey) : .null)
        object.set(.href, .text(edition.address.root))
        let redactions = log.history.entries.compactMap(\.redaction)
        if !redactions.isEmpty {
            object.set(.redactions, .object([.rows: .list(redactions.map { row($0, on: page) })]))
        }
        return [Artifact(page: page.path, edition.theme.page(.log, object), order: .index)].compactMap(\.self)
    }

    private func row(_ redaction: Redaction, on page: Page) -> TemplateValue {
        let number = page.phrases.numbers.text(redaction.revision)
        return .object([
            .label: .text(redaction.id + ", " + page.phrases.text("log.revision", ["n": number])),
            .at: .html(page.time(redaction.at)), .text: .text(redaction.reason),
        ])
    }
}

/// Pages at addresses that records had before, which lead to where they are now.
struct MovedPages {
    let edition: Edition

    var artifacts: [Artifact] {
        guard let log = edition.catalogue.log else { return [] }
        let entries = edition.catalogue.entries
        let slugs = Dictionary(
            entries.map { ($0.record.id, $0.record.slug) }, uniquingKeysWith: { first, _ in first })
        return log.history.formerSlugs(currentSlugs: slugs).compactMap { former in
            guard let record = edition.record(former.id) else { return nil }
            let page = Page(edition, path: "incidents/\(former.slug)/", language: record.lang)
            var frame = PageFrame(
                page: page, title: page.phrases.text("moved.title"),
                description: record.id + ": " + record.title)
            frame.isListed = false
            frame.lang = record.lang
            var object = frame.object()
            object.set(.canonical, .text(edition.address.absolute(SiteAddress.page(of: record))))
            object.set(.href, page.href(SiteAddress.page(of: record)))
            object.set(.label, .text(record.id + ": " + record.title))
            return Artifact(page: page.path, edition.theme.page(.moved, object), order: .leaf)
        }
    }
}
