import Incidents
import Syntax

/// The configuration's register, found by ids.
final class AssetRegister: Sendable {
    /// What one issuer has in the register.
    struct Part: Sendable {
        /// In the order of the configuration.
        var ids: [String] = []
        /// How often each id stands there.
        var counts: [String: Int] = [:]

        /// How many of the part's entries are not among `named`, in which no id stands twice.
        func count(without named: Set<String>) -> Int {
            ids.count - named.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
    }

    /// What pages show of an entry.
    final class Shown: Sendable {
        /// Where the page about it stands.
        let path: String
        private let constants: TemplateConstants

        fileprivate init(_ asset: SiteConfiguration.Asset) {
            path = SiteAddress.asset(asset.id)
            constants = TemplateConstants([
                .constant(asset.displayName), asset.group.map { .constant($0) } ?? .null,
            ])
        }

        var name: TemplateValue { constants[0] }
        var group: TemplateValue { constants[1] }
    }

    let assets: [String: SiteConfiguration.Asset]
    let shown: [String: Shown]
    /// What a token is called beside its ticker, by that.
    let tokenNames: [String: String]
    let tickers: [String: String]
    /// By the issuers' ids; the publisher's own under nil.
    let parts: [String?: Part]

    init(_ site: SiteConfiguration) {
        assets = Dictionary(site.assets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        shown = assets.mapValues(Shown.init)
        let tokens = Dictionary(site.tokens.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        tokenNames = tokens.compactMapValues(\.name)
        tickers = Dictionary(
            site.tokens.compactMap { token in token.caip19.map { ($0, token.id) } },
            uniquingKeysWith: { first, _ in first })
        var parts: [String?: Part] = [:]
        for asset in site.assets {
            parts[asset.issuer, default: Part()].ids.append(asset.id)
            parts[asset.issuer, default: Part()].counts[asset.id, default: 0] += 1
        }
        self.parts = parts
    }
}
