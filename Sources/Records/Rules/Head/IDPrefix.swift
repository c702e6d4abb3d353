import Diagnostics

/// A record's id begins with the site's own prefix.
///
/// The prefix is how the world tells your records from others'. A record under a foreign prefix claims another
/// publisher's numbers.
///
/// ```yaml
/// # aboveboard.yml
/// id_prefix: ABC
/// # a record
/// id: ACB-2026-0001   # wrong
/// id: ABC-2026-0001   # right
/// ```
struct IDPrefix: Rule {
    static let code = "id-prefix"
    static let title = "a record's id begins with the site's prefix"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let prefix = site.configuration.idPrefix, site.file.isSound("id_prefix"), file.isSound("id"),
            TextForm.recordID.accepts(file.record.id)
        else { return }
        let found = Substring(file.record.id.utf8.prefix { $0 != UInt8(ascii: "-") })
        guard found != prefix else { return }
        let span = file.span(FieldPath("id"), range: 0..<found.utf8.count)
        report.add(
            Self.finding(
                "`\(found)` is not this site's prefix; its records are \(prefix)-YYYY-NNNN", at: span,
                secondary: [Label(site.file.span("id_prefix"), "the site's prefix")],
                help: "write \(prefix)\(file.record.id.dropFirst(found.count))",
                fixes: [Fix("write \(prefix)", edits: [.init(span, prefix)], isSafe: false)]))
    }
}
