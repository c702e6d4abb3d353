import Incidents
import Syntax

/// What all items of a record say alike: made once a record, and kept before its items.
struct RecordMarkup {
    /// The texts that documents copy, in their order.
    enum Part: Int, CaseIterable {
        /// The ids' beginning, `tag:AUTHORITY:RECORD/`.
        case id
        /// The absolute address of the record's page.
        case page, pageAttribute
        /// Severity, tags and assets.
        case categoriesRSS, categoriesAtom
        /// The language, in an attribute of XML and in JSON.
        case language, languageJSON
        /// Who speaks, where an item has no author of its own.
        case author, authorJSON
        /// Each with a comma behind it.
        case categoriesJSON
    }

    /// A word under which readers sort items.
    struct Category {
        let scheme: FeedItem.CategoryScheme
        /// The format's word, the tag or the asset's id, which stay as they are.
        let term: String
        /// The same for people, in the item's language.
        let label: String
    }

    /// What items' own texts begin with in JSON.
    let idJSON: [UInt8]
    let pageJSON: [UInt8]
    /// The beginning of the URIs of schemes, escaped for attributes.
    private let tagPrefix: [UInt8]

    /// Makes it, and adds its parts as a group.
    /// `speaker` is the author of items that have none of their own.
    init(of record: Record, by speaker: String, on shelf: FeedShelf, to texts: inout PackedTextsWriter) {
        let id = shelf.tagPrefix + record.id + "/"
        let page = shelf.address.absolute(SiteAddress.page(of: record))
        idJSON = Self.bytes { JSONWriter.appendEscaped(id, to: &$0) }
        pageJSON = Self.bytes { JSONWriter.appendEscaped(page, to: &$0) }
        tagPrefix = Self.bytes { appendXMLEscaped(shelf.tagPrefix, to: &$0, inAttribute: true) }
        let categories = Self.categories(of: record, on: shelf)
        let language = record.lang ?? shelf.site.lang
        appendXMLEscaped(id, to: &texts.bytes)
        texts.endText()
        appendXMLEscaped(page, to: &texts.bytes)
        texts.endText()
        appendXMLEscaped(page, to: &texts.bytes, inAttribute: true)
        texts.endText()
        for category in categories { appendRSS(category, to: &texts.bytes) }
        texts.endText()
        for category in categories { appendAtom(category, to: &texts.bytes) }
        texts.endText()
        appendXMLEscaped(language, to: &texts.bytes, inAttribute: true)
        texts.endText()
        JSONWriter.appendString(language, to: &texts.bytes)
        texts.endText()
        appendXMLEscaped(speaker, to: &texts.bytes)
        texts.endText()
        JSONWriter.appendString(speaker, to: &texts.bytes)
        texts.endText()
        for category in categories { appendJSON(category, to: &texts.bytes) }
        texts.endText()
    }

    private static func categories(of record: Record, on shelf: FeedShelf) -> [Category] {
        var categories: [Category] = []
        if let severity = record.severity {
            let label = shelf.phrases(of: record).words.severity[severity]
            categories.append(Category(scheme: .severity, term: severity.rawValue, label: label))
        }
        for tag in record.tags.uniqued { categories.append(Category(scheme: .tag, term: tag, label: tag)) }
        for asset in record.touchedAssets {
            categories.append(Category(scheme: .asset, term: asset, label: shelf.assetName(asset)))
        }
        return categories
    }

    /// A tag is a word under no scheme.
    func appendRSS(_ category: Category, to bytes: inout [UInt8]) {
        bytes.append(literal: "<category")
        if category.scheme != .tag {
            bytes.append(literal: " domain=\"")
            bytes.append(text: category.scheme.rawValue)
            bytes.append(literal: "\"")
        }
        bytes.append(literal: ">")
        appendXMLEscaped(category.label, to: &bytes)
        bytes.append(literal: "</category>\n")
    }

    /// The scheme is a URI that no other address of the site changes; a label that is the term itself is not told.
    func appendAtom(_ category: Category, to bytes: inout [UInt8]) {
        bytes.append(literal: "<category term=\"")
        appendXMLEscaped(category.term, to: &bytes, inAttribute: true)
        if category.scheme != .tag {
            bytes.append(literal: "\" scheme=\"")
            bytes += tagPrefix
            bytes.append(text: category.scheme.rawValue)
        }
        if category.label != category.term {
            bytes.append(literal: "\" label=\"")
            appendXMLEscaped(category.label, to: &bytes, inAttribute: true)
        }
        bytes.append(literal: "\"/>\n")
    }

    func appendJSON(_ category: Category, to bytes: inout [UInt8]) {
        JSONWriter.appendString(category.label, to: &bytes)
        bytes.append(literal: ",")
    }

    private static func bytes(_ write: (inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        write(&bytes)
        return bytes
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
