import Incidents
import Syntax

/// A record's JSON-LD (schema.org `Report` and `TechArticle`), with its corrections; safe inside a `script` element.
struct StructuredData {
    let page: RecordPage

    var bytes: [UInt8] {
        let record = page.record
        let address = page.edition.address.absolute(page.page.path)
        var json: [UInt8] = []
        json.reserveCapacity(1024)
        json.append(literal: "{\"@context\":\"https://schema.org\",\"@type\":[\"Report\",\"TechArticle\"]")
        func add(_ key: StaticString, _ text: String) {
            json.append(literal: ",\"")
            json.append(literal: key)
            json.append(literal: "\":")
            JSONWriter.appendString(text, to: &json)
        }
        add("headline", record.title)
        add("reportNumber", record.id)
        add("url", address)
        add("inLanguage", record.lang ?? page.edition.site.lang)
        func add(_ key: StaticString, _ moment: Moment) {
            json.append(literal: ",\"")
            json.append(literal: key)
            json.append(literal: "\":\"")
            Self.append(moment, to: &json)
            json.append(0x22)
        }
        add("datePublished", record.disclosed)
        add("dateModified", Self.lastChange(of: record))
        add("abstract", Prose.line(record.summary, limit: 500, sharing: page.edition.prose))
        json.append(literal: ",\"publisher\":{\"@type\":\"Organization\"")
        add("name", page.edition.publisherName)
        if let url = page.edition.site.publisher.url { add("url", url) }
        json.append(literal: "}")
        if !record.tags.isEmpty {
            json.append(literal: ",\"keywords\":[")
            for (index, tag) in record.tags.enumerated() {
                if index > 0 { json.append(0x2C) }
                JSONWriter.appendString(tag, to: &json)
            }
            json.append(0x5D)
        }
        if !record.corrections.isEmpty {
            json.append(literal: ",\"correction\":")
            JSONWriter.append(
                .array(record.corrections.enumerated().map { correction($0, $1, address) }), to: &json)
        }
        json.append(literal: "}")
        return Self.escaped(json)
    }

    /// The bytes with each `<` as `\u003c`, so that nothing in them can end the element around them.
    static func escaped(_ json: [UInt8]) -> [UInt8] {
        guard json.span.contains(where: { $0.marks(of: 0x3C) }) else { return json }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count + 16)
        for byte in json {
            if byte == 0x3C { bytes.append(literal: "\\u003c") } else { bytes.append(byte) }
        }
        return bytes
    }

    private func correction(_ index: Int, _ correction: Correction, _ address: String) -> JSONValue {
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
                "url", .string(address + "#" + SiteAddress.anchor(ofCorrection: index))),
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
    private static func append(_ moment: Moment, to json: inout [UInt8]) {
        let isSecond = moment.precision == .second
        let told = Moment(
            precision: isSecond ? .second : .day, start: moment.start, nanoseconds: moment.nanoseconds,
            fractionDigits: moment.fractionDigits)
        told.append(to: &json)
    }

    private static func date(_ moment: Moment) -> String {
        var bytes: [UInt8] = []
        append(moment, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
