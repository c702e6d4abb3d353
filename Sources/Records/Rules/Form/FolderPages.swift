/// A file that a reference names stands beside the record.
///
/// It is published with the page, so that the source stays when the web forgets it. Without it the link leads nowhere.
///
/// ```yaml
/// # in incidents/2026/bridge.yml
/// references: [{id: letter, title: Letter to users, file: sources/letter.txt}]
/// # stands at incidents/2026/sources/letter.txt
/// ```
struct MissingAttachment: DiagnosticPage {
    static let code = "missing-attachment"
    static let title = "a file that a reference names stands beside the record"
}

/// A site holds at most a hundred thousand records.
///
/// Past that number it is no site that people read, and mostly a folder of other files that was named by mistake.
///
/// ```yaml
/// # two sites, each with its own aboveboard.yml
/// url: https://example.org/incidents/
/// url: https://example.org/archive/
/// ```
struct TooManyRecords: DiagnosticPage {
    static let code = "too-many-records"
    static let title = "a site holds at most a hundred thousand records"
}
