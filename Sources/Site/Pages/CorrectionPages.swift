import Incidents
import Syntax

/// Every correction of every record, the newest first, with what was said before.
struct CorrectionPages {
    private static let perPage = 100

    let edition: Edition
    let index: CatalogueIndex

    var artifacts: [Artifact] {
        var rows: [(card: RecordCard, index: Int, at: Moment)] = []
        for card in index.cards where card.hasCorrections {
            for (place, correction) in card.corrections(in: index.store).enumerated() {
                rows.append((card, place, correction.at))
            }
        }
        let sorted = rows.enumerated().sorted { left, right in
            let (a, b) = (left.element.at, right.element.at)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
        let hasFeed = index.cards.contains(where: \.tellsCorrections)
        return PagedList(
            edition: edition, folder: SiteAddress.corrections, count: sorted.count, perPage: Self.perPage
        ).pages { page, number, range, pager in
            let title = page.phrases.text("corrections.title")
            var frame = PageFrame(
                page: page,
                title: number == 1
                    ? title
                    : page.phrases.text(
                        "list.page_title", ["title": title, "n": page.phrases.numbers.text(number)]),
                description: page.phrases.text("corrections.intro"))
            frame.section = "corrections"
            if hasFeed { frame.alternates = FeedLink.feeds(in: SiteAddress.corrections, about: title) }
            var object = frame.object()
            object.set(.pager, pager)
            object.set(
                .corrections,
                .rows(
                    sorted[range].map { row in
                        let corrections = row.card.corrections(in: index.store)
                        guard corrections.indices.contains(row.index) else { return [:] }
                        var object = CorrectionRow(
                            page: page, correction: corrections[row.index], index: row.index
                        ).object
                        let anchor = SiteAddress.anchor(ofCorrection: row.index)
                        object.set(
                            .record,
                            [
                                .title: .text(row.card.title), .id: .text(row.card.id),
                                .href: page.href(row.card.page + "#" + anchor),
                            ])
                        return object
                    }))
            return page.artifact(.corrections, object)
        }
    }
}
