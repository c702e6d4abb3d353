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
        switch file.record.facts {
        case .incident(let incident): check(incident.assets.map(\.asset), "assets", file, into: &report)
        case .statement(let statement):
            let names = statement.products.map { product in
                product.asset.isEmpty ? "" : product.asset + "\n" + (product.versions ?? "")
            }
            check(names, "products", file, into: &report)
        case .advisory: break
        }
    }

    /// `names` are what tells the rows of a list apart: the asset, and behind it on a line of their own its versions.
    private func check(
        _ names: [String], _ list: String, _ file: RecordFile, into report: inout Report
    ) {
        for (index, earlier) in Repetitions.found(in: names)
        where file.isSound(.key(list), .index(index)) {
            let asset = names[index].prefix { $0 != "\n" }
            report.add(
                Self.finding(
                    "`\(asset)` stands twice in `\(list)`; an asset is named once",
                    at: file.span(.key(list), .index(index), "asset"), label: "named again here",
                    secondary: [Label(file.span(.key(list), .index(earlier), "asset"), "named first here")],
                    help: list == "assets"
                        ? "say it in one row, or write the asset that was meant"
                        : "say it in one row, or tell the rows apart by `versions`"))
        }
    }
}
