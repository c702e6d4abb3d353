import Incidents
import Syntax

/// All that can be followed on a site: everything, one incident, an asset, a tag, statements, promises, corrections.
///
/// The site's own feed is always there, empty on an empty site; every other begins with its first item.
package final class FeedShelf: Sendable {
    let edition: Edition
    let order: PublicationOrder
    /// Where the bytes of items are kept.
    let store: any FeedStore
    let openings: FeedOpenings

    init(
        _ edition: Edition, order: PublicationOrder = .ofRecords, store: any FeedStore = FeedMemory()
    ) {
        self.edition = edition
        self.order = order
        self.store = store
        openings = FeedOpenings(edition.address)
    }

    /// The same shelf for another edition of the site, or over another store.
    func with(_ edition: Edition? = nil, store: (any FeedStore)? = nil) -> FeedShelf {
        FeedShelf(self, edition ?? self.edition, store ?? self.store)
    }

    private init(_ shelf: FeedShelf, _ edition: Edition, _ store: any FeedStore) {
        self.edition = edition
        self.store = store
        order = shelf.order
        openings = shelf.openings
    }

    var site: SiteConfiguration { edition.site }
    var address: SiteAddress { edition.address }
    var publisher: String { edition.publisherName }

    /// The words of one record, newest first, and their bytes; before them, where they are told, the steps of promises.
    func ownWords(of items: RecordItems, _ words: [FeedItem], tellsSteps: Bool = true) -> (
        words: RecordWords, bytes: [UInt8]
    ) {
        var own = RecordItemBytes(of: items)
        var bytes: [UInt8] = []
        PackedTextsWriter.write(to: &bytes, room: 64 * 1024) { texts in
            if tellsSteps {
                for item in CommitmentItems(items: items).all().reversed() { own.add(item, to: &texts) }
            }
            own.addShared(to: &texts)
            for item in words.reversed() { own.add(item, to: &texts) }
        }
        return (own.words(byteCount: bytes.count), bytes)
    }

    // MARK: - Items

    /// The feed of one record, beside its page; `words` are its items as the shelf's store has them.
    func feed(of card: RecordCard, _ words: RecordWords) -> Feed {
        let folder = card.page
        let table = FeedTable([(card.id, words)], order, without: .commitment)
        return Feed(
            title: card.title,
            description: description(of: card),
            page: folder, folder: folder, language: card.lang ?? site.lang,
            author: edition.name(ofIssuer: card.issuer),
            table: table, items: table.items { _ in true }, id: tagPrefix + card.id)
    }

    func description(of card: RecordCard) -> String {
        edition.theme.phrases(card.lang ?? site.lang).text(Self.recordDescription, ["id": card.id])
    }

    /// The text that says what a record's feed is.
    static let recordDescription = "feed.record_description"

    /// Every feed but the records' own: the site's first, then statements, promises, corrections, assets and tags.
    ///
    /// `cards` are in the order of lists.
    func siteFeeds(_ cards: [RecordCard]) -> [Feed] {
        let phrases = edition.theme.phrases(site.lang)
        let table = FeedTable(cards.map { ($0.id, $0.words) }, order)
        let all = table.items { $0.kind != .commitment }
        let log = edition.log.flatMap { log in
            log.size == 0
                ? nil
                : phrases.text(
                    "log.feed", ["size": phrases.count("log.entries", log.size), "root": log.root])
        }
        var feeds = [
            feed(
                in: "", page: "", id: "site", title: site.title,
                site.description ?? phrases.text("feed.site_description", ["site": site.title]), table, all,
                logWords: log)
        ]
        func add(
            _ name: String, in folder: String, page: String, id: String, of subject: String? = nil,
            _ items: [UInt32]
        ) {
            guard !items.isEmpty else { return }
            let places: KeyValuePairs = ["name": subject ?? "", "site": site.title]
            feeds.append(
                feed(
                    in: folder, page: page, id: id, title: phrases.text("feed.\(name)_title", places),
                    phrases.text("feed.\(name)_description", places), table, items))
        }
        let areStatements = cards.map { $0.kind == .statement }
        add(
            "statements", in: SiteAddress.statements, page: "", id: "statements",
            all.filter { areStatements[Int(table[$0].record)] })
        add(
            "commitments", in: SiteAddress.commitments, page: SiteAddress.commitments, id: "commitments",
            table.items { $0.kind == .commitment })
        add(
            "corrections", in: SiteAddress.corrections, page: SiteAddress.corrections, id: "corrections",
            table.items { $0.kind == .correction || $0.kind == .withdrawal })
        var (assets, tags) = (NamedItems(), NamedItems())
        for card in cards {
            assets.addRecord(card.assets.lazy.map(\.id))
            tags.addRecord(card.tags)
        }
        for item in all {
            let record = Int(table[item].record)
            assets.add(item, ofRecord: record)
            tags.add(item, ofRecord: record)
        }
        for asset in site.assets {
            let folder = SiteAddress.asset(asset.id)
            add(
                "asset", in: folder, page: folder, id: "asset/" + asset.id, of: asset.displayName,
                assets[asset.id])
        }
        for tag in tags.names {
            let folder = SiteAddress.tag(tag)
            add("tag", in: folder, page: folder, id: "tag/" + tag, of: tag, tags[tag])
        }
        return feeds
    }

    private func feed(
        in folder: String, page: String, id: String, title: String, _ description: String,
        _ table: FeedTable, _ items: [UInt32], logWords: String? = nil
    ) -> Feed {
        Feed(
            title: title, description: description, page: page, folder: folder, language: site.lang,
            author: publisher, table: table, items: items, id: tagPrefix + "feed/" + id,
            logWords: logWords)
    }

    // MARK: - Files

    /// A feed's files, its archives included.
    func artifacts(of feed: Feed) -> [Artifact] {
        FeedDocument.all(of: feed, newest: site.feeds.items).flatMap(artifacts)
    }

    /// A document in all of its forms, each item read once for all.
    func artifacts(of document: FeedDocument) -> [Artifact] {
        let (updated, room) = (document.updated, document.size + 2048)
        let forms = document.forms
        var rss = forms.contains(.rss) ? RSSDocument(document, updated: updated, self, room: room) : nil
        var atom = AtomDocument(document, updated: updated ?? beginning, self, room: room)
        var json = forms.contains(.json) ? JSONFeedDocument(document, self, room: room) : nil
        document.readItems(from: store) { item in
            rss?.add(item)
            atom.add(item)
            json?.add(item)
        }
        return forms.compactMap { form in
            let bytes =
                switch form {
                case .rss: rss?.finish()
                case .atom: atom.finish()
                case .json: json?.finish()
                }
            return bytes.flatMap { Artifact(file: document.path(form), $0, order: .feed) }
        }
    }

    /// OPML 2.0: every feed, for a reader to subscribe to at once.
    func subscriptionList(_ feeds: [Feed], _ cards: [RecordCard]) -> Artifact? {
        let list = OPMLDocument(
            title: site.title, feeds: feeds,
            recordsTitle: edition.theme.phrases(site.lang).text("feed.records_title"),
            cards: cards, shelf: self)
        return OutputPath(SiteAddress.subscriptionList).map {
            Artifact($0, parts: list.partCount, order: .feed, part: list.part)
        }
    }

    /// Where a document lies, where its older ones are, who tells of new ones, and whether it is an archive; `element` is
    /// the beginning of a link's tag.
    func writeLinks(
        of document: FeedDocument, _ form: Feed.Form, _ element: StaticString, to xml: inout [UInt8]
    ) {
        func link(_ relation: StaticString, archive: Int?, in target: Feed.Form) {
            xml.append(literal: element)
            xml.append(literal: relation)
            xml.append(text: target.mediaType)
            xml.append(literal: "\" href=\"")
            xml.append(quoted: address.root)
            xml.append(quoted: document.feed.folder)
            if let archive {
                xml.append(text: FeedDocument.archiveFolder)
                xml.append(number: archive)
                xml.append(literal: "/")
            }
            xml.append(text: target.file)
            // RSS tells its language in an element, which a style sheet cannot read; in Atom it is the root's `xml:lang`.
            if form == .rss {
                xml.append(literal: "\" hreflang=\"")
                xml.append(quoted: document.feed.language)
            }
            xml.append(literal: "\"/>")
        }
        link(" rel=\"self\" type=\"", archive: document.number, in: form)
        if document.number != nil { link(" rel=\"current\" type=\"", archive: nil, in: form) }
        if let previous = document.previous {
            link(
                " rel=\"prev-archive\" type=\"", archive: previous, in: document.feed.archiveForm(for: form))
        }
        if let hub = site.feeds.hub {
            xml.append(literal: element)
            xml.append(literal: " rel=\"hub\" href=\"")
            xml.append(quoted: hub)
            xml.append(literal: "\"/>")
        }
        if document.number != nil { xml.append(literal: "<fh:archive/>") }
    }

    /// What every permanent id begins with.
    var tagPrefix: String { "tag:" + edition.tagAuthority + ":" }

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
