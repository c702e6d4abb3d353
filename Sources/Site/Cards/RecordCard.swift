import Incidents

/// What lists, feeds and figures take of a published record: small enough that a site of many thousand records holds all
/// of them at once.
package struct RecordCard: Sendable {
    package var id: String
    package var slug: String
    package var title: String
    package var kind: RecordKind
    package var status: RecordStatus
    package var isWithdrawn: Bool
    package var isDraft: Bool
    package var issuer: String?
    /// BCP 47; nil means the site's.
    package var lang: String?
    package var disclosed: Moment
    package var lastWord: Moment
    /// The newest moment at which the record said something, its corrections included.
    package var lastChange: Moment
    /// Each once, in the record's order.
    package var tags: [String]
    /// The assets of the register that the record says something about, each once, sorted.
    package var assets: [NamedAsset]
    package var mitigations: [Mitigation]
    package var corrections: [Correction]
    /// Whether the feed of corrections shows something of it.
    package var tellsCorrections: Bool
    /// Whether the feed of commitments shows something of it.
    package var hasPromises: Bool
    /// Nil where the record is no incident.
    package var figures: IncidentFigures?
    /// The record's line in lists, with a mark for the way to the root.
    package var line: [UInt8]
    /// The record's row of the search index.
    package var searchRow: [UInt8]
    /// The record's events in the calendar of promises.
    package var calendar: [UInt8]
    package var words: RecordWords

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
    package struct IncidentFigures: Sendable, Hashable {
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
}

extension RecordCard {
    init(of record: Record, in edition: Edition, words: RecordWords) {
        id = record.id
        slug = record.slug
        title = record.title
        kind = record.kind
        status = record.status
        isWithdrawn = record.withdrawn != nil
        isDraft = record.isDraft
        issuer = record.issuer
        lang = record.lang
        disclosed = record.disclosed
        lastWord = record.lastWord
        lastChange = StructuredData.lastChange(of: record)
        tags = record.tags.uniqued
        assets = record.namedAssets.map { NamedAsset(id: $0, said: record.said(of: $0)) }
        mitigations = record.incident?.mitigations ?? []
        corrections = record.corrections
        tellsCorrections = RecordItems.tellCorrections(record)
        hasPromises = CommitmentItems.exist(in: record)
        figures = record.incident.map { IncidentFigures($0, of: record) }
        line = CatalogueIndex.line(of: record, in: edition)
        searchRow = SearchPages.row(of: record, in: edition)
        calendar = PromiseCalendar(edition: edition).events(of: record)
        self.words = words
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
        return Set(ids).sorted()
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
