import Incidents
import Syntax

/// `sitemap.xml` (sitemaps.org) with every page and the day on which its data last changed, and `robots.txt`.
struct Sitemap {
    /// The protocol's limit for one file.
    private static let mostPages = 50_000

    let edition: Edition
    let index: CatalogueIndex
    /// The site's files but those of its records.
    let files: [OutputPath]

    /// What is told of each page.
    var source: PieceSource {
        var source = PieceSource()
        for file in files { source.add { $0.write(file.text) } }
        for card in index.cards {
            source.add { writer in
                writer.write(card.page)
                writer.write(card.isDraft)
                writer.write(card.lastWord)
                writer.write(card.lastChange)
            }
        }
        return source
    }

    var artifacts: [Artifact] {
        let address = edition.address
        let newest = index.newestWord
        var rows: [(path: String, changed: Moment?)] = []
        for file in files where file.text.hasSuffix("index.html") {
            rows.append((String(file.text.dropLast("index.html".count)), newest))
        }
        for card in index.cards where !card.isDraft {
            rows.append((card.page, card.lastChange))
        }
        var artifacts: [Artifact?] = []
        let parts = stride(from: 0, to: max(1, rows.count), by: Self.mostPages).map {
            rows[$0..<min(rows.count, $0 + Self.mostPages)]
        }
        if parts.count == 1 {
            artifacts.append(Artifact(file: "sitemap.xml", urlSet(parts[0]), order: .feed))
        } else {
            var xml = Self.opening("sitemapindex")
            for (number, part) in parts.enumerated() {
                let name = "sitemap-\(number + 1).xml"
                artifacts.append(Artifact(file: name, urlSet(part), order: .feed))
                append("sitemap", address.absolute(name), newest, to: &xml)
            }
            xml += "</sitemapindex>\n".utf8
            artifacts.append(Artifact(file: "sitemap.xml", xml, order: .feed))
        }
        let robots = "User-agent: *\nAllow: /\n\nSitemap: \(address.absolute("sitemap.xml"))\n"
        artifacts.append(Artifact(file: "robots.txt", Array(robots.utf8), order: .feed))
        return artifacts.compactMap(\.self)
    }

    private func urlSet(_ rows: ArraySlice<(path: String, changed: Moment?)>) -> [UInt8] {
        var xml = Self.opening("urlset")
        xml.reserveCapacity(rows.count * 120)
        for row in rows { append("url", edition.address.absolute(row.path), row.changed, to: &xml) }
        xml += "</urlset>\n".utf8
        return xml
    }

    private static func opening(_ element: String) -> [UInt8] {
        Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + element
                + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n").utf8)
    }

    private func append(_ element: String, _ url: String, _ changed: Moment?, to xml: inout [UInt8]) {
        xml += "<\(element)><loc>".utf8
        HTMLText.append(url, to: &xml)
        xml += "</loc>".utf8
        if let changed {
            xml += "<lastmod>".utf8
            xml += (changed.precision == .second ? changed.rfc3339 : changed.date.text).utf8
            xml += "</lastmod>".utf8
        }
        xml += "</\(element)>\n".utf8
    }
}
