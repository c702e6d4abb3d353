import Incidents
import Syntax

/// Every correction of every record, the newest first, with what was said before.
struct CorrectionPages {
    private static let perPage = 100

    let edition: Edition

    var artifacts: [Artifact] {
        var rows: [(record: Record, index: Int)] = []
        for entry in edition.catalogue.entries {
            for index in entry.record.corrections.indices { rows.append((entry.record, index)) }
        }
        let sorted = rows.enumerated().sorted { left, right in
            let a = left.element.record.corrections[left.element.index].at
            let b = right.element.record.corrections[right.element.index].at
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
        let hasFeed = edition.catalogue.entries.contains { RecordItems.tellCorrections($0.record) }
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
                        var object = CorrectionRow(
                            page: page, correction: row.record.corrections[row.index], index: row.index
                        ).object
                        let anchor = SiteAddress.anchor(ofCorrection: row.index)
                        object.set(
                            .record,
                            [
                                .title: .text(row.record.title), .id: .text(row.record.id),
                                .href: page.href(SiteAddress.page(of: row.record) + "#" + anchor),
                            ])
                        return object
                    }))
            return page.artifact(.corrections, object)
        }
    }
}
