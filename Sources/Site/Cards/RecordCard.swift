import Incidents
import Syntax

/// What lists, feeds and figures take of a published record: small enough that a site of many thousand records holds all
/// of them at once. What only some lists tell is packed, and what is written as it is lies in the store of feed items.
package final class RecordCard: Sendable {
    package let id: String
    package let slug: String
    package let title: String
    package let kind: RecordKind
    package let status: RecordStatus
    package let isWithdrawn: Bool
    package let isDraft: Bool
    package let issuer: String?
    /// BCP 47; nil means the site's.
    package let lang: String?
    package let disclosed: Moment
    package let lastWord: Moment
    /// The newest moment at which the record said something, its corrections included.
    package let lastChange: Moment
    /// Each once, in the record's order.
    package let tags: [String]
    /// The assets of the register that the record says something about, each once, sorted.
    package let assets: [NamedAsset]
    /// Whether the feed of corrections shows something of it.
    package let tellsCorrections: Bool
    /// Whether the feed of commitments shows something of it.
    package let hasPromises: Bool
    /// See `PromisedMeasure`; packed.
    let packedPromises: [UInt8]
    /// How its promises stand that the calendar shows.
    let promisedDays: PromisedDays
    /// The feed items, whose bytes stand in the store.
    package let words: RecordWords
    private let texts: CardTexts

    /// The measures that the page of promises shows.
    var promises: [PromisedMeasure] { PackedReader.list(packedPromises) }
    var hasCorrections: Bool { !range(of: .corrections).isEmpty }

    /// How many bytes of the store the record takes.
    package var byteCount: Int { words.byteCount + texts.byteCount }

    /// Where one of the record's texts stands in the store.
    func range(of text: CardTexts.Part) -> Range<Int> { texts.range(of: text) }

    /// A part of the text's hash, which tells it from any other that the record ever had.
    func mark(of text: CardTexts.Part) -> UInt64 { texts.mark(of: text) }

    init(
        id: String, slug: String, title: String, kind: RecordKind, status: RecordStatus, isWithdrawn: Bool,
        isDraft: Bool, issuer: String?, lang: String?, disclosed: Moment, lastWord: Moment,
        lastChange: Moment, tags: [String], assets: [NamedAsset], tellsCorrections: Bool, hasPromises: Bool,
        packedPromises: [UInt8], promisedDays: PromisedDays, words: RecordWords, texts: CardTexts
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.kind = kind
        self.status = status
        self.isWithdrawn = isWithdrawn
        self.isDraft = isDraft
        self.issuer = issuer
        self.lang = lang
        self.disclosed = disclosed
        self.lastWord = lastWord
        self.lastChange = lastChange
        self.tags = tags
        self.assets = assets
        self.tellsCorrections = tellsCorrections
        self.hasPromises = hasPromises
        self.packedPromises = packedPromises
        self.promisedDays = promisedDays
        self.words = words
        self.texts = texts
    }

    /// What a record says of one asset.
    package struct NamedAsset: Sendable, Hashable {
        package let id: String
        package let said: Said

        package enum Said: Sendable, Hashable {
            case nothing
            case exposure(Exposure)
            case product(RecordStatus)
        }

        package init(id: String, said: Said) {
            self.id = id
            self.said = said
        }
    }

    /// What the page of figures takes of an incident.
    package struct IncidentFigures: Sendable {
        package let losses: [Loss]
        /// Whether the record tells no figure of its losses.
        package let lossesAreUntold: Bool
        package let cause: CauseCategory?
        package let durations: Durations

        package init(
            losses: [Loss], lossesAreUntold: Bool, cause: CauseCategory?, durations: Durations
        ) {
            self.losses = losses
            self.lossesAreUntold = lossesAreUntold
            self.cause = cause
            self.durations = durations
        }
    }

    /// Whether readers still wait for news of it.
    var isWaitedFor: Bool { status.isOpen && !isWithdrawn }

    /// The record's page below the site's address.
    var page: String { SiteAddress.page(ofSlug: slug) }

    /// The order in which lists show records: newest first by `disclosed`, then by id.
    package static func precedes(_ left: RecordCard, _ right: RecordCard) -> Bool {
        left.disclosed == right.disclosed ? left.id > right.id : left.disclosed > right.disclosed
    }

    /// Cards in that order; many are put in order by the second, and just those of one second compared.
    package static func inOrder(_ cards: [RecordCard]) -> [RecordCard] {
        guard cards.count >= RadixOrder.many else { return cards.sorted(by: precedes) }
        var order = RadixOrder(cards.count)
        order.sort { ~cards[$0].disclosed.start }
        return order.applied(
            to: cards, where: { $0.disclosed.start == $1.disclosed.start }, by: precedes)
    }
}

extension RecordCard {
    /// The card of a record whose items and texts the store keeps from now on.
    convenience init(
        of record: Record, in edition: Edition, words: (words: RecordWords, bytes: [UInt8]), texts: CardTexts,
        _ textBytes: CardTexts.Bytes, keptIn store: any FeedStore
    ) {
        let items = store.append(words.bytes + textBytes.rarely)
        let texts = texts.kept(
            at: store.append(texts: textBytes.often), rarely: items + words.bytes.count)
        self.init(
            id: record.id, slug: record.slug, title: record.title, kind: record.kind, status: record.status,
            isWithdrawn: record.withdrawn != nil, isDraft: record.isDraft,
            // The register's own texts, so that no card holds others.
            issuer: record.issuer.map { edition.site.issuer($0)?.id ?? $0 },
            lang: record.lang, disclosed: record.disclosed, lastWord: record.lastWord,
            lastChange: StructuredData.lastChange(of: record), tags: record.tags.uniqued,
            assets: record.namedAssets.map {
                NamedAsset(id: edition.registeredID($0) ?? $0, said: record.said(of: $0))
            },
            tellsCorrections: RecordItems.tellCorrections(record),
            hasPromises: CommitmentItems.exist(in: record),
            packedPromises: PackedWriter.bytes(of: PromisedMeasure.all(of: record)),
            promisedDays: PromisedDays(of: record), words: words.words.kept(at: items), texts: texts)
    }
}

extension RecordCard: Packable {
    package func pack(into writer: inout PackedWriter) {
        for text in [id, slug, title] { writer.write(text) }
        writer.write(word: kind)
        writer.write(word: status)
        writer.write(isWithdrawn)
        writer.write(isDraft)
        writer.write(issuer)
        writer.write(lang)
        for moment in [disclosed, lastWord, lastChange] { writer.write(moment) }
        writer.write(tags)
        writer.write(assets)
        writer.write(tellsCorrections)
        writer.write(hasPromises)
        writer.write(packedPromises)
        writer.write(promisedDays)
        writer.write(words)
        writer.write(texts)
    }

    package convenience init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            id: try reader.text(), slug: try reader.text(), title: try reader.text(), kind: try reader.word(),
            status: try reader.word(), isWithdrawn: try reader.flag(), isDraft: try reader.flag(),
            issuer: try reader.optionalText(), lang: try reader.optionalText(),
            disclosed: try reader.value(), lastWord: try reader.value(), lastChange: try reader.value(),
            tags: try reader.texts(), assets: try reader.values(), tellsCorrections: try reader.flag(),
            hasPromises: try reader.flag(), packedPromises: try reader.data(),
            promisedDays: try reader.value(), words: try reader.value(),
            texts: try reader.value())
    }
}

extension RecordCard.IncidentFigures {
    init(_ incident: Incident, of record: Record) {
        let isUntold =
            switch incident.losses {
            case .notStated, .unknown: true
            default: false
            }
        self.init(
            losses: incident.losses.rows, lossesAreUntold: isUntold, cause: incident.rootCause?.category,
            durations: Durations(of: record))
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
        return ids.uniqued.sorted()
    }

    fileprivate func said(of asset: String) -> RecordCard.NamedAsset.Said {
        switch facts {
        case .incident(let incident):
            incident.assets.first { $0.asset == asset }?.exposure.map { .exposure($0) } ?? .nothing
        case .statement(let statement):
            statement.products.first { $0.asset == asset }?.status.map { .product($0) } ?? .nothing
        case .advisory: .exposure(.affected)
        }
    }
}
