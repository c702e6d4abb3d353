import Diagnostics
import Incidents

/// An asset is named once.
///
/// Two rows about one asset leave a reader to choose between them, and the second is mostly a slip for another asset,
/// which is then "not stated".
///
/// ```yaml
/// assets:
///   - {asset: bridge, exposure: affected}
///   - {asset: bridge, exposure: not_affected}   # wrong
/// ```
///
/// Say all of it in one row, with the parts in `detail`, or write the asset that was meant. A statement may name one
/// asset several times with different `versions`.
struct RepeatedAsset: Rule {
    static let code = "repeated-asset"
    static let title = "an asset is named once"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let versions = file.record.statement?.products.map(\.versions)
        guard file.record.advisory == nil else { return }
        var first: [String: Int] = [:]
        RecordWalk(file).assets { list, index, asset in
            guard !asset.isEmpty else { return }
            let key = versions.map { asset + "\n" + ($0[index] ?? "") } ?? asset
            guard let earlier = first[key] else {
                first[key] = index
                return
            }
            guard file.isSound(.key(list), .index(index)) else { return }
            report.add(
                Self.finding(
                    "`\(asset)` stands twice in `\(list)`; an asset is named once",
                    at: file.span(.key(list), .index(index), "asset"), label: "named again here",
                    secondary: [Label(file.span(.key(list), .index(earlier), "asset"), "named first here")],
                    help: versions == nil
                        ? "say it in one row, or write the asset that was meant"
                        : "say it in one row, or tell the rows apart by `versions`"))
        }
    }
}
