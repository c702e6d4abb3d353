import Incidents
import Syntax

/// All that can be followed on a site: everything, one incident, an asset, a tag, statements, promises, corrections.
///
/// The site's own feed is always there, empty on an empty site; every other begins with its first item.
package struct FeedShelf: Sendable {
    let edition: Edition
    let order: PublicationOrder
    /// Where the bytes of items are kept.
    let store: any FeedStore

    init(
        _ edition: Edition, order: PublicationOrder = .ofRecords, store: any FeedStore = FeedMemory()
    ) {
        self.edition = edition
        self.order = order
        self.store = store
    }

    var site: SiteConfiguration { edition.site }
    var address: SiteAddress { edition.address }
    var publisher: String { edition.publisherName }

    /// The items of one record, which the record's own feed and the site's are made of.
    package struct RecordWords: Sendable, Hashable {
        package let words: [FeedEntry]
        package let commitments: [FeedEntry]

        package init(words: [FeedEntry], commitments: [FeedEntry]) {
            self.words = words
            self.commitments = commitments
        }

        /// How many bytes of the store the items take.
        package var byteCount: Int {
            (words + commitments).reduce(0) { $0 + $1.lengths.reduce(0) { $0 + Int($1) } }
        }

        func moved(by distance: Int) -> RecordWords {
            RecordWords(
                words: words.map { $0.moved(by: distance) },
                commitments: commitments.map { $0.moved(by: distance) })
        }
    }

    /// The items of one record in a store of their own, for the record's own feeds.
    func ownWords(of record: Record, _ items: [FeedItem]) -> (words: RecordWords, bytes: FeedMemory) {
        let bytes = FeedMemory()
        func entries(_ items: [FeedItem]) -> [FeedEntry] {
            items.map { FeedItemBytes(item: $0, shelf: self).entry(in: bytes) }
        }
        let commitments = CommitmentItems(items: RecordItems(record, on: self)).all()
        return (RecordWords(words: entries(items), commitments: entries(commitments)), bytes)
    }

    /// The same shelf over another store.
    func keeping(in store: any FeedStore) -> FeedShelf {
        FeedShelf(edition, order: order, store: store)
    }

    // MARK: - Items

    /// A document's items in one form, one after the other.
    func itemBytes(of document: FeedDocument, _ form: Feed.Form) -> [UInt8] {
        var bytes: [UInt8] = []
        appendItems(of: document, form, separator: "", to: &bytes)
        return bytes
    }

    func appendItems(
        of document: FeedDocument, _ form: Feed.Form, separator: String, to bytes: inout [UInt8]
    ) {
        let ranges = document.items.map { $0.range(form, inArchive: !document.showsCorrections) }
        bytes.reserveCapacity(bytes.count + ranges.reduce(0) { $0 + $1.count + separator.utf8.count } + 64)
        for (number, range) in ranges.enumerated() {
            if number > 0 { bytes += separator.utf8 }
            store.read(range, into: &bytes)
        }
    }

    /// The feed of one record, beside its page.
    func feed(of card: RecordCard) -> Feed {
        let folder = card.page
        return Feed(
            title: card.title,
            description: edition.theme.phrases(card.lang ?? site.lang)
                .text("feed.record_description", ["id": card.id]),
            page: folder, folder: folder, language: card.lang ?? site.lang,
            author: edition.name(ofIssuer: card.issuer),
            items: order.sorted(card.words.words), id: "tag:\(edition.tagAuthority):\(card.id)")
    }

    /// Every feed but the records' own: the site's first, then statements, promises, corrections, assets and tags.
    ///
    /// `cards` are in the order of lists.
    func siteFeeds(_ cards: [RecordCard]) -> [Feed] {
        let phrases = edition.theme.phrases(site.lang)
        let all = order.sorted(cards.flatMap(\.words.words))
        var feeds = [
            feed(
                in: "", page: "", id: "site", title: site.title,
                site.description ?? phrases.text("feed.site_description", ["site": site.title]), all)
        ]
        if let log = edition.log, log.size > 0 {
            feeds[0].logWords = phrases.text(
                "log.feed", ["size": phrases.count("log.entries", log.size), "root": log.root])
        }
        func add(
            _ name: String, in folder: String, page: String, id: String, of subject: String? = nil,
            _ items: [FeedEntry]
        ) {
            guard !items.isEmpty else { return }
            let places: KeyValuePairs = ["name": subject ?? "", "site": site.title]
            feeds.append(
                feed(
                    in: folder, page: page, id: id, title: phrases.text("feed.\(name)_title", places),
                    phrases.text("feed.\(name)_description", places), items))
        }
        let statements = Set(cards.filter { $0.kind == .statement }.map(\.id))
        add(
            "statements", in: SiteAddress.statements, page: "", id: "statements",
            all.filter { statements.contains($0.recordID) })
        add(
            "commitments", in: SiteAddress.commitments, page: SiteAddress.commitments, id: "commitments",
            order.sorted(cards.flatMap(\.words.commitments)))
        add(
            "corrections", in: SiteAddress.corrections, page: SiteAddress.corrections, id: "corrections",
            all.filter { $0.kind == .correction || $0.kind == .withdrawal })
        let parts = parts(cards)
        for asset in site.assets {
            guard let items = parts.assets[asset.id] else { continue }
            let folder = SiteAddress.asset(asset.id)
            add(
                "asset", in: folder, page: folder, id: "asset/" + asset.id, of: asset.displayName,
                order.sorted(items))
        }
        for (tag, items) in parts.tags.sorted(by: { $0.key < $1.key }) {
            let folder = SiteAddress.tag(tag)
            add("tag", in: folder, page: folder, id: "tag/" + tag, of: tag, order.sorted(items))
        }
        return feeds
    }

    private func parts(_ cards: [RecordCard]) -> (assets: [String: [FeedEntry]], tags: [String: [FeedEntry]])
    {
        var assets: [String: [FeedEntry]] = [:]
        var tags: [String: [FeedEntry]] = [:]
        for card in cards {
            for asset in card.assets { assets[asset.id, default: []] += card.words.words }
            for tag in card.tags { tags[tag, default: []] += card.words.words }
        }
        return (assets, tags)
    }

    private func feed(
        in folder: String, page: String, id: String, title: String, _ description: String,
        _ items: [FeedEntry]
    ) -> Feed {
        Feed(
            title: title, description: description, page: page, folder: folder, language: site.lang,
            author: publisher, items: items, id: "tag:\(edition.tagAuthority):feed/\(id)")
    }

    // MARK: - Files

    /// A feed's files in all three forms, its archives included.
    func artifacts(of feed: Feed) -> [Artifact] {
        FeedDocument.all(of: feed, newest: site.feeds.items).flatMap(artifacts)
    }

    /// A document in all three forms.
    func artifacts(of document: FeedDocument) -> [Artifact] {
        Feed.Form.allCases.compactMap { form in
            Artifact(file: document.path(form), bytes(of: document, form), order: .feed)
        }
    }

    func bytes(of document: FeedDocument, _ form: Feed.Form) -> [UInt8] {
        switch form {
        case .rss: RSSDocument(document: document, shelf: self).bytes()
        case .atom: AtomDocument(document: document, shelf: self).bytes()
        case .json: JSONFeedDocument(document: document, shelf: self).bytes()
        }
    }

    /// OPML 2.0: every feed, for a reader to subscribe to at once.
    func subscriptionList(_ feeds: [Feed], _ cards: [RecordCard]) -> Artifact? {
        let list = OPMLDocument(
            title: site.title, feeds: feeds,
            recordsTitle: edition.theme.phrases(site.lang).text("feed.records_title"),
            recordFeeds: cards.map(feed),
            address: address)
        return Artifact(file: SiteAddress.subscriptionList, list.bytes(), order: .feed)
    }

    /// Where a document lies, where its older ones are, and who tells of new ones.
    func writeLinks(of document: FeedDocument, _ form: Feed.Form, _ element: String, to xml: inout XMLWriter)
    {
        func link(_ relation: String, _ path: String) {
            xml.element(
                element, "",
                attributes: [("rel", relation), ("type", form.mediaType), ("href", address.absolute(path))])
        }
        link("self", document.path(form))
        if document.number != nil { link("current", document.feed.folder + form.file) }
        if let previous = document.previous { link("prev-archive", document.archivePath(previous, form)) }
        if let hub = site.feeds.hub { xml.element(element, "", attributes: [("rel", "hub"), ("href", hub)]) }
    }

    /// What tells people who open a feed in a browser what they see.
    var styleSheet: [(String, String)] { [("type", "text/css"), ("href", address.absolute("feed.css"))] }

    /// What kind of word a category is, as a URI that no other address of the site changes.
    func uri(of scheme: FeedItem.Category.Scheme) -> String {
        "tag:\(edition.tagAuthority):\(scheme.rawValue)"
    }

    /// What a feed says of when it changed that never held anything: the year from which on its ids are the site's.
    var beginning: Moment {
        let year =
            edition.tagAuthority.split(separator: ",").last?.split(separator: "-").first.flatMap { Int($0) }
            ?? 2026
        return Moment(secondsSince1970: CivilDate(year: year, month: 1, day: 1).dayNumber * 86_400)
    }

    // MARK: - Names

    func phrases(of record: Record) -> Phrases { edition.theme.phrases(record.lang ?? site.lang) }

    func issuerName(of record: Record) -> String { edition.issuerName(of: record) }

    func assetName(_ id: String) -> String { edition.asset(id)?.displayName ?? id }
}

extension SiteAddress {
    /// The list of all feeds, OPML 2.0.
    static let subscriptionList = "feeds.opml"
}
