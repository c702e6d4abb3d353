import Incidents
import Syntax

/// A list of records over as many pages as the configuration asks for.
struct ListPages {
    let edition: Edition
    let index: CatalogueIndex
    let kind: PageKind
    /// The folder of the first page.
    let folder: String
    let title: String
    let description: String
    let section: String
    let feeds: [FeedLink]
    let places: [Int]

    /// The pages in their order; `first` puts what only the first page shows into its object.
    func artifacts(_ add: (Page, Int, inout TemplateObject) -> Void = { _, _, _ in }) -> [Artifact] {
        let perPage = max(1, edition.site.perPage)
        let count = max(1, (places.count + perPage - 1) / perPage)
        return (1...count).compactMap { number in
            let page = Page(edition, path: SiteAddress.page(number, of: folder))
            let title =
                number == 1
                ? self.title
                : page.phrases.text(
                    "list.page_title", ["title": self.title, "n": page.phrases.numbers.text(number)])
            var frame = PageFrame(page: page, title: title, description: description)
            frame.section = section
            frame.alternates = feeds
            var object = frame.object()
            object.set(.title, .text(self.title))
            object.set(.number, .text(page.phrases.numbers.text(number)))
            object.set(.isFirst, .bool(number == 1))
            let slice = places[
                min(places.count, (number - 1) * perPage)..<min(places.count, number * perPage)]
            object.set(.entries, .rows(values: slice.map { index.line($0, on: page) }))
            object.set(.count, .text(page.phrases.count("list.records", places.count)))
            object.set(.pager, pager(number, of: count, on: page))
            add(page, number, &object)
            return Artifact(page: page.path, edition.theme.page(kind, object), order: .index)
        }
    }

    private func pager(_ number: Int, of count: Int, on page: Page) -> TemplateValue {
        guard count > 1 else { return .null }
        func href(_ number: Int) -> TemplateValue { page.href(SiteAddress.page(number, of: folder)) }
        return .object([
            .newer: number > 1 ? href(number - 1) : .null,
            .older: number < count ? href(number + 1) : .null,
            .text: .text(
                page.phrases.text(
                    "list.pager",
                    ["n": page.phrases.numbers.text(number), "of": page.phrases.numbers.text(count)])),
        ])
    }
}

/// The home page: what is open first, or a clear word that nothing is; then everything else.
struct HomePages {
    let edition: Edition
    let index: CatalogueIndex

    var artifacts: [Artifact] {
        let entries = edition.catalogue.entries
        let open = entries.indices.filter {
            entries[$0].record.status.isOpen && entries[$0].record.withdrawn == nil
        }
        let shown = open.prefix(max(1, edition.site.perPage))
        let others = entries.indices.filter { !shown.contains($0) }
        let phrases = edition.theme.phrases(edition.site.lang)
        let lists = ListPages(
            edition: edition, index: index, kind: .home, folder: "", title: edition.site.title,
            description: edition.site.description ?? phrases.text("home.description"), section: "home",
            feeds: FeedLink.feeds(in: "", about: edition.site.title), places: Array(others))
        return lists.artifacts { page, number, object in
            guard number == 1 else { return }
            object.set(.open, .rows(values: shown.map { index.line($0, on: page) }))
            object.set(.openCount, .text(page.phrases.count("home.open", open.count)))
            object.set(.isEmpty, .bool(entries.isEmpty))
            object.set(.newest, page.timeValue(edition.catalogue.newestWord))
            object.set(
                .years,
                TemplateValue(
                    index.years.map {
                        [.name: .text(String($0.year)), .href: page.href(SiteAddress.year($0.year))]
                    }))
        }
    }
}

/// A page for each tag, and one that names them all.
struct TagPages {
    let edition: Edition
    let index: CatalogueIndex

    var artifacts: [Artifact] {
        let phrases = edition.theme.phrases(edition.site.lang)
        var artifacts: [Artifact] = []
        for tag in index.tags {
            let title = phrases.text("tags.title_of", ["tag": tag.name])
            artifacts += ListPages(
                edition: edition, index: index, kind: .tag, folder: SiteAddress.tag(tag.name), title: title,
                description: phrases.text("tags.description", ["tag": tag.name, "site": edition.site.title]),
                section: "archive", feeds: FeedLink.feeds(in: SiteAddress.tag(tag.name), about: title),
                places: tag.places
            ).artifacts()
        }
        let page = Page(edition, path: SiteAddress.tags)
        var frame = PageFrame(
            page: page, title: phrases.text("tags.title"), description: phrases.text("tags.intro"))
        frame.section = "archive"
        var object = frame.object()
        object.set(
            .rows,
            TemplateValue(
                index.tags.map { tag in
                    [
                        .name: .text(tag.name), .href: page.href(SiteAddress.tag(tag.name)),
                        .count: .text(phrases.numbers.text(tag.places.count)),
                    ]
                }))
        if let artifact = Artifact(page: page.path, edition.theme.page(.tags, object), order: .index) {
            artifacts.append(artifact)
        }
        return artifacts
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
        let object = frame.object()
        return [Artifact(file: "404.html", edition.theme.page(.notFound, object), order: .index)].compactMap(
            \.self)
    }
}
