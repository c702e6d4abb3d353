import Incidents
import Syntax

/// All that the pages of one build have in common.
final class Edition: Sendable {
    let catalogue: Catalogue
    let theme: Theme
    let address: SiteAddress
    let chains: ChainRegistry
    /// The authority of permanent ids, which every item of a feed asks for.
    let tagAuthority: String
    private let assets: [String: SiteConfiguration.Asset]
    private let tokens: [String: SiteConfiguration.Token]
    private let tickers: [String: String]
    private let places: [String: Int]

    init(catalogue: Catalogue, theme: Theme) {
        self.catalogue = catalogue
        self.theme = theme
        address = SiteAddress(catalogue.site)
        tagAuthority = catalogue.site.tagAuthority
        chains = ChainRegistry(adding: catalogue.site.explorers)
        assets = Dictionary(
            catalogue.site.assets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        tokens = Dictionary(
            catalogue.site.tokens.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        tickers = Dictionary(
            catalogue.site.tokens.compactMap { token in token.caip19.map { ($0, token.id) } },
            uniquingKeysWith: { first, _ in first })
        places = Dictionary(
            catalogue.entries.enumerated().map { ($1.record.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    var site: SiteConfiguration { catalogue.site }
    var asOf: Moment { catalogue.asOf }

    func asset(_ id: String) -> SiteConfiguration.Asset? { assets[id] }
    func token(_ id: String) -> SiteConfiguration.Token? { tokens[id] }

    /// The register's ticker for a token that is named by its CAIP-19 identifier.
    func ticker(of identifier: String) -> String? { tickers[identifier] }

    /// The published record with an id.
    func record(_ id: String) -> Record? { places[id].map { catalogue.entries[$0].record } }

    /// The name of who speaks in a record.
    func issuerName(of record: Record) -> String {
        guard let issuer = record.issuer else { return publisherName }
        return site.issuer(issuer)?.name ?? issuer
    }

    var publisherName: String { site.publisher.name ?? site.title }

    /// Whether a promise with this end has passed at the moment at which the site is told.
    func isPast(_ moment: Moment) -> Bool { moment.isWhollyBefore(asOf) }
}
