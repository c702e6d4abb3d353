import Incidents
import Syntax

/// What all items of a record say alike: made once a record, and kept before its items.
struct RecordMarkup {
    /// The texts that documents copy, in their order.
    enum Part: Int, CaseIterable {
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

    // What items' own texts say of the record: the ids' beginning, `tag:AUTHORITY:RECORD/`, the absolute address of its
    // page, and who speaks.
    let id: [UInt8]
    let idJSON: [UInt8]
    let page: [UInt8]
    let pageAttribute: [UInt8]
    let pageJSON: [UInt8]
    let author: [UInt8]
    private let speaker: String
    private let language: String
    private let categories: [Category]
    /// The beginning of the URIs of schemes, escaped for attributes.
    private let tagPrefix: [UInt8]

    /// `speaker` is the author of items that have none of their own.
    init(of record: Record, by speaker: String, on shelf: FeedShelf) {
        let id = shelf.tagPrefix + record.id + "/"
        let page = shelf.address.absolute(SiteAddress.page(of: record))
        self.id = Self.bytes { appendXMLEscaped(id, to: &$0) }
        idJSON = Self.bytes { JSONWriter.appendEscaped(id, to: &$0) }
        self.page = Self.bytes { appendXMLEscaped(page, to: &$0) }
        pageAttribute = Self.bytes { appendXMLEscaped(page, to: &$0, inAttribute: true) }
        pageJSON = Self.bytes { JSONWriter.appendEscaped(page, to: &$0) }
        author = Self.bytes { appendXMLEscaped(speaker, to: &$0) }
        tagPrefix = Self.bytes { appendXMLEscaped(shelf.tagPrefix, to: &$0, inAttribute: true) }
        self.speaker = speaker
        language = record.lang ?? shelf.site.lang
        categories = Self.categories(of: record, on: shelf)
    }

    /// Adds its parts as a group.
    func write(to texts: inout PackedTextsWriter) {
        for category in categories { appendRSS(category, to: &texts) }
        texts.endText()
        for category in categories { appendAtom(category, to: &texts) }
        texts.endText()
        texts.append(xml: language, inAttribute: true)
        texts.endText()
        texts.append(jsonString: language)
        texts.endText()
        texts.append(author)
        texts.endText()
        texts.append(jsonString: speaker)
        texts.endText()
        for category in categories { appendJSON(category, to: &texts) }
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
    func appendRSS(_ category: Category, to texts: inout PackedTextsWriter) {
        texts.append(literal: "<category")
        if category.scheme != .tag {
            texts.append(literal: " domain=\"")
            texts.append(category.scheme.rawValue)
            texts.append(literal: "\"")
        }
        texts.append(literal: ">")
        texts.append(xml: category.label)
        texts.append(literal: "</category>\n")
    }

    /// The scheme is a URI that no other address of the site changes; a label that is the term itself is not told.
    func appendAtom(_ category: Category, to texts: inout PackedTextsWriter) {
        texts.append(literal: "<category term=\"")
        texts.append(xml: category.term, inAttribute: true)
        if category.scheme != .tag {
            texts.append(literal: "\" scheme=\"")
            texts.append(tagPrefix)
            texts.append(category.scheme.rawValue)
        }
        if category.label != category.term {
            texts.append(literal: "\" label=\"")
            texts.append(xml: category.label, inAttribute: true)
        }
        texts.append(literal: "\"/>\n")
    }

    func appendJSON(_ category: Category, to texts: inout PackedTextsWriter) {
        texts.append(jsonString: category.label)
        texts.append(literal: ",")
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
