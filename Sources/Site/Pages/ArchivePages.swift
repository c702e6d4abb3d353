import Incidents
import Syntax

/// All records by the year of their first public word, whole on one page a year, so that a browser's own search finds
/// each of them without a script.
struct ArchivePages: Sendable {
    let edition: Edition
    let index: CatalogueIndex

    var pieces: [SitePiece] {
        var source = edition.pieceSource
        for year in index.years {
            source.write(year.year)
            source.write(year.places.count)
        }
        var pieces = [SitePiece("archive", source) { [overview].compactMap(\.self) }]
        for year in index.years {
            var source = edition.pieceSource
            for place in year.places { index.cards[place].packName(into: &source) }
            pieces.append(
                SitePiece(SiteAddress.year(year.year), source) { [self.year(year)].compactMap(\.self) })
        }
        return pieces
    }

    /// The page that names all years.
    private var overview: Artifact? {
        let phrases = edition.theme.phrases(edition.site.lang)
        let page = Page(edition, path: SiteAddress.archive)
        var frame = PageFrame(
            page: page, title: phrases.text("archive.title"), description: phrases.text("archive.intro"))
        frame.section = "archive"
        var object = frame.object()
        object.set(
            .years,
            .rows(
                index.years.map { year in
                    [
                        .name: .text(String(year.year)), .href: page.href(SiteAddress.year(year.year)),
                        .count: .text(phrases.count("list.records", year.places.count)),
                    ]
                }))
        object.set(.tagsHref, page.href(SiteAddress.tags))
        object.set(.assetsHref, page.href(SiteAddress.assets))
        return page.artifact(.archive, object)
    }

    private func year(_ year: (year: Int, places: [Int])) -> Artifact? {
        let page = Page(edition, path: SiteAddress.year(year.year))
        let title = page.phrases.text("archive.title_of", ["year": String(year.year)])
        var frame = PageFrame(
            page: page, title: title,
            description: page.phrases.text(
                "archive.description", ["year": String(year.year), "site": edition.site.title]))
        frame.section = "archive"
        var object = frame.object()
        object.set(.title, title)
        object.set(.count, page.phrases.count("list.records", year.places.count))
        object.set(.months, TemplateValue(months(year.places, on: page)))
        return page.artifact(.year, object)
    }

    /// By month, the newest first; what is known only to the year comes last, under no month's name.
    private func months(_ places: [Int], on page: Page) -> [TemplateObject] {
        var months: [(month: Int, rows: [TemplateObject])] = []
        var undated: [TemplateObject] = []
        for place in places {
            let card = index.cards[place]
            let row = ArchiveRow(page: page, card: card).object
            guard card.disclosed.precision != .year else {
                undated.append(row)
                continue
            }
            let month = card.disclosed.date.month
            if months.last?.month != month { months.append((month, [])) }
            months[months.count - 1].rows.append(row)
        }
        var objects: [TemplateObject] = months.map { month in
            [.name: .text(page.phrases.dates.name(ofMonth: month.month)), .rows: TemplateValue(month.rows)]
        }
        if !undated.isEmpty {
            objects.append([
                .name: .text(page.phrases.text("archive.no_month")), .rows: TemplateValue(undated),
            ])
        }
        return objects
    }
}
