import Incidents
import Syntax

/// The home page: what is open first, or a clear word that nothing is; then everything else.
struct HomePages: Sendable {
    let edition: Edition
    let index: CatalogueIndex

    var pieces: [SitePiece] {
        let (edition, index) = (edition, index)
        let cards = index.cards
        let open = cards.indices.filter { cards[$0].isWaitedFor }
        let shown = Array(open.prefix(max(1, edition.site.perPage)))
        let isShown = Set(shown)
        let phrases = edition.theme.phrases(edition.site.lang)
        let lists = ListPages(
            edition: edition, index: index, kind: .home, folder: "", title: edition.site.title,
            description: edition.site.description ?? phrases.text("home.description"), section: "home",
            feeds: FeedLink.feeds(in: "", about: edition.site.title),
            places: cards.indices.filter { !isShown.contains($0) })
        var additions = ListPages.Additions()
        additions.complete = { page, number, object in
            guard number == 1 else { return }
            object.set(.open, .rows(shown.map { [.line: index.line($0, on: page)] }))
            object.set(
                .more,
                open.count > shown.count
                    ? .text(page.phrases.count("home.more_open", open.count - shown.count)) : .null)
            object.set(.archiveHref, page.href(SiteAddress.archive))
            object.set(.asOf, page.timeValue(edition.telling.shown))
            object.set(.isEmpty, .bool(cards.isEmpty))
            object.set(.newest, page.timeValue(index.newestWord))
        }
        additions.notePage = { number, source in
            guard number == 1 else { return }
            for place in shown { source.write(cards[place].mark(of: .line)) }
            source.write(open.count)
            source.write(cards.isEmpty)
            source.write(index.newestWord)
        }
        return lists.pieces(additions)
    }
}

/// A page for each tag, and one that names them all.
struct TagPages: Sendable {
    let edition: Edition
    let index: CatalogueIndex

    var pieces: [SitePiece] {
        let (edition, index) = (edition, index)
        let phrases = edition.theme.phrases(edition.site.lang)
        var pieces: [SitePiece] = []
        var source = edition.pieceSource
        for tag in index.tags {
            let title = phrases.text("tags.title_of", ["tag": tag.name])
            pieces += ListPages(
                edition: edition, index: index, kind: .tag, folder: SiteAddress.tag(tag.name), title: title,
                description: phrases.text("tags.description", ["tag": tag.name, "site": edition.site.title]),
                section: "archive", feeds: FeedLink.feeds(in: SiteAddress.tag(tag.name), about: title),
                places: tag.places
            ).pieces(ListPages.Additions())
            source.write(tag.name)
            source.write(tag.places.count)
        }
        pieces.append(SitePiece("tags", source) { [register].compactMap(\.self) })
        return pieces
    }

    /// The page that names all tags.
    private var register: Artifact? {
        let page = Page(edition, path: SiteAddress.tags)
        let phrases = page.phrases
        var frame = PageFrame(
            page: page, title: phrases.text("tags.title"), description: phrases.text("tags.intro"))
        frame.section = "archive"
        var object = frame.object()
        object.set(
            .tags,
            .rows(
                index.tags.map { tag in
                    [
                        .name: .text(tag.name), .href: page.href(SiteAddress.tag(tag.name)),
                        .count: .text(phrases.numbers.text(tag.places.count)),
                    ]
                }))
        return page.artifact(.tags, object)
    }
}

/// What a server shows where there is no page: it may stand anywhere, so its links begin at the site's root.
struct NotFoundPage {
    let edition: Edition

    var artifacts: [Artifact] {
        let page = Page(anywhereIn: edition)
        var frame = PageFrame(
            page: page, title: page.phrases.text("not_found.title"),
            description: page.phrases.text("not_found.text"))
        frame.isListed = false
        let bytes = page.bytes(.notFound, frame.object())
        return [Artifact(file: "404.html", bytes, order: .index)].compactMap(\.self)
    }
}

extension Page {
    /// The page as a file of the site.
    func artifact(_ kind: PageKind, _ object: consuming TemplateMemory.Row) -> Artifact? {
        Artifact(page: path, bytes(kind, object), order: .index)
    }
}
