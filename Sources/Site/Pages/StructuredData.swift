import Incidents
import Syntax

/// A record's JSON-LD (schema.org `Report` and `TechArticle`), with its corrections; safe inside a `script` element.
struct StructuredData {
    let page: RecordPage

    var bytes: [UInt8] {
        var json: [UInt8] = []
        JSONWriter.append(value, .compact, to: &json)
        return Self.escaped(json)
    }

    /// The bytes with each `<` as `\u003c`, so that nothing in them can end the element around them.
    static func escaped(_ json: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count + 16)
        for byte in json {
            if byte == 0x3C { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
        }
        return bytes
    }

    private var value: JSONValue {
        let record = page.record
        let address = page.edition.address
        var members: [JSONValue.Member] = [
            .init("@context", .string("https://schema.org")),
            .init("@type", .array([.string("Report"), .string("TechArticle")])),
            .init("headline", .string(record.title)),
            .init("reportNumber", .string(record.id)),
            .init("url", .string(address.absolute(page.page.path))),
            .init("inLanguage", .string(record.lang ?? page.edition.site.lang)),
            .init("datePublished", .string(Self.date(record.disclosed))),
            .init("dateModified", .string(Self.date(Self.lastChange(of: record)))),
            .init("abstract", .string(Prose.line(record.summary, limit: 500))),
            .init("publisher", organisation),
        ]
        if !record.tags.isEmpty {
            members.append(.init("keywords", .array(record.tags.map { .string($0) })))
        }
        if !record.corrections.isEmpty {
            members.append(.init("correction", .array(record.corrections.enumerated().map(correction))))
        }
        return .object(members)
    }

    private var organisation: JSONValue {
        var members: [JSONValue.Member] = [
            .init("@type", .string("Organization")), .init("name", .string(page.edition.publisherName)),
        ]
        if let url = page.edition.site.publisher.url { members.append(.init("url", .string(url))) }
        return .object(members)
    }

    private func correction(_ index: Int, _ correction: Correction) -> JSONValue {
        var text = correction.reason ?? ""
        if let was = correction.was, let now = correction.now {
            text =
                page.phrases.text("corrections.sentence", ["was": was, "now": now])
                + (text.isEmpty ? "" : " " + text)
        }
        return .object([
            .init("@type", .string("CorrectionComment")),
            .init("datePublished", .string(Self.date(correction.at))),
            .init("text", .string(text)),
            .init(
                "url",
                .string(
                    page.edition.address.absolute(page.page.path) + "#"
                        + SiteAddress.anchor(ofCorrection: index))),
        ])
    }

    /// The newest moment at which the record said something: an update, a correction, a withdrawal.
    static func lastChange(of record: Record) -> Moment {
        var newest = record.lastWord
        for correction in record.corrections { newest = max(newest, correction.at) }
        if let withdrawn = record.withdrawn { newest = max(newest, withdrawn.at) }
        return newest
    }

    /// ISO 8601 as schema.org takes it: a day or a second; a month or a year begins with its first day.
    private static func date(_ moment: Moment) -> String {
        moment.precision == .second ? moment.utcText : moment.date.text
    }
}
