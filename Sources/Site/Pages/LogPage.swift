import Incidents
import Syntax

/// The page about the public log: what to keep, what it proves and what it does not, how to verify it, what was taken out.
struct LogPage {
    let edition: Edition

    /// Nothing where nothing was published yet.
    var artifacts: [Artifact] {
        guard let log = edition.log, log.size > 0 else { return [] }
        let page = Page(edition, path: LogAddress.folder)
        let phrases = page.phrases
        let frame = PageFrame(
            page: page, title: phrases.text("log.page_title"), description: phrases.text("log.page_lead"))
        var object = frame.object()
        object.set(.origin, log.origin)
        object.set(.size, String(log.size))
        object.set(.value, log.root)
        object.set(.isSigned, .bool(log.isSigned))
        object.set(.verifierKey, log.isSigned ? TemplateValue(log.history.verifierKey) : .null)
        object.set(.href, edition.address.root)
        let redactions = log.history.entries.compactMap(\.redaction)
        if !redactions.isEmpty {
            object.set(.redactions, .object([.rows: .list(redactions.map { row($0, on: page) })]))
        }
        return [Artifact(page: page.path, page.bytes(.log, object), order: .index)].compactMap(\.self)
    }

    private func row(_ redaction: Redaction, on page: Page) -> TemplateValue {
        let number = page.phrases.numbers.text(redaction.revision)
        return .object([
            .label: .text(redaction.id + ", " + page.phrases.text("log.revision", ["n": number])),
            .at: page.timeValue(redaction.at), .text: .text(redaction.reason),
        ])
    }
}

/// Pages at addresses that records had before, which lead to where they are now.
struct MovedPages {
    let edition: Edition
    let cards: [RecordCard]

    var artifacts: [Artifact] {
        guard let log = edition.log else { return [] }
        let present = Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let slugs = present.mapValues(\.slug)
        return log.history.formerSlugs(currentSlugs: slugs).compactMap { former in
            guard let card = present[former.id] else { return nil }
            let page = Page(edition, path: "incidents/\(former.slug)/", language: card.lang)
            var frame = PageFrame(
                page: page, title: page.phrases.text("moved.title"),
                description: card.id + ": " + card.title)
            frame.isListed = false
            frame.lang = card.lang
            var object = frame.object()
            object.set(.canonical, edition.address.absolute(card.page))
            object.set(.href, page.href(card.page))
            object.set(.label, card.id + ": " + card.title)
            return Artifact(page: page.path, page.bytes(.moved, object), order: .leaf)
        }
    }
}
