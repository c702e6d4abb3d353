import Diagnostics

/// A `source` or `evidence` is the id of an entry under `references`.
///
/// It is how a figure shows who says so. An id that leads nowhere makes a sourced figure look unsourced, or the other
/// way round.
///
/// ```yaml
/// losses: [{token: IOTX, amount: 410000000, source: confirmaton}]   # wrong
/// references: [{id: confirmation, url: "https://example.org/confirmation"}]
/// ```
///
/// Write the id of a reference, or add one under `references` with an id and a `url`, `archived` or `file`.
struct UnknownReference: Rule {
    static let code = "unknown-reference"
    static let title = "a `source` or `evidence` is the id of an entry under `references`"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard !file.isMislaid("references") else { return }
        let known = file.record.references.map(\.id)
        // Mostly few: of those no table is worth its making.
        let ids = known.count > 8 ? Set(known) : nil
        RecordWalk(file).references { id, place in
            guard !(ids?.contains(id) ?? known.contains(id)) else { return }
            let path = place.path
            guard file.isSound(path),
                known.indices.allSatisfy({ file.isSound("references", .index($0), "id") })
            else { return }
            let span = file.span(path)
            let near = NearMiss.nearest(to: id, among: known)
            report.add(
                Self.finding(
                    "`\(id)` is no id under `references`", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? (known.isEmpty
                            ? "add it:  references: [{id: \(id), url: \"https://…\"}]"
                            : "its ids are \(listed(known)); add {id: \(id), url: \"https://…\"} if it is missing"),
                    fixes: Fix.replacing(span, with: near)))
        }
    }
}
