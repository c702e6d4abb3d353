import Incidents
import Syntax

/// What lists are made from: all records' cards in their order, and which stand under which tag, asset and year.
struct CatalogueIndex: Sendable {
    /// Where a line leads up to the site's root: lists stand at different depths, and take it out.
    private static let rootMark = "\u{1A}/"

    let cards: [RecordCard]
    let tags: [(name: String, places: [Int])]
    let years: [(year: Int, places: [Int])]
    let assets: [String: [Int]]
    /// Where the cards' texts are kept.
    let store: any FeedStore

    /// `cards` are in the order of lists.
    init(_ cards: [RecordCard], _ store: any FeedStore) {
        self.store = store
        var tags: [String: [Int]] = [:]
        var years: [Int: [Int]] = [:]
        var assets: [String: [Int]] = [:]
        for (place, card) in cards.enumerated() {
            for tag in card.tags { tags[tag, default: []].append(place) }
            years[card.disclosed.year, default: []].append(place)
            for asset in card.assets { assets[asset.id, default: []].append(place) }
        }
        self.cards = cards
        self.tags = tags.map { (name: $0.key, places: $0.value) }.sorted { $0.name < $1.name }
        self.years = years.map { (year: $0.key, places: $0.value) }.sorted { $0.year > $1.year }
        self.assets = assets
    }

    /// The newest moment that the data tells of: what "last changed" means for lists and feeds.
    var newestWord: Moment? { cards.lazy.map(\.lastWord).max() }

    /// A record's line as its card keeps it.
    static func line(of record: Record, in edition: Edition) -> [UInt8] {
        let page = Page(edition, path: "", root: rootMark)
        return edition.theme.page(.entry, .object(RecordLine(page: page, record: record).object), page.memory)
    }

    /// A record's line as a page links it.
    func line(_ place: Int, on page: Page) -> TemplateValue {
        var line: [UInt8] = []
        store.read(cards[place].range(of: .line), into: &line)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.count + 64)
        let root = page.root.utf8Span.span
        var start = 0
        while let mark = line.span.firstIndex(of: 0x1A, from: start) {
            bytes.append(line.span.extracting(start..<mark))
            bytes.append(root.extracting(droppingLast: 1))
            start = mark + 1
        }
        bytes.append(line.span.extracting(start...))
        return .html(bytes)
    }
}

/// A record as one entry of a list.
struct RecordLine {
    let page: Page
    let record: Record

    var object: TemplateObject {
        [
            .t: page.phrases.object,
            .id: .text(record.id),
            .href: page.href(SiteAddress.page(of: record)),
            .title: .text(record.title),
            .lang: record.lang == nil || record.lang == page.edition.site.lang
                ? .null : TemplateValue(record.lang),
            .dir: .text(TextDirection(language: record.lang ?? page.edition.site.lang).rawValue),
            .kind: page.words.kind.badge(record.kind),
            .status: page.words.status.badge(record.status),
            .severity: page.words.severity.badge(record.severity),
            .isOpen: .bool(record.status.isOpen && record.withdrawn == nil),
            .isWithdrawn: .bool(record.withdrawn != nil),
            .isDraft: .bool(record.isDraft),
            .issuer: .text(page.edition.issuerName(of: record)),
            .disclosed: page.shortTime(record.disclosed),
            .lastWord: page.shortTime(record.lastWord),
            .summary: .text(Prose.line(record.summary, limit: 220, sharing: page.edition.prose)),
        ]
    }
}

/// A record as one row of the archive.
struct ArchiveRow {
    let page: Page
    let card: RecordCard

    var object: TemplateObject {
        [
            .id: .text(card.id),
            .href: page.href(card.page),
            .title: .text(card.title),
            .lang: card.lang == nil || card.lang == page.edition.site.lang ? .null : TemplateValue(card.lang),
            .dir: .text(TextDirection(language: card.lang ?? page.edition.site.lang).rawValue),
            .status: page.words.status.badge(card.status),
            .isWithdrawn: .bool(card.isWithdrawn),
            .issuer: .text(page.edition.name(ofIssuer: card.issuer)),
            .disclosed: page.shortTime(card.disclosed),
        ]
    }
}
