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

    /// What one list adds to what all have in common.
    struct Additions {
        /// Adds to an entry's row, by the record's place.
        var extend: @Sendable (Int, Page, inout TemplateObject) -> Void = { _, _, _ in }
        /// Adds to a page, by its number.
        var complete: @Sendable (Page, Int, inout TemplateMemory.Row) -> Void = { _, _, _ in }
        /// Tells what `extend` makes of an entry.
        var noteEntry: (Int, inout PackedWriter) -> Void = { _, _ in }
        /// Tells what `complete` makes of a page.
        var notePage: (Int, inout PackedWriter) -> Void = { _, _ in }
    }

    /// The pages in their order, each a piece of its own.
    func pieces(_ additions: Additions) -> [SitePiece] {
        let list = PagedList(
            edition: edition, folder: folder, count: places.count, perPage: edition.site.perPage)
        let common = edition.pieceSource
        let (extend, complete) = (additions.extend, additions.complete)
        return (1...list.pageCount).map { number in
            var source = common
            for text in [title, description] { source.write(text) }
            source.write(places.count)
            source.write(feeds.isEmpty)
            additions.notePage(number, &source)
            for place in places[list.range(number)] {
                source.write(index.cards[place].mark(of: .line))
                additions.noteEntry(place, &source)
            }
            return SitePiece(SiteAddress.page(number, of: folder), source) {
                [list.page(number) { artifact($0, $1, $2, $3, extend, complete) }].compactMap(\.self)
            }
        }
    }

    private func artifact(
        _ page: Page, _ number: Int, _ range: Range<Int>, _ pager: TemplateValue,
        _ extend: (Int, Page, inout TemplateObject) -> Void,
        _ complete: (Page, Int, inout TemplateMemory.Row) -> Void
    ) -> Artifact? {
        let title =
            number == 1
            ? self.title
            : page.phrases.text(
                "list.page_title", ["title": self.title, "n": page.phrases.numbers.text(number)])
        var frame = PageFrame(page: page, title: title, description: description)
        frame.section = section
        frame.alternates = feeds
        var object = frame.object()
        object.set(.title, self.title)
        object.set(.isFirst, .bool(number == 1))
        object.set(
            .entries,
            .rows(
                places[range].map { place in
                    var row: TemplateObject = [.line: index.line(place, on: page)]
                    extend(place, page, &row)
                    return row
                }))
        object.set(.count, page.phrases.count("list.records", places.count))
        object.set(.pager, pager)
        complete(page, number, &object)
        return Artifact(page: page.path, page.bytes(kind, object), order: .index)
    }
}

/// A long list cut into pages: the first stands in `folder`, the others below it.
struct PagedList: Sendable {
    let edition: Edition
    let folder: String
    /// How many things the list has.
    let count: Int
    let perPage: Int

    private var size: Int { max(1, perPage) }

    var pageCount: Int { max(1, (count + size - 1) / size) }

    /// What a page shows.
    func range(_ number: Int) -> Range<Int> {
        min(count, (number - 1) * size)..<min(count, number * size)
    }

    /// Makes each page from its number, the range of what it shows, and what leads to the pages beside it.
    func pages(_ make: (Page, Int, Range<Int>, TemplateValue) -> Artifact?) -> [Artifact] {
        (1...pageCount).compactMap { page($0, make) }
    }

    func page(_ number: Int, _ make: (Page, Int, Range<Int>, TemplateValue) -> Artifact?) -> Artifact? {
        let page = Page(edition, path: SiteAddress.page(number, of: folder))
        return make(page, number, range(number), pager(number, of: pageCount, on: page))
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
