import Diagnostics

/// A related id of this site names a record that is there.
///
/// The page links to it. Ids of other databases are free; an id with this site's own prefix is looked up.
///
/// ```yaml
/// related: [ABC-2025-0033]   # wrong: there is no such record
/// related: [ABC-2025-0003]   # right
/// ```
struct UnknownRecord: Rule {
    static let code = "unknown-record"
    static let title = "a related id of this site names a record that is there"
    static let concerns: RecordParts = .related

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, id) in file.record.related.enumerated() where file.isSound("related", .index(index)) {
            let span = file.span("related", .index(index))
            if id == file.record.id {
                report.add(
                    Self.finding(
                        "`\(id)` is this record itself", at: span,
                        help: "name another record, or take it away"))
            } else if site.standing(of: id) == .missing {
                let near = site.nearest(to: id)
                report.add(
                    Self.finding(
                        "`\(id)` is no record of this site", at: span,
                        help: near.map { "did you mean \($0)?" } ?? "write the id of a record that is there",
                        fixes: Fix.replacing(span, with: near)))
            }
        }
    }
}
