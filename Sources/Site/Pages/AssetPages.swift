import Incidents
import Syntax

/// The register of what an incident can touch, and a page for each thing in it with all that was said about it.
struct AssetPages: Sendable {
    let edition: Edition
    let index: CatalogueIndex

    var pieces: [SitePiece] {
        var source = edition.pieceSource
        for asset in edition.site.assets { source.write(index.assets[asset.id]?.count ?? 0) }
        return [SitePiece("assets", source) { [register].compactMap(\.self) }]
            + edition.site.assets.flatMap(pieces)
    }

    // MARK: - The register

    private var register: Artifact? {
        let page = Page(edition, path: SiteAddress.assets)
        var frame = PageFrame(
            page: page, title: page.phrases.text("assets.title"),
            description: page.phrases.text("assets.intro"))
        frame.section = "archive"
        var object = frame.object()
        var owners: [(issuer: String?, assets: [SiteConfiguration.Asset])] = []
        for asset in edition.site.assets {
            if let index = owners.firstIndex(where: { $0.issuer == asset.issuer }) {
                owners[index].assets.append(asset)
            } else {
                owners.append((asset.issuer, [asset]))
            }
        }
        object.set(
            .issuers,
            TemplateValue(
                owners.map { owner in
                    [
                        .name: .text(edition.name(ofIssuer: owner.issuer)),
                        .rows: TemplateValue(owner.assets.map { row($0, on: page) }),
                    ]
                }))
        return page.artifact(.assets, object)
    }

    private func row(_ asset: SiteConfiguration.Asset, on page: Page) -> TemplateObject {
        let places = index.assets[asset.id] ?? []
        return [
            .name: .text(asset.displayName),
            .href: page.href(SiteAddress.asset(asset.id)),
            .kind: page.words.asset.badge(asset.type),
            .group: TemplateValue(asset.group),
            .count: .text(
                places.isEmpty
                    ? page.phrases.text("assets.never_named")
                    : page.phrases.count("list.records", places.count)),
        ]
    }

    // MARK: - One asset

    private func pieces(_ asset: SiteConfiguration.Asset) -> [SitePiece] {
        let folder = SiteAddress.asset(asset.id)
        let phrases = edition.theme.phrases(edition.site.lang)
        let places = index.assets[asset.id] ?? []
        var additions = ListPages.Additions()
        additions.extend = { place, page, row in
            row.set(.said, said(of: asset.id, in: index.cards[place], on: page))
        }
        additions.complete = { page, _, object in object.set(.asset, describe(asset, on: page)) }
        additions.noteEntry = { place, source in
            if let named = index.cards[place].assets.first(where: { $0.id == asset.id }) {
                source.write(named)
            }
        }
        return ListPages(
            edition: edition, index: index, kind: .asset, folder: folder, title: asset.displayName,
            description: phrases.text(
                "assets.description", ["name": asset.displayName, "site": edition.site.title]),
            section: "archive",
            feeds: places.isEmpty ? [] : FeedLink.feeds(in: folder, about: asset.displayName),
            places: places
        ).pieces(additions)
    }

    private func describe(_ asset: SiteConfiguration.Asset, on page: Page) -> TemplateValue {
        let account = asset.account.flatMap { try? AccountID(parsing: $0) }
        return .object([
            .id: .text(asset.id),
            .kind: page.words.asset.badge(asset.type),
            .description: TemplateValue(asset.description),
            .group: TemplateValue(asset.group),
            .issuer: .text(edition.name(ofIssuer: asset.issuer)),
            .account: TemplateValue(asset.account),
            .url: .address(account.flatMap { edition.chains.address(of: $0) }),
            .purl: TemplateValue(asset.purl),
        ])
    }

    /// What one record says about an asset.
    private func said(of asset: String, in card: RecordCard, on page: Page) -> TemplateValue {
        switch card.assets.first(where: { $0.id == asset })?.said {
        case .exposure(let exposure): page.words.exposure.badge(exposure)
        case .product(let status): page.words.status.badge(status)
        case .nothing, nil: .null
        }
    }
}
