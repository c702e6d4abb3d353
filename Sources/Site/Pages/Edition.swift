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

    /// What all pages of an edition have in common, in a place of its own: an edition for one page counts one reference
    /// of it and not fifty.
    private final class Common: Sendable {
        let site: SiteConfiguration
        let theme: Theme
        let log: PublicLog?
        let address: SiteAddress
        let chains: ChainRegistry
        let tagAuthority: String
        let register: AssetRegister
        let neighbours: [String: Neighbour]
        let furniture = FrameFurniture()

        init(
            _ site: SiteConfiguration, _ theme: Theme, _ log: PublicLog?, _ neighbours: [String: Neighbour]
        ) {
            self.site = site
            self.theme = theme
            self.log = log
            self.neighbours = neighbours
            address = SiteAddress(site)
            tagAuthority = site.tagAuthority
            chains = ChainRegistry(adding: site.explorers)
            register = AssetRegister(site)
        }
    }

    private let common: Common
    let telling: TellingMoment
    private let asked = Mutex<Set<String>>([])
    /// The prose of the record that one page is about, which its items tell too.
    let prose = MarkdownTexts()

    var site: SiteConfiguration { common.site }
    var theme: Theme { common.theme }
    /// What was published, revision by revision; nil where nothing was yet.
    var log: PublicLog? { common.log }
    var address: SiteAddress { common.address }
    var chains: ChainRegistry { common.chains }
    /// The authority of permanent ids, which every item of a feed asks for.
    var tagAuthority: String { common.tagAuthority }
    /// What the frames of pages have in common.
    var furniture: FrameFurniture { common.furniture }

    /// `neighbours` are all published records by their ids.
    package init(
        site: SiteConfiguration, asOf: Moment, log: PublicLog?, neighbours: [String: Neighbour], theme: Theme
    ) {
        common = Common(site, theme, log, neighbours)
        telling = TellingMoment(asOf)
    }

    /// The same edition for one page, which asks on its own account.
    private init(_ whole: Edition) {
        common = whole.common
        telling = whole.telling.again()
    }

    package convenience init(catalogue: Catalogue, theme: Theme) {
        self.init(
            site: catalogue.site, asOf: catalogue.asOf, log: catalogue.log,
            neighbours: catalogue.neighbours, theme: theme)
    }

    func forOnePage() -> Edition { Edition(self) }

    /// What an issuer's part of the register holds; the publisher's own where the issuer is nil.
    func assets(of issuer: String?) -> AssetRegister.Part? { common.register.parts[issuer] }

    func asset(_ id: String) -> SiteConfiguration.Asset? { common.register.assets[id] }
    func shownAsset(_ id: String) -> AssetRegister.Shown? { common.register.shown[id] }
    func tokenName(_ id: String) -> String? { common.register.tokenNames[id] }

    /// An asset's id as the register has it, so that who keeps it holds no other text.
    func registeredID(_ id: String) -> String? {
        let assets = common.register.assets
        return assets.index(forKey: id).map { assets.keys[$0] }
    }

    /// The register's ticker for a token that is named by its CAIP-19 identifier.
    func ticker(of identifier: String) -> String? { common.register.tickers[identifier] }

    /// The published record with an id.
    func neighbour(_ id: String) -> Neighbour? {
        asked.withLock { _ = $0.insert(id) }
        return common.neighbours[id]
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
