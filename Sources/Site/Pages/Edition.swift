import Incidents
import Synchronization
import Syntax

/// All that the pages of one build have in common, and what one of them asked of the moment and of other records.
package final class Edition: Sendable {
    /// What a page says of another record.
    package struct Neighbour: Sendable, Hashable {
        package let slug: String
        package let title: String

        package init(slug: String, title: String) {
            self.slug = slug
            self.title = title
        }
    }

    let site: SiteConfiguration
    let theme: Theme
    /// What was published, revision by revision; nil where nothing was yet.
    let log: PublicLog?
    let telling: TellingMoment
    let address: SiteAddress
    let chains: ChainRegistry
    /// The authority of permanent ids, which every item of a feed asks for.
    let tagAuthority: String
    private let register: AssetRegister
    private let neighbours: [String: Neighbour]
    private let asked = Mutex<Set<String>>([])
    /// The prose of the record that one page is about, which its items tell too.
    let prose = MarkdownTexts()

    /// What the frames of pages have in common.
    let furniture: FrameFurniture

    /// `neighbours` are all published records by their ids.
    package init(
        site: SiteConfiguration, asOf: Moment, log: PublicLog?, neighbours: [String: Neighbour], theme: Theme
    ) {
        self.site = site
        self.theme = theme
        self.log = log
        self.neighbours = neighbours
        telling = TellingMoment(asOf)
        address = SiteAddress(site)
        tagAuthority = site.tagAuthority
        chains = ChainRegistry(adding: site.explorers)
        register = AssetRegister(site)
        furniture = FrameFurniture()
    }

    /// The same edition for one page, which asks on its own account.
    private init(_ whole: Edition) {
        site = whole.site
        theme = whole.theme
        log = whole.log
        neighbours = whole.neighbours
        telling = whole.telling.again()
        address = whole.address
        tagAuthority = whole.tagAuthority
        chains = whole.chains
        register = whole.register
        furniture = whole.furniture
    }

    package convenience init(catalogue: Catalogue, theme: Theme) {
        self.init(
            site: catalogue.site, asOf: catalogue.asOf, log: catalogue.log,
            neighbours: catalogue.neighbours, theme: theme)
    }

    func forOnePage() -> Edition { Edition(self) }

    /// What an issuer's part of the register holds; the publisher's own where the issuer is nil.
    func assets(of issuer: String?) -> AssetRegister.Part? { register.parts[issuer] }

    func asset(_ id: String) -> SiteConfiguration.Asset? { register.assets[id] }
    func shownAsset(_ id: String) -> AssetRegister.Shown? { register.shown[id] }
    func token(_ id: String) -> SiteConfiguration.Token? { register.tokens[id] }

    /// The register's ticker for a token that is named by its CAIP-19 identifier.
    func ticker(of identifier: String) -> String? { register.tickers[identifier] }

    /// The published record with an id.
    func neighbour(_ id: String) -> Neighbour? {
        asked.withLock { _ = $0.insert(id) }
        return neighbours[id]
    }

    /// The ids that were asked for, whether a record has them or not.
    var askedNeighbours: [String] { asked.withLock { $0.sorted() } }

    /// The name of who speaks in a record.
    func issuerName(of record: Record) -> String { name(ofIssuer: record.issuer) }

    func name(ofIssuer issuer: String?) -> String {
        guard let issuer else { return publisherName }
        return site.issuer(issuer)?.name ?? issuer
    }

    var publisherName: String { site.publisher.name ?? site.title }

    /// Whether a promise with this end has passed at the moment at which the site is told.
    func isPast(_ moment: Moment) -> Bool { telling.isPast(moment) }
}
