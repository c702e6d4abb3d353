import Incidents
import Syntax

/// A list of records over as many pages as the configuration asks for.
struct ListPages: Sendable {
    let edition: Edition
    let index: CatalogueIndex
    let kind: PageKind
    /// The folder of the first page.
    let folder: String
    let title: String
    let description: String
    let section: String
    var feeds: [FeedLink] = []
    let places: [Int]

    /// The pages in their order; `extend` adds to an entry's row, `complete` to a page.
    func files(
        extend: @escaping @Sendable (Int, Page, inout TemplateObject) -> Void = { _, _, _ in },
        complete: @escaping @Sendable (Page, Int, inout TemplateObject) -> Void = { _, _, _ in }
    ) -> [PlannedFile] {
        PagedList(edition: edition, folder: folder, count: places.count, perPage: edition.site.perPage)
            .pages { page, number, range, pager in
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
                object.set(.isFirst, .bool(number == 1))
                object.set(
                    .entries,
                    .rows(
                        places[range].map { place in
                            var row: TemplateObject = [.line: index.line(place, on: page)]
                            extend(place, page, &row)
                            return row
                        }))
                object.set(.count, .text(page.phrases.count("list.records", places.count)))
                object.set(.pager, pager)
                complete(page, number, &object)
                return Artifact(page: page.path, edition.theme.page(kind, object), order: .index)
            }
    }
}

/// A long list cut into pages: the first stands in `folder`, the others below it.
struct PagedList: Sendable {
    let edition: Edition
    let folder: String
    /// How many things the list has.
    let count: Int
    let perPage: Int

    /// Plans each page from its number, the range of what it shows, and what leads to the pages beside it.
    func pages(
        _ make: @escaping @Sendable (Page, Int, Range<Int>, TemplateValue) -> Artifact?
    ) -> [PlannedFile] {
        let size = max(1, perPage)
        let pageCount = max(1, (count + size - 1) / size)
        return (1...pageCount).map { number in
            let path = SiteAddress.page(number, of: folder)
            return PlannedFile(page: path) {
                let page = Page(edition, path: path)
                let range = min(count, (number - 1) * size)..<min(count, number * size)
                return make(page, number, range, pager(number, of: pageCount, on: page))
            }
        }
    }

    private func pager(_ number: Int, of pageCount: Int, on page: Page) -> TemplateValue {
        guard pageCount > 1 else { return .null }
        func href(_ number: Int) -> TemplateValue { page.href(SiteAddress.page(number, of: folder)) }
        return .object([
            .newer: number > 1 ? href(number - 1) : .null,
            .older: number < pageCount ? href(number + 1) : .null,
            .text: .text(
                page.phrases.text(
                    "list.pager",
                    ["n": page.phrases.numbers.text(number), "of": page.phrases.numbers.text(pageCount)])),
        ])
    }
}
