import Incidents
import Syntax

/// What all items of a record say alike, as the bytes of each form: made once a record.
struct RecordMarkup {
    /// The ids' beginning, `tag:AUTHORITY:RECORD/`.
    let idXML: [UInt8]
    let idJSON: [UInt8]
    /// The absolute address of the record's page.
    let pageXML: [UInt8]
    let pageAttribute: [UInt8]
    let pageJSON: [UInt8]
    /// An entry's start tag with the language where it is not the site's.
    let entry: [UInt8]
    /// What follows the authors in JSON, up to the tags.
    let languageJSON: [UInt8]
    /// Severity, tags and assets.
    private(set) var categories = Categories()

    /// The words under which readers sort items.
    struct Categories {
        var rss: [UInt8] = []
        var atom: [UInt8] = []
        /// Each with the line break before it, and a comma behind it.
        var json: [UInt8] = []
    }

    /// The beginning of the URIs of schemes, escaped for attributes.
    private let tagPrefix: [UInt8]

    init(of record: Record, on shelf: FeedShelf) {
        let id = shelf.tagPrefix + record.id + "/"
        idXML = Self.bytes { appendXMLEscaped(id, to: &$0) }
        idJSON = Self.bytes { JSONWriter.appendEscaped(id, to: &$0) }
        let page = shelf.address.absolute(SiteAddress.page(of: record))
        pageXML = Self.bytes { appendXMLEscaped(page, to: &$0) }
        pageAttribute = Self.bytes { appendXMLEscaped(page, to: &$0, inAttribute: true) }
        pageJSON = Self.bytes { JSONWriter.appendEscaped(page, to: &$0) }
        let language = record.lang ?? shelf.site.lang
        let isForeign = language != shelf.site.lang
        entry = Self.bytes { bytes in
            guard isForeign else { return bytes.append(literal: "<entry>\n<id>") }
            bytes.append(literal: "<entry xml:lang=\"")
            appendXMLEscaped(language, to: &bytes, inAttribute: true)
            bytes.append(literal: "\">\n<id>")
        }
        languageJSON = Self.bytes { bytes in
            bytes.append(literal: "\n        }\n      ],\n      \"language\": ")
            JSONWriter.appendString(language, to: &bytes)
            bytes.append(literal: ",\n      \"tags\": [")
        }
        tagPrefix = Self.bytes { appendXMLEscaped(shelf.tagPrefix, to: &$0, inAttribute: true) }
        let words = shelf.phrases(of: record).words
        if let severity = record.severity {
            add(.severity, severity.rawValue, words.severity[severity], to: &categories)
        }
        for tag in record.tags.uniqued { add(.tag, tag, tag, to: &categories) }
        for asset in record.touchedAssets { add(.asset, asset, shelf.assetName(asset), to: &categories) }
    }

    /// Adds a word in each form.
    ///
    /// - Parameters:
    ///   - term: the format's word, the tag or the asset's id, which stay as they are.
    ///   - label: the same for people, in the item's language.
    func add(
        _ scheme: FeedItem.CategoryScheme, _ term: String, _ label: String, to categories: inout Categories
    ) {
        categories.rss.append(literal: "<category domain=\"")
        append(scheme, to: &categories.rss)
        categories.rss.append(literal: "\">")
        appendXMLEscaped(label, to: &categories.rss)
        categories.rss.append(literal: "</category>\n")
        categories.atom.append(literal: "<category term=\"")
        appendXMLEscaped(term, to: &categories.atom, inAttribute: true)
        categories.atom.append(literal: "\" scheme=\"")
        append(scheme, to: &categories.atom)
        categories.atom.append(literal: "\" label=\"")
        appendXMLEscaped(label, to: &categories.atom, inAttribute: true)
        categories.atom.append(literal: "\"/>\n")
        categories.json.append(literal: "\n        ")
        JSONWriter.appendString(label, to: &categories.json)
        categories.json.append(literal: ",")
    }

    private static func bytes(_ write: (inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        write(&bytes)
        return bytes
    }

    /// What kind of word a category is, as a URI that no other address of the site changes.
    private func append(_ scheme: FeedItem.CategoryScheme, to bytes: inout [UInt8]) {
        bytes += tagPrefix
        bytes.append(text: scheme.rawValue)
    }
}

extension Record {
    /// The assets that the record says are touched: what its items are filed under.
    fileprivate var touchedAssets: [String] {
        let assets: [String] =
            switch facts {
            case .incident(let incident): incident.assets.filter { $0.exposure == .affected }.map(\.asset)
            case .statement(let statement): statement.products.map(\.asset)
            case .advisory(let advisory): advisory.affected.map(\.asset)
            }
        return assets.uniqued
    }
}
