import Diagnostics

/// An alias, a related id and a tag stand once in their list.
///
/// A word that stands twice is mostly a slip for another one, which is then missing.
///
/// ```yaml
/// tags: [bridge, bridge]            # wrong
/// tags: [bridge, key-compromise]    # right
/// ```
struct RepeatedEntry: Rule {
    static let code = "repeated-entry"
    static let title = "an alias, a related id and a tag stand once in their list"
    static let severity = Severity.warning

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let record = file.record
        check(record.aliases, "aliases", file, into: &report)
        check(record.related, "related", file, into: &report)
        check(record.tags, "tags", file, into: &report)
    }

    private func check(
        _ entries: [String], _ key: String, _ file: RecordFile, into report: inout Report
    ) {
        for (index, earlier) in Repetitions.found(in: entries) where file.isSound(.key(key)) {
            report.add(
                Self.finding(
                    "`\(entries[index])` stands twice in `\(key)`", at: file.span(.key(key), .index(index)),
                    secondary: [Label(file.span(.key(key), .index(earlier)), "and here")],
                    help: "take one away, or write what was meant"))
        }
    }
}
