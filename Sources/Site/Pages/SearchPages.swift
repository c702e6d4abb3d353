import Incidents
import Syntax

/// Search on a static site: a page, and a small index that its script reads. Without a script the archive serves.
struct SearchPages {
    let edition: Edition
    let index: CatalogueIndex

    var artifacts: [Artifact] {
        let page = Page(edition, path: SiteAddress.search)
        var frame = PageFrame(
            page: page, title: page.phrases.text("search.title"),
            description: page.phrases.text("search.intro"))
        frame.section = "search"
        var object = frame.object()
        object.set(.archiveHref, page.href(SiteAddress.archive))
        let rows = Artifact(file: SiteAddress.search + "index.json", json, order: .feed)
        return [page.artifact(.search, object), rows].compactMap(\.self)
    }

    /// Rows of slug, title, what stands under it, and further words that find it.
    private var json: [UInt8] {
        var json: [UInt8] = [0x5B]
        let rows = index.cards.map { $0.range(of: .searchRow) }
        json.reserveCapacity(rows.reduce(4) { $0 + $1.count + 2 })
        for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
            index.store.read(rows[start..<min(rows.count, start + Self.rowsAtOnce)]) { row in
                if json.count > 1 { json.append(literal: ",\n") }
                json.append(row)
            }
        }
        json.append(literal: "]\n")
        return json
    }

    /// How many rows are read together.
    private static let rowsAtOnce = 256

    /// A record's row as its card keeps it.
    static func row(of record: Record, in edition: Edition) -> [UInt8] {
        let page = Page(edition, path: SiteAddress.search)
        let line = [
            record.id, page.phrases.dates.shortText(record.disclosed), page.words.kind[record.kind],
            page.words.status[record.status], edition.issuerName(of: record),
        ]
        var row: [UInt8] = [0x5B]
        for text in [record.slug, record.title] {
            JSONWriter.appendString(text, to: &row)
            row.append(0x2C)
        }
        append(line, between: " · ", to: &row)
        row.append(0x2C)
        append(furtherWords(record, edition), between: " ", to: &row)
        row.append(0x5D)
        return row
    }

    /// Adds texts as one string of JSON.
    private static func append(_ texts: [String], between separator: StaticString, to row: inout [UInt8]) {
        row.append(0x22)
        for (place, text) in texts.enumerated() {
            if place > 0 { row.append(literal: separator) }
            JSONWriter.appendEscaped(text, to: &row)
        }
        row.append(0x22)
    }

    /// Tags, other names, what was touched, tokens, and the accounts and transactions that somebody may look for.
    private static func furtherWords(_ record: Record, _ edition: Edition) -> [String] {
        var words = record.tags + record.aliases
        for asset in record.namedAssets { words.append(edition.asset(asset)?.displayName ?? asset) }
        if let statement = record.statement?.event { words += [statement.name] + statement.aliases }
        guard let incident = record.incident else { return words }
        for row in incident.losses.rows {
            if let token = row.token { words.append(edition.ticker(of: token) ?? token) }
        }
        words += incident.accounts.map { (try? AccountID(parsing: $0.account))?.address ?? $0.account }
        words += incident.transactions.compactMap(\.hash)
        return words.uniqued
    }
}
