import Diagnostics

/// The issuer of an asset stands in the site's `issuers`.
///
/// "Not stated" is said only of the assets of the record's own issuer. An asset of an issuer that does not exist would never
/// be asked about.
///
/// ```yaml
/// issuers: [{id: iotex}]
/// assets: [{id: bridge, issuer: iotx}]    # wrong
/// ```
struct UnknownAssetIssuer: SiteRule {
    static let code = "unknown-asset-issuer"
    static let title = "the issuer of an asset stands in the site's `issuers`"

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        let known = site.configuration.issuers.map(\.id)
        for (index, asset) in site.configuration.assets.enumerated() {
            guard let issuer = asset.issuer, !site.hasIssuer(issuer), site.file.isSound("issuers"),
                site.file.isSound("assets", .index(index), "issuer")
            else { continue }
            let span = site.file.span("assets", .index(index), "issuer")
            let near = NearMiss.nearest(to: issuer, among: known)
            report.add(
                Self.finding(
                    "`\(issuer)` is no issuer of this site", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "add  - id: \(issuer)  under `issuers`, or take the key away where it is the publisher's own",
                    fixes: Fix.replacing(span, with: near)))
        }
    }
}
