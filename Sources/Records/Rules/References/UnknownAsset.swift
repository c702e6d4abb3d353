import Diagnostics

/// An asset that a record names stands in the site's register.
///
/// The register is what lets a page say "not stated" of everything that a record leaves out, and collects each asset's
/// history. A misspelt id would be an asset of its own, and the real one "not stated".
///
/// ```yaml
/// # aboveboard.yml
/// assets: [{id: bridge, name: The bridge}]
/// # a record
/// assets: [{asset: brigde, exposure: affected}]   # wrong
/// assets: [{asset: bridge, exposure: affected}]   # right
/// ```
///
/// Add what is missing under `assets` in `aboveboard.yml`; an id is all that it needs.
struct UnknownAsset: Rule {
    static let code = "unknown-asset"
    static let title = "an asset that a record names stands in the site's register"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard site.file.isSound("assets") else { return }
        RecordWalk(file).assets { list, index, asset in
            guard !site.hasAsset(asset), file.isSound(.key(list), .index(index), "asset") else { return }
            let span = file.span(.key(list), .index(index), "asset")
            let near = NearMiss.nearest(to: asset, among: site.configuration.assets.map(\.id))
            report.add(
                Self.finding(
                    "`\(asset)` is not in the site's register of assets", at: span,
                    help: near.map {
                        "did you mean `\($0)`? if not, add  - id: \(asset)  under `assets` in aboveboard.yml"
                    }
                        ?? "add  - id: \(asset)  under `assets` in aboveboard.yml",
                    fixes: Fix.replacing(span, with: near)))
        }
    }
}
