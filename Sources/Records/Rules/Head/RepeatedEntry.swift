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
        for (key, entries) in [
            ("aliases", record.aliases), ("related", record.related), ("tags", record.tags),
        ]
        where entries.count > 1 && file.isSound(.key(key)) {
            var first: [String: Int] = [:]
            for (index, entry) in entries.enumerated() {
                guard let earlier = first[entry] else {
                    first[entry] = index
                    continue
                }
                report.add(
                    Self.finding(
                        "`\(entry)` stands twice in `\(key)`", at: file.span(.key(key), .index(index)),
                        secondary: [Label(file.span(.key(key), .index(earlier)), "and here")],
                        help: "take one away, or write what was meant"))
            }
        }
    }
}
