import Incidents
import Syntax

/// What lists are made from: each record's line as bytes, and which records stand under which tag, asset and year.
struct CatalogueIndex: Sendable {
    /// Where a line leads up to the site's root: lists stand at different depths, and take it out.
    private static let rootMark = "\u{1A}/"

    let tags: [(name: String, places: [Int])]
    let years: [(year: Int, places: [Int])]
    let assets: [String: [Int]]
    private let lines: [[UInt8]]

    init(_ edition: Edition) {
        let page = Page(edition, path: "", root: Self.rootMark)
        var tags: [String: [Int]] = [:]
        var years: [Int: [Int]] = [:]
        var assets: [String: [Int]] = [:]
        var lines: [[UInt8]] = []
        lines.reserveCapacity(edition.catalogue.entries.count)
        for (place, entry) in edition.catalogue.entries.enumerated() {
            let record = entry.record
            lines.append(edition.theme.page(.entry, RecordLine(page: page, record: record).object))
            for tag in Set(record.tags) { tags[tag, default: []].append(place) }
            years[record.disclosed.year, default: []].append(place)
            for asset in record.namedAssets { assets[asset, default: []].append(place) }
        }
        self.tags = tags.map { (name: $0.key, places: $0.value) }.sorted { $0.name < $1.name }
        self.years = years.map { (year: $0.key, places: $0.value) }.sorted { $0.year > $1.year }
        self.assets = assets
        self.lines = lines
    }

    /// A record's line as a page links it.
    func line(_ place: Int, on page: Page) -> TemplateValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines[place].count + 16)
        for byte in lines[place] {
            if byte == 0x1A { bytes += page.root.utf8.dropLast() } else { bytes.append(byte) }
        }
        return .html(bytes)
    }
}

extension Record {
    /// The assets of the register that the record says something about, each once, sorted.
    var namedAssets: [String] {
        let ids: [String] =
            switch facts {
            case .incident(let incident): incident.assets.map(\.asset)
            case .statement(let statement): statement.products.map(\.asset)
            case .advisory(let advisory): advisory.affected.map(\.asset)
            }
        return Set(ids).sorted()
    }
}

/// A record as one entry of a list.
struct RecordLine {
    let page: Page
    let record: Record

    /// What a line of the archive needs.
    var briefObject: TemplateObject {
        [
            .id: .text(record.id),
            .href: page.href(SiteAddress.page(of: record)),
            .title: .text(record.title),
            .lang: language,
            .dir: .text(TextDirection(language: record.lang ?? page.edition.site.lang).rawValue),
            .status: page.badge(record.status.rawValue, page.words.status[record.status]),
            .isWithdrawn: .bool(record.withdrawn != nil),
            .issuer: .text(page.edition.issuerName(of: record)),
            .disclosed: .html(page.shortTime(record.disclosed)),
        ]
    }

    /// The record's language where it is not the site's.
    private var language: TemplateValue {
        record.lang == nil || record.lang == page.edition.site.lang ? .null : TemplateValue(record.lang)
    }

    var object: TemplateObject {
        [
            .t: page.phrases.object,
            .id: .text(record.id),
            .href: page.href(SiteAddress.page(of: record)),
            .title: .text(record.title),
            .lang: record.lang == nil || record.lang == page.edition.site.lang
                ? .null : TemplateValue(record.lang),
            .dir: .text(TextDirection(language: record.lang ?? page.edition.site.lang).rawValue),
            .kind: page.badge(record.kind.rawValue, page.words.kind[record.kind]),
            .status: page.badge(record.status.rawValue, page.words.status[record.status]),
            .severity: record.severity.map { page.badge($0.rawValue, page.words.severity[$0]) } ?? .null,
            .isOpen: .bool(record.status.isOpen && record.withdrawn == nil),
            .isWithdrawn: .bool(record.withdrawn != nil),
            .isDraft: .bool(record.isDraft),
            .issuer: .text(page.edition.issuerName(of: record)),
            .disclosed: .html(page.shortTime(record.disclosed)),
            .lastWord: .html(page.shortTime(record.lastWord)),
            .summary: .text(Prose.line(record.summary, limit: 220)),
        ]
    }
}
