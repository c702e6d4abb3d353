import Incidents
import Syntax

/// All that can be followed: the site, its promises and corrections, each asset and each tag.
struct FeedsPage: Sendable {
    let edition: Edition
    let index: CatalogueIndex

    /// What the page is made from.
    var source: PackedWriter {
        var source = edition.pieceSource
        let cards = index.cards
        source.write(cards.contains(where: \.hasPromises))
        source.write(cards.contains(where: \.tellsCorrections))
        source.write(cards.contains { $0.kind == .statement })
        source.write(index.hasCalendar)
        for card in cards where card.isWaitedFor {
            for text in [card.title, card.page] { source.write(text) }
        }
        source.write(index.assets.keys.sorted())
        source.write(index.tags.map(\.name))
        return source
    }

    var artifacts: [Artifact] {
        let page = Page(edition, path: SiteAddress.feeds)
        let phrases = page.phrases
        var frame = PageFrame(
            page: page, title: phrases.text("feeds.title"), description: phrases.text("feeds.intro"))
        frame.section = "feeds"
        frame.alternates = FeedLink.feeds(in: "", about: edition.site.title)
        var object = frame.object()
        let cards = index.cards
        var site = [row(edition.site.title, "", on: page)]
        if cards.contains(where: \.hasPromises) {
            site.append(row(phrases.text("commitments.title"), SiteAddress.commitments, on: page))
        }
        if cards.contains(where: \.tellsCorrections) {
            site.append(row(phrases.text("corrections.title"), SiteAddress.corrections, on: page))
        }
        if cards.contains(where: { $0.kind == .statement }) {
            site.append(row(phrases.text("feeds.statements"), SiteAddress.statements, on: page))
        }
        let assets = edition.site.assets.filter { index.assets[$0.id] != nil }
        let groups: [(String, [TemplateObject])] = [
            ("site", site),
            ("open", cards.filter(\.isWaitedFor).map { row($0.title, $0.page, on: page) }),
            ("assets", assets.map { row($0.displayName, SiteAddress.asset($0.id), on: page) }),
            ("tags", index.tags.map { row($0.name, SiteAddress.tag($0.name), on: page) }),
        ]
        object.set(
            .groups,
            TemplateValue(
                groups.filter { !$0.1.isEmpty }.map { name, rows in
                    [
                        .id: .text(name), .title: .text(phrases.text("feeds.of_" + name)),
                        .rows: TemplateValue(rows),
                    ]
                }))
        object.set(.listHref, page.href(SiteAddress.subscriptionList))
        object.set(.calendarHref, index.calendarHref(on: page))
        return [page.artifact(.feeds, object)].compactMap(\.self)
    }

    private func row(_ name: String, _ folder: String, on page: Page) -> TemplateObject {
        [
            .name: .text(name),
            .feeds: TemplateValue(
                FeedLink.feeds(in: folder, about: name).map { link in
                    [
                        .href: page.href(link), .label: .text(link.formName),
                        .type: .text(link.mediaType),
                    ]
                }),
        ]
    }
}
